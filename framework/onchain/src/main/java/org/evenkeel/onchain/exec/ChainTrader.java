package org.evenkeel.onchain.exec;

import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.evenkeel.api.port.Execution;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.dex.PoolException;
import org.evenkeel.onchain.rpc.Receipt;
import org.evenkeel.onchain.rpc.RevertException;
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
        this.fills = new FillReader(desk.market(), desk.account().address(), desk.verdicts(), listener);
        Dispatch dispatch = new Dispatch(desk);
        Allowances allowances = new Allowances(desk.market(), desk.account().address());
        Revocations revocations = new Revocations(desk, dispatch, allowances, listener);
        this.tools = new TradeWork.Tools(desk, dispatch, allowances, revocations, fills, listener, clock, readFrom);
    }

    TradeSteps steps(PlannedTrade trade) {
        return new TradeSteps(
                desk.account(), run, trade.id(), desk.market().place().routers().size());
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

    /** Those of trades that have ended whose end is no longer so, the newest transaction first. */
    List<Trade> undone(List<Trade> booked) {
        List<Trade> open = provisional(booked);
        int first = 0;
        while (first < open.size() && !isUndone(open.get(first))) {
            first++;
        }
        return open.subList(first, open.size()).reversed();
    }

    /** Those that were swapped and are not final yet, the oldest transaction first. Before one that is final all are. */
    private List<Trade> provisional(List<Trade> booked) {
        List<Trade> newestFirst = booked.stream()
                .filter(trade -> steps(trade.plan()).isSwapSigned())
                .sorted(Comparator.comparingLong((Trade trade) ->
                                desk.account().nonce(steps(trade.plan()).swap()))
                        .reversed())
                .toList();
        return newestFirst.stream()
                .takeWhile(trade -> !isFinal(trade.plan()))
                .toList()
                .reversed();
    }

    /** Whether nothing can change any more what became of a trade. */
    private boolean isFinal(PlannedTrade trade) {
        return desk.account().look(steps(trade).swap()) instanceof TxOutcome.Mined mined
                && mined.certainty() == TxOutcome.Certainty.FINAL;
    }

    /** Whether the chain says something else now than what is on record of a trade that has ended. */
    private boolean isUndone(Trade booked) {
        TradeSteps steps = steps(booked.plan());
        TxOutcome swap = desk.account().look(steps.swap());
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
        return isOtherwise(booked, mined.receipt(), TradeSteps.gas(steps.receipts()));
    }

    /** A fill that cannot be read just now is not known to be another. */
    private boolean isOtherwise(Trade booked, Receipt receipt, BigInteger gas) {
        try {
            Fill now = fills.filled(booked.plan(), receipt, gas).fill();
            return !now.equals(booked.filled().orElseThrow().fill());
        } catch (PoolException | AbiException | RevertException unreadable) {
            return false;
        }
    }
}
