package org.evenkeel.api;

import java.util.SequencedMap;

/** Each parameter is good, but not with the others: a strategy declared so by {@link Parameters#require}. */
public final class InvalidCombinationException extends ParameterException {
    private static final long serialVersionUID = 1L;

    private final String rule;

    InvalidCombinationException(String rule, SequencedMap<String, String> values) {
        super("These parameters do not go together: " + rule + ", but they are " + values + ".");
        this.rule = rule;
    }

    /** What must hold. */
    public String rule() {
        return rule;
    }
}
