package org.evenkeel.state.replay;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Quoted;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.Transfer;

/**
 * Follows the events of a run to its {@link LastWorth}. It is shown every event before it is folded, and asked when the ledger
 * holds all of them.
 */
final class Appraiser implements Replay.Visitor {
    private final String book;
    /** What a unit of each pair was last known to bring, in USD: for sharing out what was valued together. */
    private final Map<TradingPair, Double> units = new HashMap<>();

    private Instant at = Instant.MIN;
    private Optional<Base> base = Optional.empty();
    private Optional<Value> pending = Optional.empty();

    /** What the run said that the book was worth. */
    private record Value(double equity, double cash) {}

    /**
     * The last time that the book was valued.
     *
     * @param said what the run said then
     * @param worth what each position was worth of it
     * @param quantities how much was held of each
     */
    private record Base(Value said, Map<TradingPair, Double> worth, Map<TradingPair, BigDecimal> quantities) {
        /** Whether a book has this cash and holds this much still: then it is worth what was said, to the last bit. */
        boolean isStill(double cash, Map<TradingPair, BigDecimal> held) {
            return cash == said.cash() && held.equals(quantities);
        }
    }

    Appraiser(String book) {
        this.book = book;
    }

    @Override
    public void visit(Ledger before, Event event) {
        settle(before);
        switch (event) {
            case Event.Decided decided
            when decided.book().equals(book) -> {
                decided.quoted().ifPresent(this::note);
                value(event.at(), decided.inputs().equity(), decided.inputs().cash());
            }
            case Event.CycleClosed closed
            when closed.book().equals(book) ->
                value(event.at(), closed.result().equity(), closed.result().cash());
            case Event.Valued valued
            when valued.book().equals(book) -> value(event.at(), valued.equity(), valued.cash());
            case Event.TradeFilled filled -> {
                happened(event);
                note(intent(before, filled.trade()), filled.fill());
            }
            case Event.TradeFailed failed -> happened(event);
            case Event.TradeUndone undone -> happened(event);
            case Event.CashFlowed flowed -> happened(event);
            case Event.TransferStarted started -> happened(event);
            case Event.TransferArrived arrived -> happened(event);
            case Event.TransferReturned returned -> happened(event);
            default -> {}
        }
    }

    private void happened(Event event) {
        at = event.at().isAfter(at) ? event.at() : at;
    }

    private void value(Instant when, double equity, double cash) {
        at = when.isAfter(at) ? when : at;
        pending = Optional.of(new Value(equity, cash));
    }

    /** Shares out what was valued, now that the event that said so is folded. */
    private void settle(Ledger ledger) {
        if (pending.isPresent()) {
            base = Optional.of(base(ledger.book(book), pending.get()));
            pending = Optional.empty();
        }
    }

    private Base base(Portfolio portfolio, Value said) {
        double together = said.equity() - said.cash();
        Map<TradingPair, Double> worth = parts(portfolio.positions());
        worth.replaceAll((pair, part) -> part * together);
        return new Base(said, worth, quantities(portfolio));
    }

    private static Map<TradingPair, BigDecimal> quantities(Portfolio portfolio) {
        Map<TradingPair, BigDecimal> quantities = new HashMap<>();
        portfolio.positions().forEach(position -> quantities.put(position.pair(), position.quantity()));
        return quantities;
    }

    /**
     * The part that each has of what all are worth together: by what a unit was last known to bring; where that is nothing,
     * as while no token answers, by what was paid for it, or else evenly. Whatever it is, all the parts make one. In the
     * order of the positions: sums of doubles depend on it.
     */
    private Map<TradingPair, Double> parts(Collection<Position> positions) {
        Map<TradingPair, Double> parts = new LinkedHashMap<>();
        positions.forEach(position -> parts.put(position.pair(), quantity(position) * unit(position)));
        if (sum(parts) == 0) {
            positions.forEach(position -> parts.put(position.pair(), quantity(position) * paid(position)));
        }
        double sum = sum(parts);
        parts.replaceAll((pair, part) -> sum == 0 ? 1.0 / parts.size() : part / sum);
        return parts;
    }

    private static double sum(Map<TradingPair, Double> parts) {
        return parts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double quantity(Position position) {
        return position.quantity().doubleValue();
    }

    private static double paid(Position position) {
        return position.holding().entryPrice();
    }

    private double unit(Position position) {
        return units.getOrDefault(position.pair(), paid(position));
    }

    /** What each position would bring, as the decision was told; what it could not be told changes nothing. */
    private void note(Quoted quoted) {
        for (Quoted.Answer answer : quoted.answers()) {
            Quoted.Asked asked = answer.asked();
            boolean told = asked.question() == Quoted.Question.SALE_VALUE
                    && answer.numbers().length == 1
                    && asked.amounts().getFirst() > 0
                    && Double.isFinite(answer.numbers()[0])
                    && answer.numbers()[0] >= 0;
            if (told) {
                units.put(asked.pair(), answer.numbers()[0] / asked.amounts().getFirst());
            }
        }
    }

    /** A sale of what was just traded loses of its mid price what the trade lost; what is written off met no market. */
    private void note(TradeIntent intent, Fill fill) {
        if (intent.reason() == TradeReason.WRITE_OFF) {
            return;
        }
        double mid = fill.quantity().doubleValue() * fill.midPrice();
        double lost = fill.costs().fee().add(fill.costs().impact()).doubleValue();
        if (mid > 0) {
            units.put(intent.pair(), fill.midPrice() * Math.clamp(1 - lost / mid, 0.0, 1.0));
        }
    }

    private static TradeIntent intent(Ledger ledger, long id) {
        for (Portfolio portfolio : ledger.books()) {
            for (Trade trade : portfolio.openTrades()) {
                if (trade.plan().id() == id) {
                    return trade.plan().intent();
                }
            }
        }
        throw new IllegalStateException("Trade " + id + " is filled, and is not open: an event is missing.");
    }

    /** What the book is worth as the ledger now is; empty where it was never valued. */
    Optional<LastWorth> of(Ledger ledger) {
        settle(ledger);
        return base.map(known -> worth(ledger.book(book), known));
    }

    private LastWorth worth(Portfolio portfolio, Base known) {
        Map<TradingPair, Double> positions = new LinkedHashMap<>();
        portfolio.positions().forEach(position -> positions.put(position.pair(), worth(position, known)));
        List<BigDecimal> money = new ArrayList<>(portfolio.reserves().values());
        for (Transfer transfer : portfolio.inFlight()) {
            money.add(transfer.amounts().received());
        }
        double cash = Decimals.sum(money).doubleValue();
        boolean still = known.isStill(cash, quantities(portfolio));
        return new LastWorth(at, still ? known.said().equity() : cash + sum(positions), cash, positions);
    }

    private double worth(Position position, Base known) {
        BigDecimal was = known.quantities().getOrDefault(position.pair(), BigDecimal.ZERO);
        BigDecimal more = position.quantity().subtract(was);
        double before = known.worth().getOrDefault(position.pair(), 0.0);
        return more.signum() < 0
                ? before * position.quantity().doubleValue() / was.doubleValue()
                : before + more.doubleValue() * unit(position);
    }
}
