package org.evenkeel.cli;

/** What the process ends with. */
final class ExitCode {
    /** All is well. */
    static final int OK = 0;
    /** A fault of the program itself, or of the machine. */
    static final int FAULT = 1;
    /** The command line, a parameter or a strategy's source is no good. */
    static final int USAGE = 2;
    /** The data is missing or cannot be used. */
    static final int DATA = 3;
    /** The strategy threw, or did what it must not. */
    static final int STRATEGY = 4;
    /** The state is missing, damaged, locked, of another version or of another strategy. */
    static final int STATE = 5;

    /** The user ended it, by Ctrl-C; what shells give for that. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
