package org.evenkeel.onchain.exec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.evenkeel.api.port.Execution;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.dex.PoolException;
import org.evenkeel.onchain.risk.Side;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.Receipt;
import org.evenkeel.onchain.rpc.RevertException;
import org.evenkeel.onchain.sign.SigningRefused;
import org.evenkeel.onchain.swap.PreparedCall;
import org.evenkeel.onchain.swap.RouterContract;
import org.evenkeel.onchain.tx.TxOutcome;
import org.evenkeel.onchain.tx.TxRequest;
import org.evenkeel.onchain.tx.Waiting;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeReason;

/** Makes the trades of one chain: plan, approval, swap, each waited for; and learns what became of those before. */
final class ChainTrader {
    private final String run;
    private final SwapExecution.Desk desk;
    private final Allowances allowances;
    private final FillReader fills;
    private final TradeListener listener;
    private final InstantSource clock;
    /** The block that each fill of this process was read from. */
    private final Map<Long, Bytes> readFrom = new ConcurrentHashMap<>();

    ChainTrader(String run, SwapExecution.Desk desk, TradeListener listener, InstantSource clock) {
        this.run = run;
        this.desk = desk;
        this.allowances = new Allowances(desk.market(), desk.transactions().wallet());
        this.fills = new FillReader(desk.market(), desk.transactions().wallet(), listener);
        this.listener = listener;
        this.clock = clock;
    }

    TradeSteps steps(PlannedTrade trade) {
        return new TradeSteps(
                desk.transactions(),
                run,
                trade.id(),
                desk.market().place().routers().size());
    }

    /** Executes a trade; one for which anything was signed before is only looked for. */
    Execution.Ended execute(Execution.Order order) {
        Work work = new Work(order.trade(), order.at(), order.touched().isPresent());
        return work.guarded(work.steps.isBegun() ? work::settled : work::traded);
    }

    /** What became of a trade that may have been sent. */
    Execution.Ended settle(PlannedTrade trade, Instant at) {
        Work work = new Work(trade, at, false);
        return work.guarded(work::settled);
    }

    /** Whether nothing can change any more what became of a trade. */
    boolean isFinal(PlannedTrade trade) {
        TradeSteps steps = steps(trade);
        return steps.isSwapSigned()
                && desk.transactions().look(steps.swap()) instanceof TxOutcome.Mined mined
                && mined.certainty() == TxOutcome.Certainty.FINAL;
    }

    /** Whether the chain says something else now than what is on record of a trade that has ended. */
    boolean isUndone(Trade booked) {
        TradeSteps steps = steps(booked.plan());
        if (!steps.isSwapSigned()) {
            return false;
        }
        TxOutcome swap = desk.transactions().look(steps.swap());
        if (!(swap instanceof TxOutcome.Mined mined)) {
            return swap.isOpen() || booked.filled().isPresent();
        }
        boolean succeeded = mined.receipt().succeeded();
        if (booked.filled().isEmpty() || !succeeded) {
            return booked.filled().isPresent() || succeeded;
        }
        Optional<Bytes> known = Optional.ofNullable(readFrom.get(booked.plan().id()));
        if (known.filter(mined.receipt().blockHash()::equals).isPresent()) {
            return false;
        }
        Fill now = fills.filled(booked.plan(), mined.receipt(), TradeSteps.gas(steps.receipts()))
                .fill();
        return !now.equals(booked.filled().orElseThrow().fill());
    }

    private interface Task {
        Execution.Ended run();
    }

    /** On one trade. */
    private final class Work {
        private final PlannedTrade trade;
        private final Instant at;
        private final boolean exit;
        private final TradeSteps steps;

        Work(PlannedTrade trade, Instant at, boolean touched) {
            this.trade = trade;
            this.at = at;
            this.exit = touched
                    || trade.intent().reason().isTrigger()
                    || trade.intent().reason() == TradeReason.CLOSE;
            this.steps = steps(trade);
        }

        /** Where the chain cannot be asked, what was signed may land, and what was not never will. */
        Execution.Ended guarded(Task task) {
            try {
                return withinPolicy(task);
            } catch (ChainException | PoolException | AbiException | RevertException outage) {
                listener.noted(trade, String.valueOf(outage.getMessage()));
                return steps.isBegun() ? new Execution.Unknown(now()) : unsent(Outcome.NOT_SENT);
            }
        }

