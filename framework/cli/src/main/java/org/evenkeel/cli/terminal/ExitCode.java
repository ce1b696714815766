package org.evenkeel.cli.terminal;

/** What the process ends with. */
public final class ExitCode {
    /** All is well. */
    public static final int OK = 0;
    /** A fault of the program itself, or of the machine. */
    public static final int FAULT = 1;
    /** The command line, a parameter or a strategy's source is no good. */
    public static final int USAGE = 2;
    /** The data is missing or cannot be used. */
    public static final int DATA = 3;
    /** The strategy threw, or did what it must not. */
    public static final int STRATEGY = 4;
    /** The state is missing, damaged, locked, of another version or of another strategy. */
    public static final int STATE = 5;

    /** The user ended it, by Ctrl-C; what shells give for that. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
