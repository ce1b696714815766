package org.evenkeel.onchain.exec;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Supplier;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.RevertException;
import org.evenkeel.onchain.swap.PreparedCall;
import org.evenkeel.onchain.tx.Account;
import org.evenkeel.onchain.tx.TxOutcome;
import org.evenkeel.onchain.tx.TxRequest;
import org.evenkeel.onchain.tx.Waiting;

/** Sends the transactions of trades, and waits for each. */
final class Dispatch {
    private final ChainClient client;
    private final Account account;
    private final Supplier<Waiting> waiting;
    private final Supplier<Waiting> briefly;

    Dispatch(SwapExecution.Desk desk) {
        this.client = desk.market().client();
        this.account = desk.account();
        this.waiting = desk.waiting();
        this.briefly = desk.briefly();
    }

    /** What is asked for, its gas to be estimated. */
    static TxRequest request(String id, PreparedCall prepared, boolean exit) {
        TxRequest request = TxRequest.of(id, call(id, prepared)).withValue(prepared.value());
        return exit ? request.asExit() : request;
    }

    private static Call call(String id, PreparedCall prepared) {
        return new Call(prepared.target(), "the " + id.substring(id.lastIndexOf('/') + 1), prepared.data());
    }

    /** Signs and sends, and waits until it is in a block, or as long as is waited. */
    TxOutcome send(TxRequest request) {
        Waiting busy = briefly.get();
        TxOutcome outcome = account.submit(request);
        while (isBusy(outcome) && busy.again(outcome)) {
            outcome = account.submit(request);
        }
        return outcome.isOpen() ? account.await(request.id(), waiting.get()) : outcome;
    }

    /** What passes by itself: a node that has not seen the approval yet, a transaction before it. */
    private static boolean isBusy(TxOutcome outcome) {
        return outcome instanceof TxOutcome.Deferred deferred
                && (deferred.reason() == TxOutcome.Reason.CHAIN_BEHIND
                        || deferred.reason() == TxOutcome.Reason.EARLIER_ONE_OPEN);
    }

    /**
     * Sends a swap. A node estimates for the time of its newest block: where a pool was touched in that block it writes
     * less than it will in the next, so what such swaps take at most is the least that is allowed.
     */
    TxOutcome swap(String id, SwapPlan.Ready plan, boolean exit) {
        PreparedCall swap = plan.swap();
        BigInteger estimate;
        try {
            estimate = account.estimateGas(plan.market().block(), call(id, swap), swap.value());
        } catch (RevertException refused) {
            return new TxOutcome.Deferred(
                    id,
                    TxOutcome.Reason.WOULD_REVERT,
                    "the swap would revert at block " + plan.market().block() + ": " + refused.reason());
        }
        BigInteger usual = BigInteger.valueOf(swap.gasEstimate() + account.gasAround());
        BigInteger most = estimate.add(estimate.shiftRight(2)).max(usual);
        return send(request(id, swap, exit).withGas(most));
    }

    /** Waits for what was signed before. */
    TxOutcome await(String id) {
        return account.await(id, briefly.get());
    }

    /** A node that has not seen a transaction's block yet would quote old pools, and refuse what rests on it. */
    void awaitHead(TxOutcome landed) {
        Optional<Long> block = landed instanceof TxOutcome.Mined mined
                ? Optional.of(mined.receipt().blockNumber())
                : Optional.empty();
        Waiting patience = waiting.get();
        boolean behind = block.isPresent();
        while (behind) {
            behind = client.head().number() < block.orElseThrow() && patience.again(landed);
        }
    }
}
