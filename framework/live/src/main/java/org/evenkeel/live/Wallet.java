package org.evenkeel.live;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.evenkeel.market.Token;

/** What the wallet really holds, whatever the books say. */
@FunctionalInterface
public interface Wallet {
    /**
     * The balances of tokens, exact to the smallest unit, those of one chain as of one block.
     *
     * @param tokens the tokens, on one or several chains
     * @return a balance for each
     * @throws Unavailable when a chain cannot be asked now
     */
    Map<Token, BigDecimal> balances(Collection<Token> tokens);
}
