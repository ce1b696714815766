package org.evenkeel.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.api.port.Ports;
import org.evenkeel.api.port.TriggerWatch;
import org.evenkeel.market.Chain;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.Transfer;

/** What happens between two decisions, in the order of time: triggers fire, transfers arrive. */
final class TriggerLoop {
    private final Ledger ledger;
    private final String book;
    private final TradeDesk desk;
    private final TriggerWatch watch;
    private final Arrivals arrivals;
    private Unsold unsold = new Unsold();

    TriggerLoop(Ledger ledger, TradeDesk desk, Ports ports) {
        this.ledger = ledger;
        this.book = desk.book();
        this.desk = desk;
        this.watch = ports.trading().watch();
        this.arrivals = new Arrivals(ports.bridge());
    }

    /** A decision can mend what kept positions from being sold. */
    void decisionComes() {
        unsold = new Unsold();
    }

    void run(Instant from, Instant until) throws InterruptedException {
        Instant now = from;
        while (true) {
            Optional<TriggerWatch.Touch> touch = nextTouch(now, until);
            Optional<Arrivals.Look> look = arrivals.next(portfolio().inFlight(), until);
            boolean arrivesFirst = look.isPresent()
                    && (touch.isEmpty() || !touch.get().at().isBefore(look.get().at()));
            if (arrivesFirst) {
                now = advance(now, look.get().at());
                lookAfter(look.get().transfer(), now);
            } else if (touch.isPresent()) {
                now = advance(now, touch.get().at());
                fire(touch.get(), position -> true);
            } else {
                advance(now, until);
                return;
            }
        }
    }

    /**
     * Looks once, while something else is waited for, and fires what is touched.
     *
     * @param busy chains that nothing can be sent on
     */
    void glance(Instant at, Set<Chain> busy) throws InterruptedException {
        Predicate<Position> free = position -> !busy.contains(position.pair().chain());
        Optional<TriggerWatch.Touch> touch = look(free, at);
        while (touch.isPresent()) {
            keepPeaks(free, at);
            fire(touch.get(), free);
            touch = look(free, at);
        }
        keepPeaks(free, at);
    }

    private Optional<TriggerWatch.Touch> look(Predicate<Position> free, Instant at) throws InterruptedException {
        Predicate<Position> sellable = position -> free.test(position) && maySell(position, at);
        return watch.look(new WatchList(sellable, free).of(portfolio().positions()), at);
    }

    /** All that was seen counts, also with a look before at which something else fired. */
    private void keepPeaks(Predicate<Position> free, Instant at) {
        for (Position position : List.copyOf(portfolio().positions())) {
            if (free.test(position) && position.watch().factors().trailingStop().isPresent()) {
                keepPeak(position, watch.peak(position, Instant.MIN, Instant.MAX), at);
            }
        }
    }

    private void lookAfter(Transfer transfer, Instant now) {
        if (desk.look(transfer, now) instanceof Bridge.InFlight) {
            arrivals.putOff(transfer, now);
        } else {
            desk.buyWhatCanBePaid(now);
        }
    }

    /** Positions whose sale failed are watched again, but only after a time. */
    private Optional<TriggerWatch.Touch> nextTouch(Instant now, Instant until) throws InterruptedException {
        Optional<TriggerWatch.Touch> first = watch.first(watched(position -> maySell(position, now)), now, until);
        if (unsold.isEmpty()) {
            return first;
        }
        for (Instant again : unsold.againAfter(portfolio().positions(), now)) {
            Instant bound = first.map(TriggerWatch.Touch::at).orElse(until);
            Instant from = again.plusMillis(1);
            if (from.isBefore(bound)) {
                List<Position> later = watched(position -> !maySell(position, now) && maySell(position, from));
                Optional<TriggerWatch.Touch> touch = watch.first(later, from, bound);
                first = touch.isPresent() ? touch : first;
            }
        }
        return first;
    }

    /** Keeps the peaks of trailing stops up to, and not with, an instant. */
    private Instant advance(Instant now, Instant to) {
        if (!to.isAfter(now)) {
            return now;
        }
        for (Position position : List.copyOf(portfolio().positions())) {
            if (position.watch().factors().trailingStop().isPresent()) {
                keepPeak(position, watch.peak(position, now, to), to);
            }
        }
        return to;
    }

    private void keepPeak(Position position, double peak, Instant at) {
        Position.Watch current = position.watch();
        if (peak > current.peak()) {
            ledger.apply(new Event.WatchChanged(
                    at, position.id(), new Position.Watch(current.factors(), peak, current.basket())));
        }
    }

    private List<Position> watched(Predicate<Position> sellable) {
        return new WatchList(sellable, position -> true).of(portfolio().positions());
    }

    private boolean maySell(Position position, Instant at) {
        return WatchList.isHeld(position) && !desk.mayHaveTraded(position.pair()) && unsold.mayBeSold(position, at);
    }

    private void fire(TriggerWatch.Touch touch, Predicate<Position> free) {
        boolean basket =
                touch.reason() == TradeReason.BASKET_STOP_LOSS || touch.reason() == TradeReason.BASKET_TAKE_PROFIT;
        // A basket is judged by closes, so its sales come at the open that follows, like a decision's.
        OptionalDouble price = basket ? OptionalDouble.empty() : OptionalDouble.of(touch.price());
        for (long id :
                basket ? members(touch.position()) : List.of(touch.position().id())) {
            Optional<Position> position = open(id).filter(free).filter(still -> maySell(still, touch.at()));
            if (position.isPresent()) {
                ledger.apply(new Event.TriggerFired(touch.at(), id, touch.reason(), touch.level()));
                TradeResult result = desk.sellTriggered(position.get(), touch.reason(), touch.at(), price);
                unsold.note(position.get(), result.outcome(), touch.at());
            }
        }
    }

    private List<Long> members(Position one) {
        Optional<String> name = one.watch().basket().map(Basket::name);
        return portfolio().positions().stream()
                .filter(position -> position.watch().basket().map(Basket::name).equals(name))
                .map(Position::id)
                .toList();
    }

    /** As it is now: while the sale of another was waited for, something else may have sold it. */
    private Optional<Position> open(long id) {
        return portfolio().positions().stream()
                .filter(position -> position.id() == id)
                .findFirst();
    }

    private Portfolio portfolio() {
        return ledger.book(book);
    }
}
