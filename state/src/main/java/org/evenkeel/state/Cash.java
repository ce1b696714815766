package org.evenkeel.state;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.evenkeel.market.Token;

/** The reserves of one book. None of them ever falls below zero. */
final class Cash {
    private final String book;
    private final SequencedMap<Token, BigDecimal> reserves = new LinkedHashMap<>();
    private BigDecimal netDeposits = BigDecimal.ZERO;

    Cash(String book) {
        this.book = book;
    }

    static Cash restored(String book, BookSnapshot.Cash saved) {
        Cash cash = new Cash(book);
        saved.reserves().forEach((token, amount) -> cash.add(token, amount, "what was saved"));
        cash.netDeposits = saved.netDeposits();
        return cash;
    }

    void flow(Token token, BigDecimal amount) {
        add(token, amount, "a withdrawal");
        netDeposits = netDeposits.add(amount);
    }

    /**
     * Books a change of which some was paid for from outside, or refuses it and leaves everything as it was.
     *
     * @param change what the reserve changes by, after what was paid from outside
     * @param fromOutside what flowed in from outside to pay for a part of it; negative where that is taken back
     * @param what what a negative change pays for, for the message
     */
    void add(Token token, BigDecimal change, BigDecimal fromOutside, String what) {
        add(token, change, what);
        netDeposits = netDeposits.add(fromOutside);
    }

    /**
     * Books a change, or refuses it and leaves everything as it was.
     *
     * @param what what a negative change pays for, for the message
     */
    void add(Token token, BigDecimal change, String what) {
        BigDecimal before = reserve(token);
        BigDecimal after = before.add(change);
        if (after.signum() < 0) {
            throw new IllegalStateException("The reserve of " + token + " on " + token.chain() + " in book " + book
                    + " is " + before.toPlainString() + " and cannot pay "
                    + change.negate().toPlainString() + " for " + what + ".");
        }
        reserves.put(token, after);
    }

    SequencedMap<Token, BigDecimal> reserves() {
        return Collections.unmodifiableSequencedMap(reserves);
    }

    BigDecimal reserve(Token token) {
        return reserves.getOrDefault(token, BigDecimal.ZERO);
    }

    BigDecimal netDeposits() {
        return netDeposits;
    }
}
