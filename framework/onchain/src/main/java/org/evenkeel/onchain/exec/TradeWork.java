package org.evenkeel.onchain.exec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.Unavailable;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.dex.PoolException;
import org.evenkeel.onchain.risk.Side;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.Receipt;
import org.evenkeel.onchain.rpc.RevertException;
import org.evenkeel.onchain.sign.SignerAway;
import org.evenkeel.onchain.sign.SigningRefused;
import org.evenkeel.onchain.swap.PreparedCall;
import org.evenkeel.onchain.tx.TxOutcome;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.Trail;

/** The making of one trade, or the learning of what became of it. */
final class TradeWork {
    private final Tools tools;
    private final TradeSteps steps;
    private final PlannedTrade trade;
    private final Instant at;
    private final boolean isOfDecision;
    private final boolean exit;
    /** What is known of each transaction, by its id, since this work began. */
    private final Map<String, TxOutcome> seen = new LinkedHashMap<>();

    private final List<String> reasons = new ArrayList<>();

    /**
     * What it takes.
     *
     * @param readFrom the block that each fill was read from
     */
    record Tools(
            SwapExecution.Desk desk,
            Dispatch dispatch,
            Allowances allowances,
            Revocations revocations,
            FillReader fills,
            TradeListener listener,
            InstantSource clock,
            Map<Long, Bytes> readFrom) {}

    /**
     * When it is wanted, and whether because a trigger was touched.
     */
    record Wanted(Instant at, boolean touched) {}

    /** What is to be tried. */
    interface Task {
        Execution.Ended run();
    }

    TradeWork(Tools tools, TradeSteps steps, PlannedTrade trade, Wanted wanted) {
        this.tools = tools;
        this.steps = steps;
        this.trade = trade;
        this.at = wanted.at;
        TradeReason reason = trade.intent().reason();
        this.isOfDecision = !wanted.touched && !reason.isTrigger() && reason != TradeReason.CLOSE_ALL;
        this.exit = !isOfDecision || reason == TradeReason.CLOSE;
    }

    /**
     * Where the chain cannot be asked, what was signed may land, and what was not never will.
     *
     * @throws Unavailable when a decision wants it and the signer is away
     */
    Execution.Ended guarded(Task task) {
        try {
            return withinPolicy(task);
        } catch (ChainException | PoolException | AbiException | RevertException outage) {
            tools.listener.noted(trade, String.valueOf(outage.getMessage()));
            reasons.add(String.valueOf(outage.getMessage()));
            return steps.isBegun() ? new Execution.Unknown(now()) : unsent(Outcome.NOT_SENT);
        }
    }

    private Execution.Ended withinPolicy(Task task) {
        try {
            return task.run();
        } catch (SignerAway away) {
            return unsigned(away);
        } catch (SigningRefused policy) {
            refused(List.of(String.valueOf(policy.getMessage())));
            return failed(Outcome.REFUSED);
        }
    }

    /**
     * Nobody has refused it. What a decision wants is wanted once he who signs is back, as where a node is away: the run
     * tries again, and {@link #settled} says what became of this attempt. A sale that cannot wait for a decision is tried
     * again by whoever wants it.
     */
    private Execution.Ended unsigned(SignerAway away) {
        String message = String.valueOf(away.getMessage());
        if (isOfDecision) {
            throw new Unavailable(message, away);
        }
        tools.listener.noted(trade, message);
        reasons.add(message);
        return failed(Outcome.NOT_SENT);
    }

    private Instant now() {
        Instant now = tools.clock.instant();
        return now.isBefore(at) ? at : now;
    }

    private Execution.Failed unsent(Outcome outcome) {
        return new Execution.Failed(now(), outcome, BigDecimal.ZERO, new Trail(List.of(), reasons));
    }

    private void refused(List<String> why) {
        tools.listener.refused(trade, why);
        reasons.addAll(why);
    }

