package org.evenkeel.cli.wallet;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.Trail;

/**
 * Books what the wallet has no more of a token as a sale for nothing: what it cost is lost, and cash is as it was.
 *
 * @param ledger into which it is booked
 * @param at when
 * @param reason who decided it and why
 */
record WriteOff(Ledger ledger, Instant at, String reason) {
    /**
     * Takes an amount from the positions in a token, one after the other where it is held through several pairs.
     *
     * @param missing more than 0
     * @throws IllegalArgumentException when less than that is held; nothing is booked then
     */
    void book(Token token, BigDecimal missing) {
        BigDecimal held = ledger.books().stream()
                .flatMap(book -> book.positions().stream())
                .filter(position -> position.pair().base().equals(token))
                .map(Position::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (missing.compareTo(held) > 0) {
            throw new IllegalArgumentException("Of " + token + " " + missing.toPlainString()
                    + " cannot be written off: the books hold " + held.toPlainString() + ".");
        }
        BigDecimal left = missing;
        for (Portfolio book : ledger.books()) {
            for (Position position : List.copyOf(book.positions())) {
                if (position.pair().base().equals(token) && left.signum() > 0) {
                    BigDecimal part = left.min(position.quantity());
                    sell(book, position, part);
                    left = left.subtract(part);
                }
            }
        }
    }

    private void sell(Portfolio book, Position position, BigDecimal quantity) {
        TradingPair pair = position.pair();
        double price = price(book, position);
        long id = ledger.nextTrade();
        ledger.apply(new Event.TradePlanned(
                at,
                new PlannedTrade(
                        id,
                        book.book(),
                        cycle(book),
                        Objects.requireNonNull(ledger.info().market().reserves().get(pair.chain())),
                        TradeIntent.sell(pair, new Size.Sell(quantity), TradeReason.WRITE_OFF))));
        Fill nothing = new Fill(quantity, BigDecimal.ZERO, price, Costs.NONE, List.of());
        ledger.apply(new Event.TradeFilled(at, id, nothing, new Trail(List.of(), List.of(reason))));
    }

    /** The last that began. */
    private static int cycle(Portfolio book) {
        return book.cycles().size() + (book.openCycle().isPresent() ? 1 : 0);
    }

    /** The last price on record: of a trade since the last decision, else of that decision, else what was paid. */
    private double price(Portfolio book, Position position) {
        Optional<Double> traded = book.trades().reversed().stream()
                .takeWhile(trade -> trade.plan().cycle() == cycle(book))
                .filter(trade -> trade.plan().intent().pair().equals(position.pair()))
                .flatMap(trade -> trade.filled().stream())
                .map(Trade.Filled::fill)
                .map(Fill::midPrice)
                .findFirst();
        return traded.or(() -> decided(book)
                        .map(inputs ->
                                inputs.price(ledger.info().market().pairs().indexOf(position.pair())))
                        .filter(price -> price > 0 && Double.isFinite(price)))
                .orElse(position.holding().entryPrice());
    }

    private static Optional<Cycle.Inputs> decided(Portfolio book) {
        Optional<Cycle.Inputs> closed = book.cycles().isEmpty()
                ? Optional.empty()
                : Optional.of(book.cycles().getLast().inputs());
        return book.openCycle().map(Cycle.Begun::inputs).or(() -> closed);
    }
}
