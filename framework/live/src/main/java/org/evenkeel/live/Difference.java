package org.evenkeel.live;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.market.Token;

/**
 * A token of which the wallet has not what the books say.
 *
 * @param token which
 * @param booked what the books say
 * @param held what the wallet has; empty where the token's contract does not tell
 */
public record Difference(Token token, BigDecimal booked, Optional<BigDecimal> held) {
    /** How much more the wallet has, and below zero how much less; nothing counts for what is not told. */
    public BigDecimal more() {
        return held.orElse(BigDecimal.ZERO).subtract(booked);
    }

    /** How it differs, in words. */
    public String text() {
        String books = "of " + named(token) + " the books hold " + booked.toPlainString();
        return held.map(amount -> books + " and the wallet " + amount.toPlainString() + " (" + signed() + ")")
                .orElse(books + " and the wallet's amount cannot be told: its contract does not say");
    }

    /** How several differ, in words. */
    static String texts(Stream<Difference> differences) {
        return differences.map(Difference::text).collect(Collectors.joining("; "));
    }

    private String signed() {
        return (more().signum() > 0 ? "+" : "") + more().toPlainString();
    }

    /** A token as nobody can take it for another. */
    public static String named(Token token) {
        return token + " (" + token.address() + ") on " + token.chain();
    }
}
