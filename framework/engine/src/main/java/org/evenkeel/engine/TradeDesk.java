package org.evenkeel.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.evenkeel.api.Settings;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.Ports;
import org.evenkeel.api.port.Quotes;
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
    /**
     * What became of a wanted trade.
     *
     * @param outcome what
     * @param value what was traded instead of what was wanted, in USD; 0 where nothing was changed
     */
    record Result(Outcome outcome, double value) {
        /** It was traded as wanted. */
        static final Result AS_WANTED = new Result(Outcome.TRADED, 0);
    }

    private final Ledger ledger;
    private final String book;
    private final TradingUniverse universe;
    private final Ports ports;
    private final Treasury treasury;

    TradeDesk(Ledger ledger, String book, TradingUniverse universe, Ports ports, Settings settings) {
        this.ledger = ledger;
        this.book = book;
        this.universe = universe;
        this.ports = ports;
        this.treasury = new Treasury(universe.reserves(), settings.expenses(), ports.bridge());
    }

    /** Carries out the trades of a decision; tells of each pair what became of it. */
    Map<TradingPair, Result> execute(List<TradeIntent> intents, int cycle, Quotes quotes, Instant at) {
        Map<TradingPair, Result> results = new HashMap<>();
        List<TradeIntent> buys = new ArrayList<>();
        List<TradeIntent> partialSales = new ArrayList<>();
        for (TradeIntent intent : intents) {
            Optional<Outcome> obstacle = obstacle(intent.pair(), quotes);
            if (obstacle.isPresent()) {
                results.put(intent.pair(), new Result(obstacle.get(), 0));
            } else if (intent.side() == Side.BUY) {
                buys.add(intent);
            } else if (intent.isClose()) {
                results.put(intent.pair(), sell(intent, cycle, at, OptionalDouble.empty()));
            } else {
                partialSales.add(intent);
            }
        }
        for (TradeIntent sale : partialSales) {
            results.put(sale.pair(), sell(sale, cycle, at, OptionalDouble.empty()));
        }
        buy(buys, cycle, at, results);
        return results;
    }

    private Optional<Outcome> obstacle(TradingPair pair, Quotes quotes) {
        return mayHaveTraded(pair) ? Optional.of(Outcome.UNKNOWN) : quotes.findObstacle(pair);
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

    /** Sells all of a position because a trigger was touched. */
    Result sellTriggered(Position position, TradeReason reason, Instant at, OptionalDouble touched) {
        int cycle = portfolio().cycles().size();
        return sell(TradeIntent.sell(position.pair(), new Size.SellAll(), reason), cycle, at, touched);
    }

    private Result sell(TradeIntent intent, int cycle, Instant at, OptionalDouble touched) {
        BigDecimal held =
                portfolio().findPosition(intent.pair()).map(Position::quantity).orElse(BigDecimal.ZERO);
        if (held.signum() == 0) {
            return new Result(Outcome.NOTHING_HELD, 0);
        }
        BigDecimal quantity =
                intent.size() instanceof Size.Sell sell ? sell.quantity().min(held) : held;
        TradeIntent sized = new TradeIntent(
                intent.pair(), Side.SELL, new Size.Sell(quantity), intent.reason(), intent.triggers(), intent.basket());
        return executePlanned(plan(sized, cycle, at), at, touched);
    }

    private void buy(List<TradeIntent> buys, int cycle, Instant at, Map<TradingPair, Result> results) {
        if (buys.isEmpty()) {
            return;
        }
        Treasury.Funding funding = treasury.fund(buys, portfolio(), at);
        Set<Token> awaited = move(funding.moves(), at);
        buys.forEach(buy -> results.put(buy.pair(), new Result(Outcome.NO_CASH, 0)));
        for (TradeIntent funded : funding.buys()) {
            PlannedTrade trade = plan(funded, cycle, at);
            Result result = awaited.contains(trade.reserve())
                    ? new Result(Outcome.WAITING_FOR_TRANSFER, 0)
                    : executePlanned(trade, at, OptionalDouble.empty());
            boolean scaled = funding.factor() < 1 && result.outcome() == Outcome.TRADED;
            results.put(
                    funded.pair(),
                    scaled
                            ? new Result(
                                    Outcome.TRIMMED_TO_CASH,
                                    Treasury.spend(funded).doubleValue())
                            : result);
        }
    }

    /** Starts transfers; tells which reserves are still waited for. */
    private Set<Token> move(List<Treasury.Move> moves, Instant at) {
        Set<Token> awaited = new HashSet<>();
        for (Treasury.Move move : moves) {
            Transfer transfer = ports.bridge()
                    .start(
                            new Bridge.Request(ledger.nextTransfer(), book, move.from(), move.to(), move.received()),
                            at);
            ledger.apply(new Event.TransferStarted(at, transfer));
            if (ports.bridge().hasArrived(transfer, at)) {
                ledger.apply(new Event.TransferArrived(at, transfer.id()));
            } else {
                awaited.add(move.to());
            }
        }
        return awaited;
    }

    /** Books a transfer that has arrived, and makes the buys that waited for it. */
    void arrived(Transfer transfer, Instant at) {
        ledger.apply(new Event.TransferArrived(at, transfer.id()));
        boolean more =
                portfolio().inFlight().stream().anyMatch(other -> other.to().equals(transfer.to()));
        if (more) {
            return;
        }
        for (Trade trade : portfolio().openTrades()) {
            if (trade.status() == TradeStatus.PLANNED && trade.plan().reserve().equals(transfer.to())) {
                executePlanned(trade.plan(), at, OptionalDouble.empty());
            }
        }
    }

    /** Learns what became of the trades that are open. */
    void settle(Instant at) {
        List<Trade> open = portfolio().openTrades();
        if (!open.isEmpty()) {
            List<Execution.Ended> ends = ports.trading().execution().settle(open, at);
            for (int i = 0; i < open.size(); i++) {
                record(open.get(i).plan(), ends.get(i));
            }
        }
    }

    private PlannedTrade plan(TradeIntent intent, int cycle, Instant at) {
        Token reserve = universe.reserve(intent.pair().chain());
        PlannedTrade trade = new PlannedTrade(ledger.nextTrade(), book, cycle, reserve, intent);
        ledger.apply(new Event.TradePlanned(at, trade));
        return trade;
    }

    private Result executePlanned(PlannedTrade trade, Instant at, OptionalDouble touched) {
        Execution.Ended end = ports.trading().execution().execute(new Execution.Order(trade, at, touched));
        record(trade, end);
        return switch (end) {
            case Execution.Filled filled -> Result.AS_WANTED;
            case Execution.Failed failed -> new Result(failed.outcome(), 0);
            case Execution.Unknown unknown -> new Result(Outcome.UNKNOWN, 0);
        };
    }

    private void record(PlannedTrade trade, Execution.Ended end) {
        switch (end) {
            case Execution.Filled filled -> ledger.apply(new Event.TradeFilled(filled.at(), trade.id(), filled.fill()));
            case Execution.Failed failed ->
                ledger.apply(new Event.TradeFailed(failed.at(), trade.id(), failed.outcome(), failed.gas()));
            case Execution.Unknown unknown -> {
                if (ledger.trade(trade.id()).status() == TradeStatus.PLANNED) {
                    ledger.apply(new Event.TradeUnknown(unknown.at(), trade.id()));
                }
            }
        }
    }

    private Portfolio portfolio() {
        return ledger.book(book);
    }
}
