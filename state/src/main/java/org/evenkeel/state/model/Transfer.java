package org.evenkeel.state.model;

import java.math.BigDecimal;
import java.time.Instant;
import org.evenkeel.market.Token;

/**
 * Reserve on its way from one chain to another.
 *
 * @param id its number, unique in the ledger, from 1
 * @param book the book it belongs to
 * @param from the reserve it left
 * @param to the reserve it goes to
 * @param amounts how much left, how much is to arrive, and what gas took once it has ended
 * @param times when it left and when it is to arrive
 */
public record Transfer(long id, String book, Token from, Token to, Amounts amounts, Times times) {
    /**
     * @throws IllegalArgumentException when the number is below 1, or it goes from a reserve to itself
     */
    public Transfer {
        if (id < 1) {
            throw new IllegalArgumentException("Transfer " + id + ": transfers count from 1.");
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException(
                    "Transfer " + id + " goes from " + from + " on " + from.chain() + " to itself.");
        }
    }

    /**
     * @param sent what left the one reserve
     * @param received what reaches the other: less by the cost of the bridge
     * @param gas what its transactions cost, in money, paid with a coin that no book holds; known at its end, 0 before
     */
    public record Amounts(BigDecimal sent, BigDecimal received, BigDecimal gas) {
        /**
         * @throws IllegalArgumentException when nothing is sent, what arrives or the gas is negative, or an amount has
         *     too many digits to be booked
         */
        public Amounts {
            Decimals.requireBookable(sent, "A transfer");
            Decimals.requireBookable(received, "A transfer");
            gas = requireGas(gas);
            if (sent.signum() <= 0 || received.signum() < 0) {
                throw new IllegalArgumentException("A transfer of " + sent.toPlainString() + " that brings "
                        + received.toPlainString() + " is none: something leaves, and nothing or more arrives.");
            }
        }

        /** Before it has ended. */
        public Amounts(BigDecimal sent, BigDecimal received) {
            this(sent, received, BigDecimal.ZERO);
        }

        /**
         * Gas, where it can be that of a transfer.
         *
         * @throws IllegalArgumentException when it is negative or has too many digits to be booked
         */
        public static BigDecimal requireGas(BigDecimal gas) {
            Decimals.requireBookable(gas, "Gas");
            if (gas.signum() < 0) {
                throw new IllegalArgumentException(
                        "Gas of " + gas.toPlainString() + ": the transactions of a transfer never earn gas.");
            }
            return gas.signum() == 0 ? BigDecimal.ZERO : gas;
        }
    }

    /**
     * @param started when it left
     * @param arrives when it is to arrive
     */
    public record Times(Instant started, Instant arrives) {
        /**
         * @throws IllegalArgumentException when it arrives before it left
         */
        public Times {
            if (arrives.isBefore(started)) {
                throw new IllegalArgumentException(
                        "A transfer that left at " + started + " cannot arrive at " + arrives + ".");
            }
        }
    }

    /**
     * With another amount that arrived.
     *
     * @throws IllegalArgumentException when it is negative or has too many digits to be booked
     */
    public Transfer withReceived(BigDecimal other) {
        return new Transfer(id, book, from, to, new Amounts(amounts.sent(), other, amounts.gas()), times);
    }

    /**
     * With what its transactions cost.
     *
     * @throws IllegalArgumentException when it is negative or has too many digits to be booked
     */
    public Transfer withGas(BigDecimal gas) {
        return new Transfer(id, book, from, to, new Amounts(amounts.sent(), amounts.received(), gas), times);
    }

    /** What the bridge took; gas is not among it. */
    public BigDecimal cost() {
        return amounts.sent().subtract(amounts.received());
    }
}