        private Execution.Ended withinPolicy(Task task) {
            try {
                return task.run();
            } catch (SigningRefused policy) {
                listener.refused(trade, List.of(String.valueOf(policy.getMessage())));
                return failed(Outcome.REFUSED);
            }
        }

        private Instant now() {
            Instant now = clock.instant();
            return now.isBefore(at) ? at : now;
        }

        private Execution.Failed unsent(Outcome outcome) {
            return new Execution.Failed(now(), outcome, BigDecimal.ZERO);
        }

        Execution.Ended traded() {
            SwapPlan first = desk.planner().plan(trade);
            if (!(first instanceof SwapPlan.Ready plan)) {
                return refused(first);
            }
            List<PreparedCall> approvals = allowances.before(plan);
            for (int row = 0; row < approvals.size(); row++) {
                TxOutcome approved = send(steps.approval(row, approvals.size()), approvals.get(row));
                if (!landed(approved)) {
                    return stopped(approved);
                }
                awaitHead(approved);
            }
            SwapPlan fresh = approvals.isEmpty()
                    ? plan
                    : desk.planner().again(trade, plan.routed().calls());
            if (!(fresh instanceof SwapPlan.Ready ready)) {
                return refused(fresh);
            }
            listener.planned(trade, ready);
            return swap(ready);
        }

        /** A node that has not seen an approval yet would quote old pools, and refuse the swap. */
        private void awaitHead(TxOutcome approved) {
            long block = ((TxOutcome.Mined) approved).receipt().blockNumber();
            Waiting waiting = desk.waiting().get();
            boolean behind = true;
            while (behind) {
                behind = desk.market().client().head().number() < block && waiting.again(approved);
            }
        }

        /**
         * A node estimates for the time of its newest block. Where a pool was touched in that block it writes less than it
         * will in the next, so what such swaps take at most is the least that is allowed.
         */
        private Execution.Ended swap(SwapPlan.Ready ready) {
            PreparedCall swap = ready.swap();
            BigInteger estimate;
            try {
                estimate = desk.market()
                        .client()
                        .transactions()
                        .estimateGas(
                                ready.market().block(),
                                desk.transactions().wallet(),
                                call(steps.swap(), swap),
                                swap.value());
            } catch (RevertException refused) {
                return swapped(new TxOutcome.Deferred(
                        steps.swap(),
                        TxOutcome.Reason.WOULD_REVERT,
                        "the swap would revert at block " + ready.market().block() + ": " + refused.reason()));
            }
            BigInteger most = estimate.add(estimate.shiftRight(2)).max(BigInteger.valueOf(swap.gasEstimate()));
            return swapped(send(request(steps.swap(), swap).withGas(most)));
        }

        private Execution.Ended refused(SwapPlan plan) {
            SwapPlan.Refused refused = (SwapPlan.Refused) plan;
            listener.refused(trade, refused.reasons());
            return failed(refused.outcome());
        }

        private static boolean landed(TxOutcome outcome) {
            return outcome instanceof TxOutcome.Mined mined && mined.receipt().succeeded();
        }

        private TxOutcome send(String id, PreparedCall prepared) {
            return send(request(id, prepared));
        }

        private TxRequest request(String id, PreparedCall prepared) {
            TxRequest request = TxRequest.of(id, call(id, prepared)).withValue(prepared.value());
            return exit ? request.asExit() : request;
        }

        private static Call call(String id, PreparedCall prepared) {
            return new Call(prepared.target(), "the " + id.substring(id.lastIndexOf('/') + 1), prepared.data());
        }

        /** Signs and sends, and waits until it is in a block, or as long as is waited. */
        private TxOutcome send(TxRequest request) {
            Waiting waiting = desk.waiting().get();
            TxOutcome outcome = desk.transactions().submit(request);
            while (isBusy(outcome) && waiting.again(outcome)) {
                outcome = desk.transactions().submit(request);
            }
            return outcome.isOpen() ? desk.transactions().await(request.id(), waiting) : outcome;
        }

        /** What passes by itself: a node that has not seen the approval yet, a transaction before it. */
        private static boolean isBusy(TxOutcome outcome) {
            return outcome instanceof TxOutcome.Deferred deferred
                    && (deferred.reason() == TxOutcome.Reason.CHAIN_BEHIND
                            || deferred.reason() == TxOutcome.Reason.EARLIER_ONE_OPEN);
        }

