package org.evenkeel.engine;

import static org.evenkeel.engine.StoppedWorld.A;
import static org.evenkeel.engine.StoppedWorld.B;
import static org.evenkeel.engine.StoppedWorld.C;
import static org.evenkeel.engine.StoppedWorld.END;
import static org.evenkeel.engine.StoppedWorld.NEXT;
import static org.evenkeel.engine.StoppedWorld.START;
import static org.evenkeel.engine.StoppedWorld.book;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.alpha.Weighting;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is killed in the middle of a cycle goes on with what was decided, each trade once. */
final class ResumedCycleTest {
    private static final List<TradingPair> PAIRS = List.of(A, B, C);

    private static TradeIntent buy(TradingPair pair, double usd) {
        return TradeIntent.buy(pair, new Size.Spend(BigDecimal.valueOf(usd)), TradeReason.ORDER);
    }

    /** Buys in the first cycle; sells some, closes some, and buys others in the second. */
    private static Function<DecisionInput, List<TradeIntent>> decisions(long seed) {
        return input -> {
            SplittableRandom random = new SplittableRandom(seed * 31 + input.cycle());
            List<TradeIntent> intents = new ArrayList<>();
            for (TradingPair pair : PAIRS) {
                boolean held = input.portfolio().findPosition(pair).isPresent();
                switch (held ? random.nextInt(4) : 3) {
                    case 0 -> intents.add(TradeIntent.sell(pair, new Size.SellAll(), TradeReason.CLOSE));
                    case 1 ->
                        intents.add(TradeIntent.sell(
                                pair, new Size.Sell(BigDecimal.valueOf(random.nextInt(1, 90))), TradeReason.REBALANCE));
                    case 2 -> {
                        // It stays as it is.
                    }
                    default -> intents.add(buy(pair, random.nextInt(50, 700)).with(TriggerFactors.stopLoss(0.9)));
                }
            }
            return intents;
        };
    }

    /** Takes a ledger to the end, from wherever it is. */
    private static void run(StoppedWorld world, int last) {
        Ledger ledger = world.ledger(last);
        CycleEngine engine = world.engine(ledger);
        Instant now = world.events().getLast().at();
        if (!engine.resume(now, Instant.MAX)) {
            engine.settle(now);
            engine.buyWhatWaited(now);
        }
        try {
            Instant from = START;
            for (Instant tick : List.of(START, NEXT)) {
                if (!isDone(ledger, tick)) {
                    watch(engine, latest(from, now), tick);
                    engine.cycle(tick);
                }
                from = tick;
            }
            watch(engine, latest(from, now), END);
        } catch (InterruptedException e) {
            throw new AssertionError("nothing waits here", e);
        }
    }

    private static boolean isDone(Ledger ledger, Instant tick) {
        return !ledger.books().isEmpty()
                && book(ledger).cycles().stream().anyMatch(cycle -> cycle.at().equals(tick));
    }

