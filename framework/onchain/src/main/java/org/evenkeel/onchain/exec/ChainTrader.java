package org.evenkeel.onchain.exec;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.evenkeel.api.port.Execution;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.tx.TxOutcome;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Trade;

/** Makes the trades of one chain: plan, approval, swap, each waited for; and learns what became of those before. */
final class ChainTrader {
    private final String run;
    private final SwapExecution.Desk desk;
    private final FillReader fills;
    private final TradeWork.Tools tools;
    /** The block that each fill of this process was read from. */
    private final Map<Long, Bytes> readFrom = new ConcurrentHashMap<>();

    ChainTrader(String run, SwapExecution.Desk desk, TradeListener listener, InstantSource clock) {
        this.run = run;
        this.desk = desk;
        this.fills = new FillReader(desk.market(), desk.transactions().wallet(), listener);
        Dispatch dispatch = new Dispatch(desk);
        Allowances allowances =
                new Allowances(desk.market(), desk.transactions().wallet());
        Revocations revocations = new Revocations(desk, dispatch, allowances, listener);
        this.tools = new TradeWork.Tools(desk, dispatch, allowances, revocations, fills, listener, clock, readFrom);
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
        TradeSteps steps = steps(order.trade());
        TradeWork.Wanted wanted =
                new TradeWork.Wanted(order.at(), order.touched().isPresent());
        TradeWork work = new TradeWork(tools, steps, order.trade(), wanted);
        return work.guarded(steps.isBegun() ? work::settled : work::traded);
    }

    /** What became of a trade that may have been sent. */
    Execution.Ended settle(PlannedTrade trade, Instant at) {
        TradeWork work = new TradeWork(tools, steps(trade), trade, new TradeWork.Wanted(at, false));
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
}
