package org.evenkeel.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What the gas of one trade costs on a chain: always the same, or changing in steps over time. As a text {@code 8}, or
 * {@code 8/2021-05-01=20/2021-07-01T12:00:00Z=12}: 8 USD, from 1 May on 20, from noon of 1 July on 12.
 *
 * @param usd the price at first, in USD, 0 or more
 * @param steps the later prices, in time order
 */
public record GasPrice(double usd, List<Step> steps) {
    /** No gas is paid. */
    public static final GasPrice FREE = constant(0);

    /**
     * Another price from an instant on.
     *
     * @param from the first instant of the price
     * @param usd the price, in USD, 0 or more
     */
    public record Step(Instant from, double usd) {
        /**
         * @throws ParameterException when the price is negative or not finite
         */
        public Step {
            requirePrice(usd);
        }
    }

    /**
     * @throws ParameterException when a price is negative or not finite, or the steps are not in time order
     */
    public GasPrice {
        requirePrice(usd);
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (!steps.get(i).from().isAfter(steps.get(i - 1).from())) {
                throw new ParameterException("The gas price of " + steps.get(i).from() + " follows that of "
                        + steps.get(i - 1).from() + ": give the steps in time order, each instant once.");
            }
        }
    }

    private static void requirePrice(double usd) {
        if (!(usd >= 0 && usd < Double.POSITIVE_INFINITY)) {
            throw new ParameterException("A gas price of " + usd + " USD is none: give 0 or more.");
        }
    }

    /** The same price at all times. */
    public static GasPrice constant(double usd) {
        return new GasPrice(usd, List.of());
    }

    /** This price, and another one from an instant on that is later than those so far. */
    public GasPrice then(Instant from, double nextUsd) {
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(from, nextUsd));
        return new GasPrice(usd, more);
    }

    /** The price at an instant, in USD. */
    public double at(Instant instant) {
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).from().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == 0 ? usd : steps.get(low - 1).usd();
    }

    /** The highest price between two instants, both inclusive, in USD. */
    public double most(Instant from, Instant until) {
        double most = at(from);
        for (Step step : steps) {
            if (step.from().isAfter(from) && !step.from().isAfter(until)) {
                most = Math.max(most, step.usd());
            }
        }
        return most;
    }

    /** Whether it is 0 at all times. */
    public boolean isFree() {
        return usd == 0 && steps.stream().allMatch(step -> step.usd() == 0);
    }

    /**
     * Reads the text form.
     *
     * @throws ParameterException when the text is no gas price
     */
    public static GasPrice parse(String text) {
        try {
            String[] parts = text.split("/", -1);
            List<Step> steps = new ArrayList<>();
            for (int i = 1; i < parts.length; i++) {
                int equals = parts[i].indexOf('=');
                steps.add(new Step(
                        instant(parts[i].substring(0, equals).strip()),
                        Numbers.decimal(parts[i].substring(equals + 1))));
            }
            return new GasPrice(Numbers.decimal(parts[0]), steps);
        } catch (NumberFormatException | DateTimeException | StringIndexOutOfBoundsException e) {
            throw new ParameterException(
                    "'" + text + "' is no gas price: write it as 8, or as 8/2021-05-01=20 for 8 USD and 20 USD from "
                            + "1 May 2021 on.",
                    e);
        }
    }

    private static Instant instant(String text) {
        return text.contains("T")
                ? Instant.parse(text)
                : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(Double.toString(usd));
        steps.forEach(step -> text.append('/').append(step.from()).append('=').append(step.usd()));
        return text.toString();
    }
}
