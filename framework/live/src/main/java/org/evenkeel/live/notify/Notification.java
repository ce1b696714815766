package org.evenkeel.live.notify;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Something that people should hear of. Its texts may come from anywhere, as the names of tokens do: whoever delivers it makes
 * them harmless.
 *
 * @param kind what kind of thing
 * @param at when it happened
 * @param run the run that it is of, as no other that is told in the same place is called: where its state is, its strategy
 *     and when it began
 * @param text what happened, and what to do, in a sentence or two
 * @param details figures and names, in the order to show them
 */
public record Notification(Kind kind, Instant at, String run, String text, SequencedMap<String, String> details) {
    /** Keeps a copy of the details. */
    public Notification {
        details = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(details));
    }

    /** One without details. */
    public Notification(Kind kind, Instant at, String run, String text) {
        this(kind, at, run, text, new LinkedHashMap<>());
    }

    /** This with a detail more. */
    public Notification with(String name, String value) {
        SequencedMap<String, String> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new Notification(kind, at, run, text, more);
    }

    /** How much it matters. */
    public enum Severity {
        /** All goes as it should. */
        INFO,
        /** Somebody should look at it. */
        WARNING,
        /** Somebody has to do something, or the run does not go on. */
        ALARM
    }

    /** What kind of thing happened. */
    public enum Kind {
        /** A run has begun, goes on after a stop, or was stopped. */
        RUN("run", Severity.INFO),
        /** A cycle is done. */
        CYCLE("cycle done", Severity.INFO),
        /** A trigger fired between two cycles. */
        TRIGGER("trigger fired", Severity.INFO),
        /** A trade, or a cycle, failed, or a run that was to begin or to do what is due could not. */
        FAILURE("failed", Severity.WARNING),
        /** A transfer between chains does not arrive. */
        STUCK_TRANSFER("transfer stuck", Severity.WARNING),
        /** Nothing more is signed, or one token is not traded, until somebody has looked. */
        FREEZE("frozen", Severity.ALARM),
        /** A run that was going on has ended by a failure: nothing that it holds is watched until it is started again. */
        END("ended", Severity.ALARM);

        private final String words;
        private final Severity severity;

        Kind(String words, Severity severity) {
            this.words = words;
            this.severity = severity;
        }

        /** The kind in a few words, for people. */
        public String words() {
            return words;
        }

        /** How much it matters. */
        public Severity severity() {
            return severity;
        }
    }
}
