package org.evenkeel.state;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.EquityCurve;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.RoutePart;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TradeStatus;
import org.evenkeel.state.model.Transfer;
import org.evenkeel.state.model.TriggerFactors;

/**
 * Makes valid streams of events of a seed: several books, partial and whole sales, failures, unknown outcomes that are
 * settled later, transfers, baskets, triggers, open cycles, and every double there is. Equal seeds make equal streams.
 */
public final class RandomRun {
    private static final List<String> BOOKS = List.of("main", "second", "a \"third\" one");
    private static final double[] ODD_DOUBLES = {
        0.0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        1e-7,
        1e7,
        123456789012345680.0,
        -1.0 / 3
    };

    private final SplittableRandom random;
    private final Ledger ledger;
    private Instant now = Instant.parse("2021-06-07T00:00:00Z");

    /** Goes on with a ledger, or begins it where it is empty. */
    public RandomRun(long seed, Ledger ledger) {
        this.random = new SplittableRandom(seed);
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
        Portfolio book = ledger.book(choice(List.copyOf(ledger.books())).book());
        switch (random.nextInt(18)) {
            case 0 -> deposit(choice(BOOKS));
            case 1 -> withdraw(book);
            case 2, 3, 4 -> cycle(book);
            case 5, 6, 7, 8 -> buy(book);
            case 9, 10, 11, 12, 13 -> sell(book);
            case 14 -> settle();
            case 15 -> watch(book);
            case 16 -> transfer(book);
            default -> ledger.apply(new Event.Valued(now, book.book(), real(), real()));
        }
    }

    private void deposit(String book) {
        for (Token token : TestMarket.market().reserves().values()) {
            ledger.apply(new Event.CashFlowed(now, book, token, amount(1_000_000, 6)));
        }
    }

    private void withdraw(Portfolio book) {
        Token token = choice(List.copyOf(TestMarket.market().reserves().values()));
        BigDecimal most = book.reserve(token);
        if (most.signum() > 0) {
            ledger.apply(
                    new Event.CashFlowed(now, book.book(), token, little(most).negate()));
        }
    }

