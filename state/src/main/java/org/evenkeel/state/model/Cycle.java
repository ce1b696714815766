package org.evenkeel.state.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

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
    public record Inputs(double equity, double cash, double[] prices) {}

    /**
     * What the strategy wanted.
     *
     * @param intents the trades it asked for, in its order
     * @param notes what it recorded for the report
     */
    public record Decision(List<TradeIntent> intents, Notes notes) {}

    /**
     * What a strategy recorded for the report.
     *
     * @param plots values by the name of their plot
     * @param messages texts
     */
    public record Notes(Map<String, Double> plots, List<String> messages) {
        /** Nothing. */
        public static final Notes NONE = new Notes(Map.of(), List.of());
    }

    /**
     * How a cycle ended.
     *
     * @param equity everything that is owned after the cycle's trades, in USD
     * @param cash the reserves after them, in USD
     * @param outcomes what became of each signal
     */
    public record Result(double equity, double cash, List<SignalOutcome> outcomes) {}
}
