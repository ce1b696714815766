package org.evenkeel.onchain.bridge;

import java.util.List;
import java.util.Map;
import org.evenkeel.api.BridgeTerms;
import org.evenkeel.api.Expenses;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.config.BridgeProfile;

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

    /** Why a way cannot be gone for what is offered; empty where it can. */
    default List<String> obstacles(Token from, Token to) {
        return offer(from, to).isFree()
                ? List.of("Transfers from " + from.chain() + " to " + to.chain() + " offer relayers nothing, and nobody"
                        + " would pay them out: set what they cost (bridges).")
                : List.of();
    }

    /**
     * The terms that a backtest counts with; where the run sets none for a way, those of the profile of the chain that it
     * begins on.
     *
     * @param expenses what the run sets
     * @param profiles the bridge's part of each chain's profile
     */
    static RelayFees of(Expenses expenses, Map<Chain, BridgeProfile> profiles) {
        return new ProfileFees(expenses, profiles);
    }
}
