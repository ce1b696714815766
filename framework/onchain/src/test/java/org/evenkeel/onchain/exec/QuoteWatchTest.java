package org.evenkeel.onchain.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.api.port.CycleClock;
import org.evenkeel.api.port.TriggerWatch.Touch;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Prices move while the watch waits: its clock lets a test trade in between. */
final class QuoteWatchTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final Instant FROM = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant UNTIL = FROM.plusSeconds(60);

    private static Floor floor;
    private static TradingPair first;
    private static TradingPair second;

    @TempDir
    private Path folder;

    private Dealer dealer;
    private Instant now = FROM;
    private final List<Runnable> events = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private QuoteWatch watch;

    @BeforeAll
    static void deploy() {
        floor = new Floor(CHAIN, 6, false);
        first = floor.pairV2("ONE");
        second = floor.pairV2("TWO");
    }

    @BeforeEach
    void open() {
        Dealer.fund(floor, 1000);
        dealer = new Dealer(floor, folder, Trading.Ways.USUAL);
        watch = watch(instant -> {
            if (instant.isAfter(now)) {
                now = instant;
                if (!events.isEmpty()) {
                    events.removeFirst().run();
                }
            }
        });
    }

    private QuoteWatch watch(CycleClock clock) {
        return new QuoteWatch(
                List.of(dealer.market), new QuoteWatch.Pace(Duration.ofSeconds(10), () -> now, clock), notes::add);
    }

    @AfterEach
    void close() {
        dealer.close();
    }

    private static Position position(long id, TradingPair pair, TriggerFactors factors, Optional<Basket> basket) {
        TradeIntent intent = TradeIntent.buy(pair, new Size.Spend(BigDecimal.TEN), TradeReason.REBALANCE)
                .with(factors);
        TradeIntent grouped = basket.map(intent::in).orElse(intent);
        Fill fill = new Fill(BigDecimal.TEN, BigDecimal.TEN, 1, Costs.NONE, List.of());
        return Position.open(id, grouped, fill, FROM);
    }

    private static Position stopped(TradingPair pair, double factor) {
        return position(1, pair, TriggerFactors.stopLoss(factor), Optional.empty());
    }

    private static void fall(TradingPair pair, long by) {
        floor.dex.swapV2(floor.contract(pair), floor.cash, Floor.units(by, 18));
    }

    private static void rise(TradingPair pair, long by) {
        floor.dex.swapV2(floor.cash, floor.contract(pair), floor.whole(by));
    }

    @Test
    void nothing_fires_where_nothing_moves_and_the_end_is_waited_for() throws Exception {
        assertEquals(Optional.empty(), watch.first(List.of(stopped(first, 0.9)), FROM, UNTIL));
        assertEquals(UNTIL, now);
        assertEquals(List.of(), notes);
    }

    @Test
    void a_stop_fires_at_the_first_look_that_sees_the_price_beneath_it() throws Exception {
        events.add(() -> fall(first, 10_000));
        events.add(() -> fall(first, 100_000));
        Position position = stopped(first, 0.9);
        Touch touch = watch.first(List.of(position), FROM, UNTIL).orElseThrow();
        assertEquals(FROM.plusSeconds(20), touch.at());
        assertEquals(TradeReason.STOP_LOSS, touch.reason());
        assertEquals(0.9, touch.level(), 1e-9);
        assertEquals(dealer.market.now().mid(first).orElseThrow(), touch.price());
        assertTrue(touch.price() < 0.9);
    }

    @Test
    void a_take_profit_fires_at_or_above_its_price() throws Exception {
        events.add(() -> rise(second, 100_000));
        Position position = position(
                1,
                second,
                new TriggerFactors(OptionalDouble.of(0.5), OptionalDouble.of(1.1), OptionalDouble.empty()),
                Optional.empty());
        Touch touch = watch.first(List.of(position), FROM, UNTIL).orElseThrow();
        assertEquals(TradeReason.TAKE_PROFIT, touch.reason());
        assertEquals(1.1, touch.level(), 1e-9);
    }

    @Test
    void a_trailing_stop_follows_what_was_seen_and_the_peak_is_told_to_the_ledger() throws Exception {
        events.add(() -> rise(first, 100_000));
        events.add(() -> fall(first, 60_000));
        Position position = position(
                1,
                first,
                new TriggerFactors(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(0.95)),
                Optional.empty());
        Touch touch = watch.first(List.of(position), FROM, UNTIL).orElseThrow();
        assertEquals(TradeReason.TRAILING_STOP, touch.reason());
        assertEquals(FROM.plusSeconds(20), touch.at());
        double peak = watch.peak(position, FROM, touch.at());
        assertEquals(touch.level(), 0.95 * peak, 1e-12);
        assertTrue(peak > 1.2 && touch.price() > 1);
    }

    @Test
    void a_basket_fires_by_what_its_members_are_worth_together() throws Exception {
        Optional<Basket> basket = Optional.of(new Basket("both", OptionalDouble.of(0.95), OptionalDouble.empty()));
        List<Position> positions = List.of(
                position(1, first, TriggerFactors.NONE, basket), position(2, second, TriggerFactors.NONE, basket));
        events.add(() -> fall(first, 30_000));
        events.add(() -> fall(second, 40_000));
        Touch touch = watch.first(positions, FROM, UNTIL).orElseThrow();
        assertEquals(TradeReason.BASKET_STOP_LOSS, touch.reason());
        assertEquals(FROM.plusSeconds(20), touch.at());
        assertEquals(19, touch.level(), 1e-9);
        assertTrue(touch.price() <= 19);
    }

    @Test
    void a_chain_that_does_not_answer_is_told_of_and_fires_nothing() throws Exception {
        dealer.client().close();
        assertEquals(Optional.empty(), watch.first(List.of(stopped(first, 0.9)), FROM, UNTIL));
        assertTrue(notes.getFirst().startsWith("Triggers on local cannot be looked at"), notes.toString());
    }

    @Test
    void a_stop_of_the_run_ends_the_watch_at_once() {
        QuoteWatch stopping = watch(instant -> {
            throw new InterruptedException("stop");
        });
        assertThrows(InterruptedException.class, () -> stopping.first(List.of(stopped(first, 0.9)), FROM, UNTIL));
    }
}
