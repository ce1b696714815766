package org.evenkeel.onchain.exec;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.market.ChainMarket;
import org.evenkeel.onchain.market.TokenVerdicts;
import org.evenkeel.onchain.tx.Account;
import org.evenkeel.onchain.tx.Waiting;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Trade;

/**
 * Executes trades by swaps through routers, one transaction after the other on each chain. What a trade came to is read
 * from its receipt; what cannot be learned in time is unknown, and is asked for again by {@link #settle}.
 *
 * <p>Transactions are known by {@code run/number of the trade/step}: whoever knows the run and the trade finds them, after
 * a restart too, and none is signed twice.
 */
public final class SwapExecution implements Execution {
    private final Map<Chain, ChainTrader> traders;

    /**
     * What trades on one chain take.
     *
     * @param market where is traded
     * @param planner says what is sent
     * @param verdicts what is known of tokens
     * @param account in whose name it is sent: who pays for trades, and is paid
     * @param waiting how long is waited for each transaction that was just sent, anew for each
     * @param briefly how long for what was sent long before, or has to land before something else can be sent
     */
    public record Desk(
            ChainMarket market,
            TradePlanner planner,
            TokenVerdicts verdicts,
            Account account,
            Supplier<Waiting> waiting,
            Supplier<Waiting> briefly) {
        /** Waits as long for everything. */
        public Desk(
                ChainMarket market,
                TradePlanner planner,
                TokenVerdicts verdicts,
                Account account,
                Supplier<Waiting> waiting) {
            this(market, planner, verdicts, account, waiting, waiting);
        }
    }

    /**
     * On these chains.
     *
     * @param run names the run, and no other run that sends from the same wallet
     * @param listener hears why trades end as they do
     * @param clock says when a trade failed that left nothing on a chain
     */
    public SwapExecution(String run, List<Desk> desks, TradeListener listener, InstantSource clock) {
        traders = desks.stream()
                .map(desk -> Map.entry(desk.market().chain(), new ChainTrader(run, desk, listener, clock)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public boolean paysGasItself() {
        return true;
    }

    /**
     * @throws org.evenkeel.api.port.Unavailable when a decision wants it and the signer is away; {@link #settle} says what
     *     became of it then, and it may be wanted anew
     */
    @Override
    public Ended execute(Order order) {
        return trader(order.trade()).execute(order);
    }

    /**
     * Looks for each trade that may still be undone. Where one is, all that came later on its chain are as well: their
     * transactions rest on its nonce.
     */
    @Override
    public List<Trade> undone(List<Trade> booked) {
        List<Trade> undone = new ArrayList<>();
        for (Map.Entry<Chain, ChainTrader> trading : traders.entrySet()) {
            undone.addAll(trading.getValue()
                    .undone(booked.stream()
                            .filter(trade ->
                                    trade.plan().intent().pair().chain().equals(trading.getKey()))
                            .filter(trade -> trade.end().isPresent())
                            .toList()));
        }
        return undone;
    }

    @Override
    public List<Ended> settle(List<Trade> open, Instant at) {
        return open.stream()
                .map(trade -> trader(trade.plan()).settle(trade.plan(), at))
                .toList();
    }

    private ChainTrader trader(PlannedTrade trade) {
        Chain chain = trade.intent().pair().chain();
        ChainTrader trader = traders.get(chain);
        if (trader == null) {
            throw new IllegalArgumentException("Trade " + trade.id() + " is on " + chain + ", and is executed on "
                    + traders.keySet() + " only: add the chain.");
        }
        return trader;
    }
}
