package org.evenkeel.cli;

/** The command {@code evenkeel}. */
public final class Main {
    private Main() {}

    /** Prints the version on one line. */
    public static void main(String[] args) {
        System.out.println("evenkeel 0.1.0-SNAPSHOT");
    }
}
