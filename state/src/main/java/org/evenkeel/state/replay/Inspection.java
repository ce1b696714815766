package org.evenkeel.state.replay;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Trade;

/** One state, arranged for people to look at: its positions, its trades and why they were made, its cycles. */
public final class Inspection {
    private final Ledger ledger;
    private final SortedMap<Long, PositionLine> positions = new TreeMap<>();

    private Inspection(Ledger ledger) {
        this.ledger = ledger;
        for (Portfolio book : ledger.books()) {
            Map<Long, List<Trade>> trades = tradesByPosition(book);
            Stream.concat(book.closedPositions().stream(), book.positions().stream())
                    .forEach(position -> positions.put(
                            position.id(),
                            new PositionLine(
                                    book.book(),
                                    position,
                                    List.copyOf(trades.getOrDefault(position.id(), List.of())))));
        }
    }

    private static Map<Long, List<Trade>> tradesByPosition(Portfolio book) {
        Map<Long, List<Trade>> trades = new HashMap<>();
        for (Trade trade : book.trades()) {
            trade.filled()
                    .ifPresent(filled -> trades.computeIfAbsent(filled.position(), id -> new ArrayList<>())
                            .add(trade));
        }
        return trades;
    }

    /** An inspection of a state as it is now; it does not follow what happens later. */
    public static Inspection of(Ledger ledger) {
        return new Inspection(ledger);
    }

    /**
     * A position with its trades.
     *
     * @param book the book it belongs to
     * @param position the position
     * @param trades those that opened and changed it, in their order
     */
    public record PositionLine(String book, Position position, List<Trade> trades) {
        /** The money that one unit of what is held cost, fees in; 0 where nothing is held. */
        public BigDecimal averageCost() {
            BigDecimal quantity = position.quantity();
            return quantity.signum() == 0
                    ? BigDecimal.ZERO
                    : position.holding().cost().divide(quantity, MathContext.DECIMAL64);
        }
    }

    /**
     * A trade and the reason for it.
     *
     * @param trade the trade
     * @param signal what became of the signal that led to it; empty for a trigger, or an order of the strategy's own
     * @param why the reason as a sentence
     */
    public record TradeLine(Trade trade, Optional<SignalOutcome> signal, String why) {}

    /**
     * A cycle in short.
     *
     * @param book the book that was decided for
     * @param cycle the cycle
     * @param outcomes how many signals ended in each outcome
     */
    public record CycleLine(String book, Cycle cycle, Map<Outcome, Integer> outcomes) {}

    /** All positions of all books, open and closed, in the order they were opened in. */
    public List<PositionLine> positions() {
        return List.copyOf(positions.values());
    }

    /** All trades of all books with their reasons, in the order they were planned in. */
    public List<TradeLine> trades() {
        return ledger.books().stream()
                .flatMap(book -> book.trades().stream())
                .sorted(Comparator.comparingLong(trade -> trade.plan().id()))
                .map(this::line)
                .toList();
    }

    /**
     * Why a trade was made.
     *
     * @param trade its number
     * @throws IllegalStateException when there is none of this number
     */
    public TradeLine why(long trade) {
        return line(ledger.trade(trade));
    }

    private TradeLine line(Trade trade) {
        Optional<SignalOutcome> signal = trade.plan().intent().reason().isDecided()
                ? outcomes(ledger.book(trade.plan().book()), trade.plan().cycle()).stream()
                        .filter(outcome ->
                                outcome.pair().equals(trade.plan().intent().pair()))
                        .findFirst()
                : Optional.empty();
        Optional<Position> position =
                trade.filled().map(filled -> positions.get(filled.position())).map(PositionLine::position);
        return new TradeLine(trade, signal, Reasons.why(trade, position, signal));
    }

    /** What became of each signal of a cycle; while that is not closed, what the decision made of each. */
    private static List<SignalOutcome> outcomes(Portfolio book, int number) {
        if (number >= 1 && number <= book.cycles().size()) {
            return book.cycles().get(number - 1).result().outcomes();
        }
        return book.openCycle()
                .filter(begun -> begun.number() == number)
                .map(Cycle.Begun::signals)
                .orElse(List.of());
    }

    /** All closed cycles of all books, in their order. */
    public List<CycleLine> cycles() {
        List<CycleLine> lines = new ArrayList<>();
        for (Portfolio book : ledger.books()) {
            for (Cycle cycle : book.cycles()) {
                lines.add(new CycleLine(book.book(), cycle, counts(cycle)));
            }
        }
        lines.sort(Comparator.comparing(line -> line.cycle().at()));
        return List.copyOf(lines);
    }

    private static Map<Outcome, Integer> counts(Cycle cycle) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        cycle.result().outcomes().forEach(outcome -> counts.merge(outcome.outcome(), 1, Integer::sum));
        return counts;
    }
}
