package org.evenkeel.onchain.risk;

import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.route.Route;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.swap.SwapCalls;

/** Tries to sell a token that a wallet has: by the contracts themselves, in one simulated block. Nothing is sent. */
public final class SaleTrial {
    private final ChainClient client;
    private final SwapCalls calls;

    /** Tries through this client and router. */
    public SaleTrial(ChainClient client, SwapCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    /**
     * What became of it: a honeypot where a contract refused, unproven where no node simulates.
     *
     * @param at the block that the route is quoted at
     * @param wallet that has what goes in
     * @param sale the route to the reserve
     */
    public TokenVerdict verdict(BlockRef at, Address wallet, Route sale) {
        TrialSwaps trial = new TrialSwaps(client, calls, at, wallet);
        try {
            return TrialSwaps.failure(trial.answers(trial.swap(sale)))
                    .<TokenVerdict>map(TokenVerdict.Honeypot::new)
                    .orElseGet(TokenVerdict.Sound::new);
        } catch (ChainException | AbiException unanswered) {
            return new TokenVerdict.Unproven(String.valueOf(unanswered.getMessage()));
        }
    }
}
