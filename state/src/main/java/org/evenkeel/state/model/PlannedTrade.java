package org.evenkeel.state.model;

import org.evenkeel.market.Token;

/**
 * A trade that is about to be executed. It is recorded before anything is sent.
 *
 * @param id its number, unique in the ledger, from 1
 * @param book the book it belongs to
 * @param cycle the cycle it was planned in
 * @param reserve the reserve asset that pays for it or that it brings
 * @param intent what is wanted; its size is what limits and cash have left of it
 * @param gasFromOutside whether its gas is paid with a coin that no book holds, as on a chain: then as much money flows in
 *     with its end as its gas took, so that the book's cash stays what the wallet holds and gas is still a cost
 */
public record PlannedTrade(long id, String book, int cycle, Token reserve, TradeIntent intent, boolean gasFromOutside) {
    /**
     * @throws IllegalArgumentException when a number is out of range, or the reserve is on another chain than the pair
     */
    public PlannedTrade {
        if (id < 1 || cycle < 0) {
            throw new IllegalArgumentException("Trade " + id + " of cycle " + cycle
                    + ": trades count from 1, cycles from 1 (0 before the first).");
        }
        if (!reserve.chain().equals(intent.pair().chain())) {
            throw new IllegalArgumentException("Trade " + id + " in " + intent.pair() + " cannot be paid in " + reserve
                    + " on " + reserve.chain() + ": move the money to the pair's chain first.");
        }
    }

    /** A trade whose gas the book pays. */
    public PlannedTrade(long id, String book, int cycle, Token reserve, TradeIntent intent) {
        this(id, book, cycle, reserve, intent, false);
    }
}
