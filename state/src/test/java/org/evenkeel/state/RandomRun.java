package org.evenkeel.state;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.EquityCurve;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TradeStatus;
import org.evenkeel.state.model.Transfer;

/**
 * Makes valid streams of events of a seed: several books, partial and whole sales, failures, unknown outcomes that are
 * settled later, trades that a chain takes back, transfers, baskets, triggers, open cycles, and every double there is. Equal seeds make equal streams.
 */
public final class RandomRun {
    private static final List<String> BOOKS = List.of("main", "second", "a \"third\" one");

    private final SplittableRandom random;
    private final RandomValues any;
    private final Ledger ledger;
    private Instant now = Instant.parse("2021-06-07T00:00:00Z");

    /** Goes on with a ledger, or begins it where it is empty. */
    public RandomRun(long seed, Ledger ledger) {
        this.random = new SplittableRandom(seed);
        this.any = new RandomValues(random);
        this.ledger = ledger;
        if (ledger.isEmpty()) {
            ledger.apply(new Event.LedgerOpened(now, TestMarket.info()));
            deposit(BOOKS.getFirst());
        }
        for (Portfolio book : ledger.books()) {
            EquityCurve curve = book.equityCurve();
            if (curve.size() > 0 && curve.time(curve.size() - 1).isAfter(now)) {
                now = curve.time(curve.size() - 1);
            }
        }
    }

    /** The events of a seed. */
    public static List<Event> events(long seed, int steps) {
        List<Event> events = new ArrayList<>();
        RandomRun run = new RandomRun(seed, new Ledger(events::add));
        for (int step = 0; step < steps; step++) {
            run.step();
        }
        return events;
    }

    /** Makes something happen: one event, or a few that belong together. */
    public void step() {
        now = now.plus(Duration.ofMillis(random.nextInt(100) == 0 ? random.nextLong(1, 5) : 3_600_000));
        if (random.nextInt(50) == 0) {
            now = now.plusNanos(random.nextInt(1_000_000_000));
        }
        Portfolio book = ledger.book(any.choice(List.copyOf(ledger.books())).book());
        switch (random.nextInt(20)) {
            case 0 -> deposit(any.choice(BOOKS));
            case 1 -> withdraw(book);
            case 2, 3, 4 -> cycle(book);
            case 5, 6, 7, 8 -> buy(book);
            case 9, 10, 11, 12, 13 -> sell(book);
            case 14 -> settle();
            case 15 -> watch(book);
            case 16 -> transfer(book);
            case 17 -> undo(book);
            case 18 -> ledger.apply(any.started(now));
            default -> ledger.apply(new Event.Valued(now, book.book(), any.real(), any.real()));
        }
    }

    private void deposit(String book) {
        for (Token token : TestMarket.market().reserves().values()) {
            ledger.apply(new Event.CashFlowed(now, book, token, any.amount(1_000_000, 6)));
        }
    }

    private void withdraw(Portfolio book) {
        Token token = any.choice(List.copyOf(TestMarket.market().reserves().values()));
        BigDecimal most = book.reserve(token);
        if (most.signum() > 0) {
            ledger.apply(new Event.CashFlowed(
                    now, book.book(), token, any.little(most).negate()));
        }
    }

