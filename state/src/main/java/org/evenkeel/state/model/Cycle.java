package org.evenkeel.state.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One decision and what came of it.
 *
 * @param number from 1
 * @param at when it was decided
 * @param inputs what was known
 * @param decision what was wanted
 * @param result what became of it
 */
public record Cycle(int number, Instant at, Inputs inputs, Decision decision, Result result) {
    /**
     * What a decision was based on, apart from the positions.
     *
     * @param equity everything that is owned, in USD
     * @param cash the reserves, in USD
     * @param prices the last closed price of each pair of the universe, in its order, in USD; NaN where there is none
     */
    public record Inputs(double equity, double cash, double[] prices) {
        /** Keeps a copy of the prices. */
        public Inputs {
            prices = prices.clone();
        }

        /** A copy of the prices. */
        @Override
        public double[] prices() {
            return prices.clone();
        }

        /** How many prices there are: as many as the universe has pairs. */
        public int priceCount() {
            return prices.length;
        }

        /** The price of the pair at this place of the universe, in USD; NaN where there is none. */
        public double price(int pair) {
            return prices[pair];
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Inputs inputs
                    && Double.compare(equity, inputs.equity) == 0
                    && Double.compare(cash, inputs.cash) == 0
                    && Arrays.equals(prices, inputs.prices);
        }

        @Override
        public int hashCode() {
            return (Double.hashCode(equity) * 31 + Double.hashCode(cash)) * 31 + Arrays.hashCode(prices);
        }

        @Override
        public String toString() {
            return "Inputs[equity=" + equity + ", cash=" + cash + ", prices=" + Arrays.toString(prices) + "]";
        }
    }

    /**
     * What the strategy wanted.
     *
     * @param intents the trades it asked for, in its order
     * @param notes what it recorded for the report
     */
    public record Decision(List<TradeIntent> intents, Notes notes) {
        /** Keeps a copy of the list. */
        public Decision {
            intents = List.copyOf(intents);
        }
    }

    /**
     * What a strategy recorded for the report.
     *
     * @param plots values by the name of their plot, in the order of the names
     * @param messages texts
     */
    public record Notes(Map<String, Double> plots, List<String> messages) {
        /** Nothing. */
        public static final Notes NONE = new Notes(Map.of(), List.of());

        /**
         * Keeps copies. The plots are sorted by name, so that equal notes are always written alike.
         *
         * @throws IllegalArgumentException when the name of a plot is too long, or broken
         */
        public Notes {
            plots.keySet().forEach(name -> Names.require(name, "a plot"));
            plots = plots.isEmpty() ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(plots));
            messages = List.copyOf(messages);
        }
    }

    /**
     * How a cycle ended.
     *
     * @param equity everything that is owned after the cycle's trades, in USD
     * @param cash the reserves after them, in USD
     * @param outcomes what became of each signal
     */
    public record Result(double equity, double cash, List<SignalOutcome> outcomes) {
        /** Keeps a copy of the list. */
        public Result {
            outcomes = List.copyOf(outcomes);
        }
    }

    /**
     * A cycle whose trades are not all done.
     *
     * @param number from 1
     * @param at when it was decided
     * @param inputs what was known
     * @param decision what was wanted
     * @param signals what the alpha model made of each signal, before any trade; empty where that is not on record
     */
    public record Begun(int number, Instant at, Inputs inputs, Decision decision, List<SignalOutcome> signals) {
        /** Keeps a copy of the list. */
        public Begun {
            signals = List.copyOf(signals);
        }

        /** The cycle, now that it is done. */
        public Cycle closed(Result result) {
            return new Cycle(number, at, inputs, decision, result);
        }
    }
}
