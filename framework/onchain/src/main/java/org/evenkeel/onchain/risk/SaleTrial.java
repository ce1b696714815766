package org.evenkeel.onchain.risk;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.route.Route;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.CallAnswer;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.swap.Approvals;
import org.evenkeel.onchain.swap.PreparedCall;
import org.evenkeel.onchain.swap.SwapCalls;
import org.evenkeel.onchain.swap.SwapTerms;

/** Tries to sell a token that a wallet has: by the contracts themselves, in one simulated block. Nothing is sent. */
public final class SaleTrial {
    private static final Duration LONG_ENOUGH = Duration.ofHours(1);

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
        try {
            return client.simulate(at, wallet, steps(at, wallet, sale)).stream()
                    .filter(CallAnswer.Reverted.class::isInstance)
                    .map(CallAnswer.Reverted.class::cast)
                    .findFirst()
                    .<TokenVerdict>map(refused -> new TokenVerdict.Honeypot(
                            "The contract " + refused.call().to() + " refused: " + refused.reason() + "."))
                    .orElseGet(TokenVerdict.Sound::new);
        } catch (ChainException | AbiException unanswered) {
            return new TokenVerdict.Unproven(String.valueOf(unanswered.getMessage()));
        }
    }

    private List<Call> steps(BlockRef at, Address wallet, Route sale) {
        boolean taxes = calls.obstacle(sale, true).equals(Optional.empty());
        SwapTerms terms = new SwapTerms(wallet, BigInteger.ONE, at.time().plus(LONG_ENOUGH), taxes);
        List<PreparedCall> steps =
                new ArrayList<>(Approvals.anew(sale.tokenIn(), calls.router().address(), sale.amountIn()));
        steps.add(calls.swap(sale, terms));
        return steps.stream()
                .map(step -> new Call(step.target(), "trial sale of " + sale.tokenIn(), step.data()))
                .toList();
    }
}
