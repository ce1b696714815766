package org.evenkeel.state.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evenkeel.market.TradingPair;

/**
 * What a decision was told of the prices of its moment, where nothing else that is on record tells them again: as of pools
 * on chains, which have moved on since.
 *
 * @param answers to each question once, in the order in which it was asked
 */
public record Quoted(List<Answer> answers) {
    /** Keeps a copy. */
    public Quoted {
        answers = List.copyOf(answers);
    }

    /** What can be asked of prices. The words stand in journals: none is ever renamed. */
    public enum Question {
        /** What stands in the way of trading. */
        OBSTACLE,
        /** What spending an amount would buy. */
        BUY,
        /** What selling a quantity would bring, all of it told. */
        SELL,
        /** What selling a quantity would bring. */
        SALE_VALUE,
        /** The most that can be spent within an impact. */
        MOST_SPENT,
        /** The most that can be sold within an impact. */
        MOST_SOLD,
        /** The quantity that brings a value, of what is held. */
        QUANTITY_FOR,
        /** What a quantity costs. */
        COST_FOR,
        /** What the pool holds. */
        POOL_VALUE
    }

    /**
     * A question.
     *
     * @param question what is asked
     * @param pair of which pair
     * @param amounts the numbers in it, in the order of the call
     */
    public record Asked(Question question, TradingPair pair, List<Double> amounts) {
        /** Keeps a copy. */
        public Asked {
            amounts = List.copyOf(amounts);
        }
    }

    /**
     * An answer.
     *
     * @param asked the question
     * @param numbers the answer's numbers: one; five for what a trade comes to, which are quantity, value, mid price, fee and
     *     impact; none where the answer is an obstacle, or that it cannot be
     * @param obstacle what stands in the way; empty where nothing does, or that was not the question
     * @param route the paths that the trade would take; empty where that was not the question
     */
    public record Answer(Asked asked, double[] numbers, Optional<Outcome> obstacle, List<RoutePart> route) {
        /** Keeps copies. */
        public Answer {
            numbers = numbers.clone();
            route = RoutePart.requireWhole(route);
        }

        /** An answer of numbers alone. */
        public Answer(Asked asked, double... numbers) {
            this(asked, numbers, Optional.empty(), List.of());
        }

        /** A copy of the numbers. */
        @Override
        public double[] numbers() {
            return numbers.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Answer answer
                    && asked.equals(answer.asked)
                    && Arrays.equals(numbers, answer.numbers)
                    && obstacle.equals(answer.obstacle)
                    && route.equals(answer.route);
        }

        @Override
        public int hashCode() {
            return (asked.hashCode() * 31 + Arrays.hashCode(numbers)) * 31 + obstacle.hashCode();
        }

        @Override
        public String toString() {
            return "Answer[" + asked + " is " + Arrays.toString(numbers) + obstacle + route + "]";
        }
    }
}