    private void cycle(Portfolio book) {
        if (book.openCycle().isPresent()) {
            List<SignalOutcome> outcomes = new ArrayList<>();
            for (TradingPair pair : TestMarket.PAIRS) {
                outcomes.add(outcome(pair));
            }
            int number = book.openCycle().get().number();
            ledger.apply(new Event.CycleClosed(now, book.book(), number, new Cycle.Result(real(), real(), outcomes)));
            return;
        }
        List<TradeIntent> intents = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            intents.add(random.nextBoolean() ? buyOf(pair(), amount(1000, 6)) : sale(pair(), amount(1, 18)));
        }
        Cycle.Inputs inputs = new Cycle.Inputs(real(), real(), TestMarket.prices(real(), real(), real()));
        ledger.apply(new Event.Decided(
                now, book.book(), book.cycles().size() + 1, inputs, new Cycle.Decision(intents, notes())));
    }

    private Cycle.Notes notes() {
        if (random.nextBoolean()) {
            return Cycle.Notes.NONE;
        }
        Map<String, Double> plots = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            plots.put("plot \"" + random.nextInt(100) + "\"", real());
        }
        return new Cycle.Notes(plots, random.nextBoolean() ? List.of() : List.of("", "line\nbreak \u202e", "\uDC00"));
    }

    private SignalOutcome outcome(TradingPair pair) {
        return new SignalOutcome(
                pair,
                random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(real()),
                random.nextBoolean()
                        ? SignalOutcome.Weighing.NONE
                        : new SignalOutcome.Weighing(random.nextInt(9), real(), real(), real()),
                new SignalOutcome.Adjustment(real(), real()),
                choice(List.of(Outcome.values())),
                real());
    }

    private void buy(Portfolio book) {
        TradingPair pair = pair();
        Token reserve = TestMarket.reserve(pair);
        BigDecimal most = book.reserve(reserve);
        if (most.compareTo(BigDecimal.ONE) < 0) {
            return;
        }
        BigDecimal value = little(most);
        long id = plan(book, buyOf(pair, value));
        Fill fill = new Fill(
                amount(1_000_000, pair.base().decimals()).add(BigDecimal.ONE), value, price(), costs(), route(pair));
        end(id, fill);
    }

    private TradeIntent buyOf(TradingPair pair, BigDecimal value) {
        TradeIntent intent = TradeIntent.buy(pair, new Size.Spend(value), TradeReason.REBALANCE);
        TradeIntent watched = random.nextBoolean() ? intent : intent.with(triggers());
        return random.nextInt(3) == 0 ? watched.in(basket()) : watched;
    }

    private TradeIntent sale(TradingPair pair, BigDecimal quantity) {
        boolean all = random.nextInt(3) == 0;
        return TradeIntent.sell(
                pair, all ? new Size.SellAll() : new Size.Sell(quantity), choice(List.of(TradeReason.values())));
    }

    private void sell(Portfolio book) {
        if (book.positions().isEmpty()) {
            return;
        }
        Position position = choice(List.copyOf(book.positions()));
        if (random.nextInt(4) == 0) {
            ledger.apply(new Event.TriggerFired(now, position.id(), TradeReason.STOP_LOSS, price()));
        }
        BigDecimal quantity = random.nextInt(3) == 0 ? position.quantity() : part(position.quantity());
        long id = plan(book, sale(position.pair(), quantity));
        end(id, new Fill(quantity, amount(100_000, 6).add(BigDecimal.ONE), price(), costs(), route(position.pair())));
    }

    private long plan(Portfolio book, TradeIntent intent) {
        int cycle = book.cycles().size() + (book.openCycle().isPresent() ? 1 : 0);
        long id = ledger.nextTrade();
        Token reserve = TestMarket.reserve(intent.pair());
        ledger.apply(new Event.TradePlanned(now, new PlannedTrade(id, book.book(), cycle, reserve, intent)));
        return id;
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
            default -> ledger.apply(new Event.TradeFilled(now, id, fill));
        }
    }

    private void fail(long id) {
        boolean free = random.nextBoolean() || gasReserve(id).compareTo(BigDecimal.ONE) < 0;
        ledger.apply(
                new Event.TradeFailed(now, id, Outcome.REVERTED, free ? BigDecimal.ZERO : new BigDecimal("0.012345")));
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
            fail(choice(pending).plan().id());
        }
    }

    private void watch(Portfolio book) {
        if (!book.positions().isEmpty()) {
            Position position = choice(List.copyOf(book.positions()));
            Optional<Basket> basket = random.nextBoolean() ? Optional.empty() : Optional.of(basket());
            ledger.apply(new Event.WatchChanged(now, position.id(), new Position.Watch(triggers(), price(), basket)));
        }
    }

    private void transfer(Portfolio book) {
        List<Transfer> inFlight = List.copyOf(book.inFlight());
        if (!inFlight.isEmpty() && random.nextBoolean()) {
            ledger.apply(new Event.TransferArrived(now, choice(inFlight).id()));
            return;
        }
        BigDecimal most = book.reserve(TestMarket.USDC);
        if (most.signum() > 0) {
            BigDecimal sent = little(most);
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

    private TriggerFactors triggers() {
        return new TriggerFactors(
                stop(), random.nextBoolean() ? OptionalDouble.of(1.05) : OptionalDouble.empty(), stop());
    }

    private Basket basket() {
        return new Basket("basket " + random.nextInt(3), stop(), OptionalDouble.empty());
    }

    private OptionalDouble stop() {
        return random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble(0.01, 0.99));
    }

    private Costs costs() {
        BigDecimal gas = random.nextBoolean() ? BigDecimal.ZERO : amount(100, 6).movePointLeft(3);
        return new Costs(
                amount(10, 6),
                random.nextBoolean() ? BigDecimal.ZERO : amount(10, 9).negate(),
                gas);
    }

    private List<RoutePart> route(TradingPair pair) {
        List<TradingPair> twoHops = List.of(TestMarket.WETH_USDC, pair);
        double share = random.nextDouble(0.01, 0.99);
        return switch (random.nextInt(4)) {
            case 0 -> List.of();
            case 1 -> RoutePart.whole(List.of(pair));
            case 2 -> RoutePart.whole(twoHops);
            default -> List.of(new RoutePart(share, List.of(pair)), new RoutePart(1 - share, twoHops));
        };
    }

    private TradingPair pair() {
        return choice(TestMarket.PAIRS);
    }

    private double price() {
        return random.nextDouble(1e-9, 1e5);
    }

    private double real() {
        return random.nextInt(8) == 0 ? ODD_DOUBLES[random.nextInt(ODD_DOUBLES.length)] : random.nextDouble(-1e6, 1e6);
    }

    /** A decimal of up to the size and exactly the decimals, sometimes of very many digits. */
    private BigDecimal amount(long size, int decimals) {
        BigDecimal amount = new BigDecimal(
                BigInteger.valueOf(random.nextLong(1L << 62)).multiply(BigInteger.valueOf(random.nextLong(1L << 40))),
                20);
        return amount.remainder(BigDecimal.valueOf(size))
                .setScale(decimals, RoundingMode.DOWN)
                .add(BigDecimal.ONE.movePointLeft(decimals));
    }

    /** Some of it: more than nothing, and not more than all. */
    private BigDecimal part(BigDecimal all) {
        BigDecimal share =
                all.multiply(BigDecimal.valueOf(random.nextInt(1, 1000), 3)).setScale(all.scale(), RoundingMode.DOWN);
        return share.signum() > 0 ? share : all;
    }

    /** A fifth of it at the most, so that something is left for what comes later. */
    private BigDecimal little(BigDecimal all) {
        return part(all.multiply(new BigDecimal("0.2")).setScale(6, RoundingMode.UP))
                .min(all);
    }

    private <T> T choice(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