    private static void watch(CycleEngine engine, Instant from, Instant until) throws InterruptedException {
        if (from.isBefore(until)) {
            engine.watch(from, until);
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static StoppedWorld world(long seed) {
        StoppedWorld world = new StoppedWorld(decisions(seed));
        return seed % 2 == 0 ? world : world.stopsA(START.plus(Duration.ofHours(30)));
    }

    /** What is held of each pair and each reserve, to the cent of a cent. */
    private static Map<String, Long> holdings(Portfolio book) {
        Map<String, Long> holdings = new TreeMap<>();
        for (Position position : book.positions()) {
            holdings.put(position.pair().toString(), rounded(position.quantity()));
        }
        book.reserves().forEach((token, amount) -> holdings.put(token.toString(), rounded(amount)));
        return holdings;
    }

    private static long rounded(BigDecimal amount) {
        return Math.round(amount.doubleValue() * 1e4);
    }

    /** How often each pair was traded on each side in each cycle. */
    private static Map<String, Long> done(Portfolio book) {
        return book.trades().stream()
                .filter(trade -> trade.filled().isPresent())
                .map(Trade::plan)
                .map(plan -> plan.cycle() + " " + plan.intent().side() + " "
                        + plan.intent().pair() + " " + plan.intent().reason())
                .collect(Collectors.groupingBy(text -> text, TreeMap::new, Collectors.counting()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void killed_after_any_event_it_makes_each_trade_once_and_holds_what_an_unbroken_run_holds(long seed) {
        StoppedWorld unbroken = world(seed);
        run(unbroken, Integer.MAX_VALUE);
        Portfolio expected = book(unbroken.ledger(Integer.MAX_VALUE));
        assertEquals(2, expected.cycles().size());
        int events = unbroken.events().size();
        for (int last = 1; last <= events; last++) {
            StoppedWorld world = world(seed);
            int at = last;
            assertThrows(StoppedWorld.Killed.class, () -> run(world, at));
            run(world, Integer.MAX_VALUE);
            Portfolio book = book(world.ledger(Integer.MAX_VALUE));
            Event killedAfter = world.events().get(last - 1);
            assertEquals(done(expected), done(book), () -> "killed after " + killedAfter);
            assertEquals(holdings(expected), holdings(book), () -> "killed after " + killedAfter);
            assertEquals(
                    world.landed().size(),
                    book.trades().stream().filter(t -> t.filled().isPresent()).count());
            assertEquals(outcomes(expected), outcomes(book), () -> "killed after " + killedAfter);
        }
    }

    private static List<Map<TradingPair, Outcome>> outcomes(Portfolio book) {
        return book.cycles().stream()
                .map(cycle -> cycle.result().outcomes().stream()
                        .collect(Collectors.toMap(SignalOutcome::pair, SignalOutcome::outcome)))
                .toList();
    }

    /** Buys the two best of three signals. */
    private static List<TradeIntent> signalled(DecisionInput input) {
        var alpha = input.alphaModel();
        alpha.setSignal(A, 0.5, TriggerFactors.NONE);
        alpha.setSignal(B, 0.25, TriggerFactors.NONE);
        alpha.setSignal(C, 0.01, TriggerFactors.NONE);
        return alpha.selectTopSignals(2, 0.02)
                .assignWeights(Weighting.equal())
                .normaliseWeights()
                .updateOldWeights(input.portfolio())
                .calculateTargetPositions(input.investableEquity())
                .generateRebalanceTradesAndTriggers();
    }

    @Test
    void killed_after_any_event_it_tells_of_every_signal_what_an_unbroken_run_tells() {
        StoppedWorld unbroken = new StoppedWorld(ResumedCycleTest::signalled).forgets();
        run(unbroken, Integer.MAX_VALUE);
        List<SignalOutcome> expected = firstOutcomes(unbroken);
        assertEquals(
                List.of(Outcome.TRADED, Outcome.TRADED, Outcome.BELOW_THRESHOLD),
                expected.stream().map(SignalOutcome::outcome).toList());
        for (int last = 1; last <= unbroken.events().size(); last++) {
            StoppedWorld world = new StoppedWorld(ResumedCycleTest::signalled).forgets();
            int at = last;
            assertThrows(StoppedWorld.Killed.class, () -> run(world, at));
            run(world, Integer.MAX_VALUE);
            Event killedAfter = world.events().get(last - 1);
            assertEquals(expected, firstOutcomes(world), () -> "killed after " + killedAfter);
        }
    }

    /** As with what an earlier release recorded. */
    @Test
    void where_no_signals_are_on_record_it_tells_of_the_decisions_trades() {
        StoppedWorld world = new StoppedWorld(ResumedCycleTest::signalled);
        // Opened, deposited, decided.
        assertThrows(StoppedWorld.Killed.class, () -> run(world, 3));
        run(world, Integer.MAX_VALUE);
        assertEquals(
                List.of(true, true),
                firstOutcomes(world).stream().map(SignalOutcome::isOrder).toList());
    }

    private static List<SignalOutcome> firstOutcomes(StoppedWorld world) {
        return book(world.ledger(Integer.MAX_VALUE))
                .cycles()
                .getFirst()
                .result()
                .outcomes();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void killed_twice_it_still_makes_each_trade_once(long seed) {
        StoppedWorld unbroken = world(seed);
        run(unbroken, Integer.MAX_VALUE);
        Portfolio expected = book(unbroken.ledger(Integer.MAX_VALUE));
        for (int first = 2; first < unbroken.events().size(); first++) {
            for (int more = 1; more <= 3; more++) {
                StoppedWorld world = world(seed);
                int at = first;
                int again = first + more;
                assertThrows(StoppedWorld.Killed.class, () -> run(world, at));
                try {
                    run(world, again);
                } catch (StoppedWorld.Killed secondTime) {
                    run(world, Integer.MAX_VALUE);
                }
                Portfolio book = book(world.ledger(Integer.MAX_VALUE));
                assertEquals(done(expected), done(book));
                assertEquals(holdings(expected), holdings(book));
            }
        }
    }

    /** A world whose engine was killed once the first of two buys was on record. */
    private static StoppedWorld killedAtTheFirstOfTwo() {
        StoppedWorld world = new StoppedWorld(input -> List.of(buy(A, 300), buy(B, 400)));
        // Opened, deposited, decided, planned.
        assertThrows(StoppedWorld.Killed.class, () -> run(world, 4));
        return world;
    }

    @Test
    void too_long_after_the_decision_its_rest_is_not_traded_and_says_so() {
        StoppedWorld world = killedAtTheFirstOfTwo();
        Ledger ledger = world.ledger(Integer.MAX_VALUE);
        CycleEngine engine = world.engine(ledger);
        assertTrue(engine.resume(START.plusSeconds(61), START.plusSeconds(60)));
        Cycle cycle = book(ledger).cycles().getFirst();
        assertEquals(
                List.of(Outcome.TOO_LATE, Outcome.TOO_LATE),
                cycle.result().outcomes().stream().map(SignalOutcome::outcome).toList());
        assertEquals(0, world.landed().size());
        assertFalse(engine.resume(START.plusSeconds(62), START.plusSeconds(60)), "it is closed");
        engine.cycle(NEXT);
        assertEquals(2, world.landed().size());
    }

    @Test
    void at_the_very_end_of_the_tolerance_it_is_still_traded() {
        StoppedWorld world = killedAtTheFirstOfTwo();
        Ledger ledger = world.ledger(Integer.MAX_VALUE);
        world.engine(ledger).resume(START.plusSeconds(60), START.plusSeconds(60));
        assertEquals(2, world.landed().size());
    }

    @Test
    void what_was_bought_before_it_was_killed_is_told_with_what_was_held_before() {
        StoppedWorld world = new StoppedWorld(input -> List.of(buy(A, 300), buy(B, 900)));
        // Opened, deposited, decided, planned, filled.
        assertThrows(StoppedWorld.Killed.class, () -> run(world, 5));
        Ledger ledger = world.ledger(Integer.MAX_VALUE);
        world.engine(ledger).resume(START, START);
        List<SignalOutcome> outcomes = book(ledger).cycles().getFirst().result().outcomes();
        assertEquals(new SignalOutcome.Adjustment(300, 0), outcomes.getFirst().adjustment());
        assertEquals(Outcome.TRIMMED_TO_CASH, outcomes.getFirst().outcome());
        assertEquals(250, outcomes.getFirst().bound(), 1e-6);
        assertEquals(750, outcomes.get(1).bound(), 1e-6);
    }

    @Test
    void what_was_written_off_in_its_middle_is_not_taken_for_its_own_sale() {
        StoppedWorld world = new StoppedWorld(input -> input.cycle() == 1
                ? List.of(buy(A, 300), buy(B, 400))
                : List.of(
                        TradeIntent.sell(A, new Size.SellAll(), TradeReason.CLOSE),
                        TradeIntent.sell(B, new Size.SellAll(), TradeReason.CLOSE)));
        // Opened, deposited, decided, twice planned and filled, closed, decided.
        assertThrows(StoppedWorld.Killed.class, () -> run(world, 9));
        Ledger ledger = world.ledger(Integer.MAX_VALUE);
        assertEquals(2, book(ledger).openCycle().orElseThrow().number());
        BigDecimal half =
                book(ledger).findPosition(B).orElseThrow().quantity().divide(BigDecimal.TWO, 6, RoundingMode.DOWN);
        long id = ledger.nextTrade();
        TradeIntent gone = TradeIntent.sell(B, new Size.Sell(half), TradeReason.WRITE_OFF);
        ledger.apply(new Event.TradePlanned(
                NEXT,
                new PlannedTrade(
                        id,
                        Ledger.MAIN_BOOK,
                        2,
                        book(ledger).reserves().keySet().iterator().next(),
                        gone)));
        ledger.apply(new Event.TradeFilled(NEXT, id, new Fill(half, BigDecimal.ZERO, 1, Costs.NONE, List.of())));
        assertTrue(world.engine(ledger).resume(NEXT, NEXT));
        assertEquals(List.of(), List.copyOf(book(ledger).positions()));
    }
}