    Execution.Ended traded() {
        SwapPlan first = tools.desk.planner().plan(trade);
        if (!(first instanceof SwapPlan.Ready plan)) {
            return refused(first);
        }
        List<PreparedCall> approvals = tools.allowances.before(plan);
        for (int row = 0; row < approvals.size(); row++) {
            String id = steps.approval(row, approvals.size());
            TxOutcome approved = seen(tools.dispatch.send(Dispatch.request(id, approvals.get(row), exit)));
            if (!approved.succeeded()) {
                return stopped(approved);
            }
            tools.dispatch.awaitHead(approved);
        }
        SwapPlan fresh = approvals.isEmpty()
                ? plan
                : tools.desk.planner().again(trade, plan.routed().calls());
        if (!(fresh instanceof SwapPlan.Ready ready)) {
            return refused(fresh);
        }
        tools.listener.planned(trade, ready);
        return swapped(seen(tools.dispatch.swap(steps.swap(), ready, exit)));
    }

    private TxOutcome seen(TxOutcome outcome) {
        seen.put(outcome.id(), outcome);
        return outcome;
    }

    /** What became of a transaction that was signed, as it was seen a moment ago, else as the chain has it now. */
    private TxOutcome outcome(String step) {
        TxOutcome known = seen.get(step);
        return known == null ? seen(tools.desk.account().look(step)) : known;
    }

    private Execution.Ended refused(SwapPlan plan) {
        SwapPlan.Refused refused = (SwapPlan.Refused) plan;
        refused(refused.reasons());
        return failed(refused.outcome());
    }

    /** An approval did not land, and so nothing is swapped. */
    private Execution.Ended stopped(TxOutcome outcome) {
        return outcome.isOpen() ? new Execution.Unknown(now()) : ended(outcome);
    }

    private Execution.Ended swapped(TxOutcome outcome) {
        if (outcome.succeeded()) {
            return ended();
        }
        if (outcome instanceof TxOutcome.Deferred deferred
                && deferred.reason() == TxOutcome.Reason.WOULD_REVERT
                && TradePlanner.side(trade) == Side.SELL) {
            tools.desk.verdicts().doubt(trade.intent().pair().base());
        }
        return stopped(outcome);
    }

    private Execution.Ended ended(TxOutcome outcome) {
        return switch (outcome) {
            case TxOutcome.Mined mined -> {
                String why = mined.id() + " reverted: " + mined.reason();
                tools.listener.noted(trade, why);
                reasons.add(why);
                yield failed(Outcome.REVERTED);
            }
            case TxOutcome.Deferred deferred -> {
                refused(List.of(why(deferred)));
                yield failed(outcome(deferred.reason()));
            }
            default -> {
                tools.listener.noted(trade, outcome.id() + " will never land");
                yield failed(Outcome.NOT_SENT);
            }
        };
    }

    /** What the chain says of the swap itself has its kind before it, as what the limits of risk say has: {@link Exits}. */
    private String why(TxOutcome.Deferred deferred) {
        return deferred.id().equals(steps.swap()) ? deferred.reason() + ": " + deferred.why() : deferred.why();
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
        tools.revocations.of(trade, steps, exit);
        if (steps.open().isPresent()) {
            return new Execution.Unknown(now());
        }
        List<Receipt> receipts = steps.receipts();
        return receipts.isEmpty()
                ? unsent(outcome)
                : new Execution.Failed(
                        tools.fills.time(receipts.getLast()),
                        outcome,
                        tools.fills.usd(trade, TradeSteps.gas(receipts), receipts.getLast()),
                        trail(steps.signed().stream()
                                .map(tools.desk.account()::look)
                                .toList()));
    }

    private Trail trail(List<TxOutcome> outcomes) {
        return new Trail(TradeSteps.trail(outcomes), reasons);
    }

    /** By the journal of transactions and the chain alone. */
    Execution.Ended settled() {
        if (!steps.isBegun()) {
            return unsent(Outcome.NOT_SENT);
        }
        for (String step : steps.signed()) {
            if (seen(tools.dispatch.await(step)).isOpen()) {
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
        TxOutcome swap = outcome(steps.swap());
        if (swap instanceof TxOutcome.Mined mined && mined.receipt().succeeded()) {
            List<TxOutcome> signed = steps.signed().stream().map(this::outcome).toList();
            BigInteger gas = TradeSteps.gas(TradeSteps.receipts(signed));
            Execution.Filled filled = tools.fills.filled(trade, mined.receipt(), gas);
            tools.readFrom.put(trade.id(), mined.receipt().blockHash());
            return new Execution.Filled(filled.at(), filled.fill(), trail(signed));
        }
        return stopped(swap);
    }
}
