package org.evenkeel.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import org.evenkeel.api.Settings;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.Ports;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TradeStatus;
import org.evenkeel.state.model.Transfer;

/**
 * Carries out wanted trades: closes, other sales, transfers between chains, buys. Every trade is on record before it is
 * executed, and every end of it after.
 */
final class TradeDesk {
    private final Ledger ledger;
    private final String book;
    private final TradingUniverse universe;
    private final Bridge bridge;
    private final Treasury treasury;
    private final TradeRecorder recorder;
    private final LateMoney late = new LateMoney();

    TradeDesk(Ledger ledger, String book, TradingUniverse universe, Ports ports, Settings settings) {
        this.ledger = ledger;
        this.book = book;
        this.universe = universe;
        this.bridge = ports.bridge();
        boolean gasFree = ports.trading().execution().paysGasItself()
                || settings.expenses().isGasFree();
        this.treasury = new Treasury(universe.reserves(), settings.expenses(), gasFree, bridge);
        this.recorder = new TradeRecorder(ledger, book, ports.trading().execution());
    }

    /** The book that is traded for. */
    String book() {
        return book;
    }

    /** The reserve that pays for a pair and that its sale brings. */
    Token reserveOf(TradingPair pair) {
        return universe.reserve(pair.chain());
    }

    /** The quantity held of a pair. */
    BigDecimal held(TradingPair pair) {
        return portfolio().findPosition(pair).map(Position::quantity).orElse(BigDecimal.ZERO);
    }

