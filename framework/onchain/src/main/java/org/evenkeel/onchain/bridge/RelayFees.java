package org.evenkeel.onchain.bridge;

import org.evenkeel.api.BridgeTerms;
import org.evenkeel.api.Expenses;
import org.evenkeel.market.Token;

/** What relayers are offered for paying on the other chain at once. Too little, and nobody does. */
@FunctionalInterface
public interface RelayFees {
    /**
     * The offer for a way between two chains.
     *
     * @param from the reserve that is sent
     * @param to the reserve that is to arrive
     */
    BridgeTerms offer(Token from, Token to);

    /** The same terms that a backtest counts with. */
    static RelayFees of(Expenses expenses) {
        return (from, to) -> expenses.bridgeBetween(from.chain(), to.chain());
    }
}
