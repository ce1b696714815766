package org.evenkeel.onchain.risk;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.route.Route;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.CallAnswer;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.swap.Approvals;
import org.evenkeel.onchain.swap.PreparedCall;
import org.evenkeel.onchain.swap.SwapCalls;
import org.evenkeel.onchain.swap.SwapTerms;

/**
 * Swaps that are tried at a block as a wallet, by simulation: nothing is sent.
 *
 * @param calls makes them, through its router
 */
record TrialSwaps(ChainClient client, SwapCalls calls, BlockRef at, Address wallet) {
    private static final Duration LONG_ENOUGH = Duration.ofHours(1);

    /** Approval and swap, whatever comes. */
    List<Call> swap(Route route) {
        boolean taxes = calls.obstacle(route, true).isEmpty();
        PreparedCall swap = calls.swap(
                route, new SwapTerms(wallet, BigInteger.ONE, at.time().plus(LONG_ENOUGH), taxes));
        List<PreparedCall> steps =
                new ArrayList<>(Approvals.anew(route.tokenIn(), calls.router().address(), route.amountIn()));
        steps.add(swap);
        return steps.stream()
                .map(step -> new Call(
                        step.target(), "trial of " + route.tokenIn() + " for " + route.tokenOut(), step.data()))
                .toList();
    }

    /** What contracts answer to all of these, each after those before it. */
    List<CallAnswer> answers(List<Call> steps) {
        return client.simulate(at, wallet, steps);
    }

    /** Which contract refused first, and why. */
    static Optional<String> failure(List<CallAnswer> answers) {
        return answers.stream()
                .filter(CallAnswer.Reverted.class::isInstance)
                .map(CallAnswer.Reverted.class::cast)
                .map(reverted -> "The contract " + reverted.call().to() + " refused: " + reverted.reason() + ".")
                .findFirst();
    }
}
