package org.evenkeel.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
                fire(touch.get());
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
            fire(touch.get());
            touch = look(free, at);
        }
        keepPeaks(free, at);
    }

    private Optional<TriggerWatch.Touch> look(Predicate<Position> free, Instant at) throws InterruptedException {
        return watch.look(watched(position -> free.test(position) && unsold.mayBeSold(position, at)), at);
    }

    private void keepPeaks(Predicate<Position> free, Instant since) {
        for (Position position : List.copyOf(portfolio().positions())) {
            if (free.test(position) && position.watch().factors().trailingStop().isPresent()) {
                keepPeak(position, watch.peak(position, since, Instant.MAX), since);
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
        Optional<TriggerWatch.Touch> first =
                watch.first(watched(position -> unsold.mayBeSold(position, now)), now, until);
        if (unsold.isEmpty()) {
            return first;
        }
        Map<Instant, List<Position>> failed = watched(position -> unsold.mayBeSoldAfter(position, now)).stream()
                .collect(Collectors.groupingBy(unsold::again, TreeMap::new, Collectors.toList()));
        for (Map.Entry<Instant, List<Position>> later : failed.entrySet()) {
            Instant bound = first.map(TriggerWatch.Touch::at).orElse(until);
            Instant from = later.getKey().plusMillis(1);
            if (from.isBefore(bound)) {
                Optional<TriggerWatch.Touch> again = watch.first(later.getValue(), from, bound);
                first = again.isPresent() ? again : first;
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

    private List<Position> watched(Predicate<Position> condition) {
        List<Position> result = new ArrayList<>();
        for (Position position : portfolio().positions()) {
            boolean hasTrigger = !position.watch().factors().isNone()
                    || position.watch().basket().isPresent();
            boolean sellable = isHeld(position) && !desk.mayHaveTraded(position.pair());
            if (hasTrigger && sellable && condition.test(position)) {
                result.add(position);
            }
        }
        return result;
    }

    /** A token can take the money of a buy and let nothing arrive. */
    private static boolean isHeld(Position position) {
        return position.quantity().signum() > 0;
    }

    private void fire(TriggerWatch.Touch touch) {
        boolean basket =
                touch.reason() == TradeReason.BASKET_STOP_LOSS || touch.reason() == TradeReason.BASKET_TAKE_PROFIT;
        // A basket is judged by closes, so its sales come at the open that follows, like a decision's.
        OptionalDouble price = basket ? OptionalDouble.empty() : OptionalDouble.of(touch.price());
        for (Position position : basket ? members(touch.position()) : List.of(touch.position())) {
            ledger.apply(new Event.TriggerFired(touch.at(), position.id(), touch.reason(), touch.level()));
            TradeResult result = desk.sellTriggered(position, touch.reason(), touch.at(), price);
            unsold.note(position, result.outcome(), touch.at());
        }
    }

    private List<Position> members(Position one) {
        Optional<String> name = one.watch().basket().map(Basket::name);
        return portfolio().positions().stream()
                .filter(TriggerLoop::isHeld)
                .filter(position -> position.watch().basket().map(Basket::name).equals(name))
                .toList();
    }

    private Portfolio portfolio() {
        return ledger.book(book);
    }
}
