package org.evenkeel.live;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.port.Unavailable;
import org.evenkeel.market.Token;

/** What the wallet really holds, whatever the books say. */
@FunctionalInterface
public interface Wallet {
    /**
     * The balances of tokens, exact to the smallest unit, those of one chain as of one block.
     *
     * @param tokens the tokens, on one or several chains
     * @return a balance for each whose contract tells one; a token that refuses to, or answers with what is no amount, is
     *     not in it
     * @throws Unavailable when a chain cannot be asked now
     */
    Map<Token, BigDecimal> balances(Collection<Token> tokens);

    /**
     * A token does not tell what the wallet has of it, or not what the books say: from now on it is worth nothing and not
     * bought, until it is {@link #thaw}ed.
     *
     * @param why in words
     */
    default void freeze(Token token, String why) {}

    /**
     * Whether a token was seen not to do as it logs: that its balance is not what the books say is its own doing, and ends
     * no run.
     */
    default boolean isUntrue(Token token) {
        return false;
    }

    /**
     * What keeps everything from being sent in its name until a person has looked, as that something else sends from it, and
     * what that person does, in sentences. Empty where nothing does. What is found is on record for the next start.
     *
     * @throws Unavailable when a chain cannot be asked now
     */
    default Optional<String> frozen() {
        return Optional.empty();
    }

    /**
     * What a person can do about a difference, in a sentence with the commands for it; empty where nothing is known.
     *
     * @param more how much more of each token the wallet has than the books say; below zero, how much less. Nothing, where
     *     it is not known yet whether that is right
     */
    default String remedy(Map<Token, BigDecimal> more) {
        return "";
    }

    /** A frozen token tells what the books say again. */
    default void thaw(Token token) {}
}