        /** An approval did not land, and so nothing is swapped. */
        private Execution.Ended stopped(TxOutcome outcome) {
            return outcome.isOpen() ? new Execution.Unknown(now()) : ended(outcome);
        }

        private Execution.Ended swapped(TxOutcome outcome) {
            if (landed(outcome)) {
                return ended();
            }
            if (outcome instanceof TxOutcome.Deferred deferred
                    && deferred.reason() == TxOutcome.Reason.WOULD_REVERT
                    && TradePlanner.side(trade) == Side.SELL) {
                desk.verdicts().doubt(trade.intent().pair().base());
            }
            return stopped(outcome);
        }

        private Execution.Ended ended(TxOutcome outcome) {
            return switch (outcome) {
                case TxOutcome.Mined mined -> {
                    listener.noted(trade, mined.id() + " reverted: " + mined.reason());
                    yield failed(Outcome.REVERTED);
                }
                case TxOutcome.Deferred deferred -> {
                    listener.refused(trade, List.of(deferred.why()));
                    yield failed(outcome(deferred.reason()));
                }
                default -> {
                    listener.noted(trade, outcome.id() + " will never land");
                    yield failed(Outcome.NOT_SENT);
                }
            };
        }

        private static Outcome outcome(TxOutcome.Reason reason) {
            return switch (reason) {
                case FEE_ABOVE_CAP, LOW_BALANCE -> Outcome.NO_GAS;
                default -> Outcome.NOT_SENT;
            };
        }

        /** Nothing was swapped: what was allowed for it is taken back, and the gas of all that landed counted. */
        private Execution.Ended failed(Outcome outcome) {
            if (!steps.isBegun()) {
                return unsent(outcome);
            }
            revoke();
            if (steps.open().isPresent()) {
                return new Execution.Unknown(now());
            }
            List<Receipt> receipts = steps.receipts();
            return receipts.isEmpty()
                    ? unsent(outcome)
                    : new Execution.Failed(
                            fills.time(receipts.getLast()),
                            outcome,
                            fills.usd(trade, TradeSteps.gas(receipts), receipts.getLast()));
        }

        /** An allowance that no swap used would be there for whatever the router does next. */
        private void revoke() {
            List<RouterContract> routers = desk.market().place().routers();
            for (int row = 0; row < routers.size(); row++) {
                revoke(steps.revocation(row), routers.get(row));
            }
        }

        private void revoke(String id, RouterContract router) {
            if (desk.transactions().isSigned(id)) {
                desk.transactions().await(id, desk.waiting().get());
                return;
            }
            try {
                for (PreparedCall revocation : allowances.revocation(trade, router)) {
                    if (send(id, revocation) instanceof TxOutcome.Deferred deferred) {
                        leftAllowed(router, deferred.why());
                    }
                }
            } catch (SigningRefused policy) {
                leftAllowed(router, String.valueOf(policy.getMessage()));
            }
        }

        private void leftAllowed(RouterContract router, String why) {
            listener.noted(
                    trade,
                    "what the router " + router.address() + " may take of " + TradePlanner.tokenIn(trade)
                            + " could not be taken back, and the next approval will do it: " + why);
        }

        /** By the journal of transactions and the chain alone. */
        Execution.Ended settled() {
            if (!steps.isBegun()) {
                return unsent(Outcome.NOT_SENT);
            }
            for (String step : steps.signed()) {
                if (desk.transactions().await(step, desk.waiting().get()).isOpen()) {
                    return new Execution.Unknown(now());
                }
            }
            return ended();
        }

        /** All that was signed has landed or never will. */
        Execution.Ended ended() {
            if (!steps.isSwapSigned()) {
                return failed(Outcome.NOT_SENT);
            }
            TxOutcome swap = desk.transactions().look(steps.swap());
            if (swap instanceof TxOutcome.Mined mined && mined.receipt().succeeded()) {
                BigInteger gas = TradeSteps.gas(steps.receipts());
                Execution.Filled filled = fills.filled(trade, mined.receipt(), gas);
                readFrom.put(trade.id(), mined.receipt().blockHash());
                return filled;
            }
            return stopped(swap);
        }
    }
}
