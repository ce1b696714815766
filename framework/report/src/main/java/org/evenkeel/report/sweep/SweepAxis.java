package org.evenkeel.report.sweep;

import java.util.HashSet;
import java.util.List;

/**
 * One swept parameter and the values that it took.
 *
 * @param name the parameter
 * @param values each value once, as texts, in the order to show them: numbers ascending
 * @param numeric whether each value is a number, and the values beside it are its neighbours
 */
public record SweepAxis(String name, List<String> values, boolean numeric) {
    /**
     * Keeps a copy of the values.
     *
     * @throws IllegalArgumentException when there is no value, or one twice, or a numeric axis has a value that is not
     *     a number or not greater than the one before
     */
    public SweepAxis {
        values = List.copyOf(values);
        if (values.isEmpty() || new HashSet<>(values).size() < values.size()) {
            throw new IllegalArgumentException(
                    "The axis '" + name + "' needs at least one value, and each once, but has " + values + ".");
        }
        for (int i = 0; numeric && i < values.size(); i++) {
            if (i > 0 && !(number(name, values.get(i)) > number(name, values.get(i - 1)))) {
                throw new IllegalArgumentException("The values of the numeric axis '" + name + "' must ascend, but "
                        + values.get(i) + " comes after " + values.get(i - 1) + ": sort them.");
            }
        }
    }

    /** An axis of numbers. */
    public static SweepAxis numbers(String name, List<String> values) {
        return new SweepAxis(name, values, true);
    }

    /** An axis of choices that have no order. */
    public static SweepAxis choices(String name, List<String> values) {
        return new SweepAxis(name, values, false);
    }

    /** How many values there are. */
    public int size() {
        return values.size();
    }

    private static double number(String name, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The numeric axis '" + name + "' has the value '" + value
                            + "', which is not a number: make it an axis of choices.",
                    e);
        }
    }
}
