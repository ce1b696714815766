package org.evenkeel.live;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
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

    /** A frozen token tells what the books say again. */
    default void thaw(Token token) {}
}
