package org.evenkeel.onchain.tx;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A wallet's transactions cannot be managed as they are. The message says what, where, why and what to do. */
public abstract sealed class TxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private TxException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Something else moved the wallet's nonce. Nothing is signed until a person has looked. */
    public static final class Frozen extends TxException {
        private static final long serialVersionUID = 1L;

        Frozen(String message) {
            super(message, null);
        }
    }

    /**
     * The wallet has sent transactions, and nothing is known of them. What its journal would say may be that one of them
     * still counts: it is begun only by a person's word.
     */
    public static final class NoJournal extends TxException {
        private static final long serialVersionUID = 1L;

        NoJournal(String wallet, long sent, String place) {
            super(
                    "The wallet " + wallet + " has sent " + sent + " transactions, and " + place
                            + " holds no journal of them: nothing is sent without it. Name the folder that holds it, or"
                            + " restore it from a backup. If there never was one, as with a wallet that was used by"
                            + " hand before, begin one: it then takes what was sent before for done.",
                    null);
        }
    }

    /** Another process manages the wallet. */
    public static final class Locked extends TxException {
        private static final long serialVersionUID = 1L;
        private final long pid;

        Locked(String wallet, OptionalLong pid, Throwable cause) {
            super(
                    "The wallet " + wallet + " is locked by "
                            + (pid.isPresent() ? "pid " + pid.getAsLong() : "another process")
                            + ": two processes must not send from one wallet. End that one, or wait until it ends.",
                    cause);
            this.pid = pid.orElse(0);
        }

        /** The process that has it; empty when it is not known. */
        public OptionalLong pid() {
            return pid == 0 ? OptionalLong.empty() : OptionalLong.of(pid);
        }
    }

    /** What was asked for contradicts what the journal holds. */
    public static final class Conflict extends TxException {
        private static final long serialVersionUID = 1L;

        Conflict(String message) {
            super(message, null);
        }
    }
}
