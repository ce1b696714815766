package org.evenkeel.cli.wallet;

import java.util.Optional;

/**
 * Something that was looked at, and how it was found.
 *
 * @param level how bad it is
 * @param where the chain, file or wallet
 * @param what was found
 * @param advice what to do; empty where nothing is to be done
 * @param repair the name by which a repair can be asked for
 */
public record Finding(Level level, String where, String what, String advice, Optional<String> repair) {
    /** How bad it is. */
    public enum Level {
        /** As it should be. */
        FINE,
        /** Worth knowing. */
        NOTE,
        /** Needs a person. */
        PROBLEM
    }

    /** Something that is as it should be. */
    static Finding fine(String where, String what) {
        return new Finding(Level.FINE, where, what, "", Optional.empty());
    }

    /** Something worth knowing. */
    static Finding note(String where, String what) {
        return new Finding(Level.NOTE, where, what, "", Optional.empty());
    }

    /** Something that needs a person, and what he is to do. */
    public static Finding problem(String where, String what, String advice) {
        return new Finding(Level.PROBLEM, where, what, advice, Optional.empty());
    }

    /** The same, which {@code --repair} mends by a name. */
    Finding repairedBy(String name) {
        return new Finding(level, where, what, advice, Optional.of(name));
    }
}
