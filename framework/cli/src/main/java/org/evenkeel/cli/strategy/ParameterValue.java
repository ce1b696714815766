package org.evenkeel.cli.strategy;

import java.math.BigDecimal;
import java.util.Optional;
import org.evenkeel.sweep.Axis;
import tools.jackson.core.JsonGenerator;

/** A parameter's value: a text for the strategy, a number or a word of JSON for a reader. */
public final class ParameterValue {
    private static final int MOST_LOOKED_AT = 1_000;

    private ParameterValue() {}

    /** Writes it as a member of the JSON object that is being written. */
    public static void write(JsonGenerator json, String name, String value) {
        Optional<BigDecimal> number = number(value);
        if (number.isPresent()) {
            json.writeNumberProperty(name, number.get());
        } else if (value.equals("true") || value.equals("false")) {
            json.writeBooleanProperty(name, Boolean.parseBoolean(value));
        } else {
            json.writeStringProperty(name, value);
        }
    }

    /** Whether all values of an axis are numbers. */
    public static boolean isNumber(Axis axis) {
        for (long i = 0; i < Math.min(axis.size(), MOST_LOOKED_AT); i++) {
            if (number(axis.value(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static Optional<BigDecimal> number(String value) {
        try {
            return Optional.of(new BigDecimal(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
