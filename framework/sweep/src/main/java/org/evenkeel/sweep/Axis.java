package org.evenkeel.sweep;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import org.evenkeel.api.ParameterException;

/**
 * A parameter and the values that a sweep tries of it. A range is not written out: it takes the same memory with ten
 * values as with a billion.
 */
public final class Axis {
    private static final int RANGE_PARTS = 3;
    private static final BigDecimal MOST_VALUES = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final String name;
    private final String words;
    private final long size;
    private final LongFunction<String> values;

    private Axis(String name, String words, long size, LongFunction<String> values) {
        this.name = name;
        this.words = words;
        this.size = size;
        this.values = values;
    }

    /**
     * Values one by one.
     *
     * @throws ParameterException when there is none, or one comes twice
     */
    public static Axis of(String name, List<String> values) {
        List<String> copy = List.copyOf(values);
        if (copy.isEmpty()) {
            throw new ParameterException(
                    "The grid of " + name + " is empty: write " + name + "=1,2,3 or " + name + "=FROM:TO:STEP.");
        }
        if (copy.stream().distinct().count() < copy.size()) {
            throw new ParameterException("The grid of " + name + " has a value twice: " + copy + ".");
        }
        return new Axis(name, String.join(",", copy), copy.size(), index -> copy.get((int) index));
    }

    /**
     * Numbers from one to another, the last one included where a step ends on it.
     *
     * @param step above 0
     * @throws ParameterException when the range is empty or has more values than can be counted
     */
    public static Axis range(String name, BigDecimal from, BigDecimal to, BigDecimal step) {
        String range = plain(from) + ":" + plain(to) + ":" + plain(step);
        String words = name + "=" + range;
        if (step.signum() <= 0) {
            throw new ParameterException("The grid " + words + " never ends: its step must be above 0.");
        }
        if (from.compareTo(to) > 0) {
            throw new ParameterException("The grid " + words + " is empty: " + from + " lies above " + to + ".");
        }
        BigDecimal count = to.subtract(from).divideToIntegralValue(step).add(BigDecimal.ONE);
        if (count.compareTo(MOST_VALUES) > 0) {
            throw new ParameterException("The grid " + words + " has " + count.toPlainString()
                    + " values, which is more than a sweep can tell apart: take a larger step.");
        }
        return new Axis(
                name,
                range,
                count.longValueExact(),
                index -> plain(from.add(step.multiply(BigDecimal.valueOf(index)))));
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /**
     * An axis as it is written: {@code fast=10:48:2}, {@code threshold=0.01:0.05:0.01}, {@code cycle=1d,7d}. A range
     * without a step goes by ones.
     *
     * @throws ParameterException when it cannot be read, or holds no value
     */
    public static Axis parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new ParameterException("'" + text + "' is no grid: write NAME=FROM:TO:STEP or NAME=A,B,C.");
        }
        String name = text.substring(0, equals).strip();
        String values = text.substring(equals + 1).strip();
        String[] parts = values.split(":", -1);
        if (parts.length == 1 || values.contains(",")) {
            return of(
                    name,
                    Arrays.stream(values.split(","))
                            .map(String::strip)
                            .filter(part -> !part.isEmpty())
                            .toList());
        }
        if (parts.length > RANGE_PARTS) {
            throw new ParameterException("'" + text + "' is no range: write " + name + "=FROM:TO:STEP.");
        }
        return range(
                name,
                number(text, parts[0]),
                number(text, parts[1]),
                parts.length == RANGE_PARTS ? number(text, parts[2]) : BigDecimal.ONE);
    }

    private static BigDecimal number(String text, String part) {
        try {
            return new BigDecimal(part.strip());
        } catch (NumberFormatException e) {
            throw new ParameterException(
                    "'" + text + "' is no range, for '" + part
                            + "' is no number. Values that are no numbers are listed: NAME=A,B,C.",
                    e);
        }
    }

    /** The name of the parameter. */
    public String name() {
        return name;
    }

    /** How many values there are, 1 or more. */
    public long size() {
        return size;
    }

    /**
     * A value, as a text.
     *
     * @param index from 0 on
     */
    public String value(long index) {
        return values.apply(index);
    }

    /** The values as they would be written: {@code 10:48:2}, {@code open,close}. */
    public String words() {
        return words;
    }

    @Override
    public String toString() {
        return name + " (" + size + (size == 1 ? " value)" : " values)");
    }
}
