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
 * @param amounts how much left and how much is to arrive
 * @param times when it left and when it is to arrive
 */
public record Transfer(long id, String book, Token from, Token to, Amounts amounts, Times times) {
    /**
     * @param sent what left the one reserve
     * @param received what reaches the other: less by the cost of the bridge
     */
    public record Amounts(BigDecimal sent, BigDecimal received) {}

    /**
     * @param started when it left
     * @param arrives when it is to arrive
     */
    public record Times(Instant started, Instant arrives) {}

    /** What the bridge took. */
    public BigDecimal cost() {
        return amounts.sent().subtract(amounts.received());
    }
}