    private void cycle(Portfolio book) {
        if (book.openCycle().isPresent()) {
            List<SignalOutcome> outcomes = new ArrayList<>();
            for (TradingPair pair : TestMarket.PAIRS) {
                outcomes.add(any.outcome(pair));
            }
            int number = book.openCycle().get().number();
            ledger.apply(new Event.CycleClosed(
                    now, book.book(), number, new Cycle.Result(any.real(), any.real(), outcomes)));
            return;
        }
        List<TradeIntent> intents = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            intents.add(
                    random.nextBoolean()
                            ? any.buyOf(any.pair(), any.amount(1000, 6))
                            : any.sale(any.pair(), any.amount(1, 18)));
        }
        Cycle.Inputs inputs =
                new Cycle.Inputs(any.real(), any.real(), TestMarket.prices(any.real(), any.real(), any.real()));
        ledger.apply(new Event.Decided(
                now,
                book.book(),
                book.cycles().size() + 1,
                inputs,
                new Cycle.Decision(intents, any.notes()),
                any.knowledge()));
    }

    private void buy(Portfolio book) {
        TradingPair pair = any.pair();
        Token reserve = TestMarket.reserve(pair);
        BigDecimal most = book.reserve(reserve);
        if (most.compareTo(BigDecimal.ONE) < 0) {
            return;
        }
        BigDecimal value = any.little(most);
        long id = plan(book, any.buyOf(pair, value));
        Fill fill = new Fill(
                any.amount(1_000_000, pair.base().decimals()).add(BigDecimal.ONE),
                value,
                any.price(),
                any.costs(),
                any.route(pair));
        end(id, fill);
    }

    private void sell(Portfolio book) {
        if (book.positions().isEmpty()) {
            return;
        }
        Position position = any.choice(List.copyOf(book.positions()));
        if (random.nextInt(4) == 0) {
            ledger.apply(new Event.TriggerFired(now, position.id(), TradeReason.STOP_LOSS, any.price()));
        }
        BigDecimal quantity = random.nextInt(3) == 0 ? position.quantity() : any.part(position.quantity());
        long id = plan(book, any.sale(position.pair(), quantity));
        end(
                id,
                new Fill(
                        quantity,
                        any.amount(100_000, 6).add(BigDecimal.ONE),
                        any.price(),
                        any.costs(),
                        any.route(position.pair())));
    }

    private long plan(Portfolio book, TradeIntent intent) {
        int cycle = book.cycles().size() + (book.openCycle().isPresent() ? 1 : 0);
        long id = ledger.nextTrade();
        Token reserve = TestMarket.reserve(intent.pair());
        ledger.apply(new Event.TradePlanned(
                now, new PlannedTrade(id, book.book(), cycle, reserve, intent, random.nextBoolean())));
        return id;
    }

    /** A chain takes back one of the latest trades, if nothing rests on it, and it may land once more. */
    private void undo(Portfolio book) {
        List<Trade> last = book.trades().reversed().stream()
                .filter(Trade::canBeUndone)
                .limit(3)
                .toList();
        if (last.isEmpty()) {
            return;
        }
        Trade trade = any.choice(last);
        long id = trade.plan().id();
        try {
            ledger.apply(new Event.TradeUndone(now, id));
        } catch (IllegalStateException somethingRestsOnIt) {
            return;
        }
        Optional<Trade.Filled> filled = trade.filled();
        switch (random.nextInt(3)) {
            case 0 -> fail(id);
            case 1 -> filled.ifPresent(end -> ledger.apply(new Event.TradeFilled(now, id, end.fill())));
            default -> {
                // It is still on its way.
            }
        }
    }

    private void end(long id, Fill fill) {
        switch (random.nextInt(8)) {
            case 0 -> fail(id);
            case 1 -> ledger.apply(new Event.TradeUnknown(now, id));
            case 2 -> {
                // It stays planned, as after a crash.
            }
            case 3 -> {
                ledger.apply(new Event.TradeUnknown(now, id));
                ledger.apply(new Event.TradeFilled(now, id, fill));
            }
            default -> ledger.apply(new Event.TradeFilled(now, id, fill, any.trail()));
        }
    }

    private void fail(long id) {
        boolean free = random.nextBoolean() || gasReserve(id).compareTo(BigDecimal.ONE) < 0;
        Outcome why = free && random.nextBoolean() ? Outcome.NOT_SENT : Outcome.REVERTED;
        ledger.apply(
                new Event.TradeFailed(now, id, why, free ? BigDecimal.ZERO : new BigDecimal("0.012345"), any.trail()));
    }

    private BigDecimal gasReserve(long id) {
        PlannedTrade plan = ledger.trade(id).plan();
        return ledger.book(plan.book()).reserve(plan.reserve());
    }

    /** Settles a trade that was left without an end. */
    private void settle() {
        List<Trade> pending = ledger.books().stream()
                .flatMap(book -> book.trades().stream())
                .filter(trade -> trade.status() == TradeStatus.PLANNED || trade.status() == TradeStatus.UNKNOWN)
                .toList();
        if (!pending.isEmpty()) {
            fail(any.choice(pending).plan().id());
        }
    }

    private void watch(Portfolio book) {
        if (!book.positions().isEmpty()) {
            Position position = any.choice(List.copyOf(book.positions()));
            Optional<Basket> basket = random.nextBoolean() ? Optional.empty() : Optional.of(any.basket());
            ledger.apply(new Event.WatchChanged(
                    now, position.id(), new Position.Watch(any.triggers(), any.price(), basket)));
        }
    }

    private Event end(Transfer transfer) {
        BigDecimal received = transfer.amounts().received();
        return switch (random.nextInt(4)) {
            case 0 -> new Event.TransferReturned(now, transfer.id(), any.gas());
            case 1 ->
                new Event.TransferArrived(now, transfer.id(), Optional.of(received.add(BigDecimal.ONE)), any.gas());
            default -> new Event.TransferArrived(now, transfer.id());
        };
    }

    private void transfer(Portfolio book) {
        List<Transfer> inFlight = List.copyOf(book.inFlight());
        if (!inFlight.isEmpty() && random.nextBoolean()) {
            ledger.apply(end(any.choice(inFlight)));
            return;
        }
        BigDecimal most = book.reserve(TestMarket.USDC);
        if (most.signum() > 0) {
            BigDecimal sent = any.little(most);
            BigDecimal received = sent.multiply(new BigDecimal("0.999")).setScale(6, RoundingMode.DOWN);
            Transfer transfer = new Transfer(
                    ledger.nextTransfer(),
                    book.book(),
                    TestMarket.USDC,
                    TestMarket.USDT,
                    new Transfer.Amounts(sent, received),
                    new Transfer.Times(now, now.plusSeconds(600)));
            ledger.apply(new Event.TransferStarted(now, transfer));
        }
    }
}