    /** Whether there is a trade of the pair whose outcome is not known: until it is, no other is sent. */
    boolean mayHaveTraded(TradingPair pair) {
        for (Trade trade : portfolio().openTrades()) {
            if (trade.status() == TradeStatus.UNKNOWN
                    && trade.plan().intent().pair().equals(pair)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a trigger of the pair fired since the decision at hand was made: what a stop sells is not bought again by a
     * decision that did not know of it.
     */
    boolean hasFired(TradingPair pair) {
        return portfolio().openCycle().isPresent()
                && isTriggered(pair, trade -> trade.plan().cycle() >= cycle());
    }

    private boolean isTriggered(TradingPair pair, Predicate<Trade> since) {
        for (Trade trade : portfolio().trades().reversed()) {
            if (!since.test(trade)) {
                return false;
            }
            TradeIntent intent = trade.plan().intent();
            if (intent.pair().equals(pair) && intent.reason().isTrigger()) {
                return true;
            }
        }
        return false;
    }

    /** Sells all of a position because a trigger was touched. */
    TradeResult sellTriggered(Position position, TradeReason reason, Instant at, OptionalDouble touched) {
        TradeIntent sale = TradeIntent.sell(position.pair(), new Size.SellAll(), reason);
        return sell(sale, held(position.pair()), at, touched);
    }

    /**
     * Sells a quantity.
     *
     * @param touched the price at which a trigger was touched; empty for a decision's sale
     */
    TradeResult sell(TradeIntent wanted, BigDecimal quantity, Instant at, OptionalDouble touched) {
        TradeIntent sized = new TradeIntent(
                wanted.pair(), Side.SELL, new Size.Sell(quantity), wanted.reason(), wanted.triggers(), wanted.basket());
        PlannedTrade trade = recorder.plan(sized, cycle(), reserveOf(wanted.pair()), at);
        Execution.Ended end = recorder.execute(trade, at, touched);
        if (end instanceof Execution.Filled filled && touched.isEmpty()) {
            late.sold(trade.reserve(), filled, at);
        }
        return result(end);
    }

    /**
     * Makes buys of different pairs as far as there is money; tells of each that there was any for what became of it.
     * Where they need what a sale of the same decision brought later, they all wait for it.
     *
     * @param coming what is on its way from other chains for these buys, by the reserve that it comes to
     */
    Map<TradingPair, TradeResult> buy(List<TradeIntent> buys, Map<Token, BigDecimal> coming, Instant at) {
        Map<TradingPair, TradeResult> results = new HashMap<>();
        if (buys.isEmpty()) {
            return results;
        }
        Treasury.Funding funding = treasury.fund(buys, portfolio(), new Treasury.Known(late.amounts(at), coming), at);
        Instant sent = at;
        if (funding.factor() < 1 && late.until(at).isAfter(at)) {
            sent = late.until(at);
            funding = treasury.fund(buys, portfolio(), new Treasury.Known(Map.of(), coming), sent);
        }
        Moved moved = move(funding.moves(), coming.keySet(), sent);
        for (TradeIntent funded : funding.buys()) {
            TradeResult result = buy(funded, moved, sent);
            double spent = Treasury.spend(funded).doubleValue();
            results.put(funded.pair(), funding.factor() < 1 ? result.trimmed(Outcome.TRIMMED_TO_CASH, spent) : result);
        }
        return results;
    }

    private TradeResult buy(TradeIntent funded, Moved moved, Instant at) {
        if (moved.missed().contains(reserveOf(funded.pair()))) {
            return TradeResult.not(Outcome.NO_TRANSFER);
        }
        if (hasFired(funded.pair())) {
            return TradeResult.not(Outcome.TRIGGERED);
        }
        PlannedTrade trade = recorder.plan(funded, cycle(), reserveOf(funded.pair()), at);
        return moved.awaited().contains(trade.reserve())
                ? TradeResult.not(Outcome.WAITING_FOR_TRANSFER)
                : result(recorder.execute(trade, at, OptionalDouble.empty()));
    }

    private static TradeResult result(Execution.Ended end) {
        return switch (end) {
            case Execution.Filled filled -> TradeResult.AS_WANTED;
            case Execution.Failed failed -> TradeResult.not(failed.outcome());
            case Execution.Unknown unknown -> TradeResult.not(Outcome.UNKNOWN);
        };
    }

    /**
     * What became of transfers.
     *
     * @param awaited the reserves that some are still on their way to
     * @param missed the reserves that some did not leave for
     */
    private record Moved(Set<Token> awaited, Set<Token> missed) {}

    /** Starts transfers. Each is on record before it leaves: what ends in between finds it there. */
    private Moved move(List<Treasury.Move> moves, Set<Token> coming, Instant at) {
        Moved moved = new Moved(new HashSet<>(coming), new HashSet<>());
        for (Treasury.Move move : moves) {
            Bridge.Request request =
                    new Bridge.Request(ledger.nextTransfer(), book, move.from(), move.to(), move.received());
            Transfer transfer = bridge.plan(request, at);
            ledger.apply(new Event.TransferStarted(at, transfer));
            bridge.start(transfer, at);
            switch (look(transfer, at)) {
                case Bridge.InFlight flying -> moved.awaited().add(move.to());
                case Bridge.Returned back -> moved.missed().add(move.to());
                case Bridge.Arrived there -> {}
            }
        }
        return moved;
    }

    /** Learns where a transfer in flight is, and books its end. */
    Bridge.Whereabouts look(Transfer transfer, Instant at) {
        Bridge.Whereabouts where = bridge.whereabouts(transfer, at);
        switch (where) {
            case Bridge.InFlight flying -> {}
            case Bridge.Returned back -> ledger.apply(new Event.TransferReturned(at, transfer.id(), back.gas()));
            case Bridge.Arrived there -> {
                boolean asPlanned =
                        there.received().compareTo(transfer.amounts().received()) == 0;
                Optional<BigDecimal> instead = asPlanned ? Optional.empty() : Optional.of(there.received());
                ledger.apply(new Event.TransferArrived(at, transfer.id(), instead, there.gas()));
            }
        }
        return where;
    }

    /** What came may be less than what was waited for, and a trigger may have fired since it was wanted. */
    private void goOn(PlannedTrade waiting, Instant at) {
        if (isTriggered(waiting.intent().pair(), trade -> trade.plan().id() > waiting.id())) {
            ledger.apply(new Event.TradeFailed(at, waiting.id(), Outcome.TRIGGERED, BigDecimal.ZERO));
            return;
        }
        BigDecimal cash = portfolio().reserve(waiting.reserve());
        boolean payable = !(waiting.intent().size() instanceof Size.Spend spend)
                || spend.value().compareTo(cash) <= 0;
        if (payable) {
            recorder.execute(waiting, at, OptionalDouble.empty());
        } else {
            ledger.apply(new Event.TradeFailed(at, waiting.id(), Outcome.NO_TRANSFER, BigDecimal.ZERO));
        }
    }

    /** Learns what became of the trades that are open. */
    void settle(Instant at) {
        recorder.settle(portfolio().openTrades(), at, trade -> false);
    }

    /** The same, but buys that wait for money from another chain, and were never sent, go on waiting. */
    void settleAllButWaiting(Instant at) {
        recorder.settle(portfolio().openTrades(), at, this::waits);
    }

    /** Only a buy that waited is still planned when its cycle is closed: all others were executed in it. */
    private boolean waits(Trade trade) {
        boolean closed = portfolio().openCycle().isEmpty()
                || portfolio().openCycle().get().number() != trade.plan().cycle();
        return trade.status() == TradeStatus.PLANNED
                && trade.plan().intent().side() == Side.BUY
                && (closed || isAwaited(trade.plan().reserve()));
    }

    private boolean isAwaited(Token reserve) {
        return portfolio().inFlight().stream()
                .anyMatch(transfer -> transfer.to().equals(reserve));
    }

    /** Makes the buys that waited for money, wherever all of it has come or come back, or gives them up. */
    void buyWhatCanBePaid(Instant at) {
        for (Trade trade : List.copyOf(portfolio().openTrades())) {
            if (trade.status() == TradeStatus.PLANNED && !isAwaited(trade.plan().reserve())) {
                goOn(trade.plan(), at);
            }
        }
    }

    /** The number of the cycle that is at work, or was last. */
    private int cycle() {
        Portfolio portfolio = portfolio();
        return portfolio.cycles().size() + (portfolio.openCycle().isPresent() ? 1 : 0);
    }

    private Portfolio portfolio() {
        return ledger.book(book);
    }
}
