package org.evenkeel.engine;

import static org.evenkeel.engine.FakeWorld.A;
import static org.evenkeel.engine.FakeWorld.NEXT;
import static org.evenkeel.engine.FakeWorld.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.StrategyException;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a strategy does wrong ends in one error that names it, the time and the cycle, and loses nothing. */
final class StrategyFaultTest {
    private final FakeWorld world = new FakeWorld();
    private final CycleEngine engine = world.engine();

    private static TradeIntent buy(TradingPair pair) {
        return TradeIntent.buy(pair, new Size.Spend(BigDecimal.TEN), TradeReason.ORDER);
    }

    private static List<TradeIntent> fail(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        throw FaultThrower.<RuntimeException>unchecked(fault);
    }

    /** Throws what a strategy in another language, or one with a trick, throws without declaring it. */
    private static final class FaultThrower {
        @SuppressWarnings("unchecked")
        static <T extends Throwable> T unchecked(Throwable fault) throws T {
            throw (T) fault;
        }
    }

    static Stream<Throwable> faults() {
        return Stream.of(
                new NullPointerException("of the strategy"),
                new IllegalArgumentException("of the strategy"),
                new StrategyException("A weight of -1."),
                new AssertionError("of the strategy"),
                new StackOverflowError(),
                new Error("of the strategy"),
                new IOException("of the strategy"),
                new NoClassDefFoundError("com/example/Missing"));
    }

    private StrategyException failure(Function<DecisionInput, List<TradeIntent>> second) throws InterruptedException {
        world.decides(input -> input.cycle() == 1 ? List.of(buy(A)) : second.apply(input));
        engine.cycle(START);
        engine.watch(START, NEXT);
        StrategyException thrown = assertThrows(StrategyException.class, () -> engine.cycle(NEXT));
        String message = thrown.getMessage();
        assertTrue(message.contains("Scripted"), message);
        assertTrue(message.contains("2022-01-10T00:00:00Z"), message);
        assertTrue(message.contains("cycle 2"), message);
        return thrown;
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_a_strategy_throws_is_wrapped_with_its_name_the_time_and_the_cycle(Throwable fault)
            throws InterruptedException {
        StrategyException thrown = failure(input -> fail(fault));
        assertSame(fault, thrown.getCause());
        String text = fault.getMessage();
        assertTrue(text == null || thrown.getMessage().contains(text), thrown.getMessage());
    }

    @Test
    void what_was_done_before_stays_on_record_and_the_run_can_go_on() throws InterruptedException {
        failure(input -> fail(new IllegalStateException("once")));
        assertEquals(1, world.ledger().book(Ledger.MAIN_BOOK).cycles().size());
        assertEquals(1, world.ledger().book(Ledger.MAIN_BOOK).positions().size());
        world.decides(input -> List.of());
        world.engine().cycle(NEXT);
        assertEquals(2, world.ledger().book(Ledger.MAIN_BOOK).cycles().size());
        long deposits = world.events().stream()
                .filter(Event.CashFlowed.class::isInstance)
                .count();
        assertEquals(1, deposits);
    }

    @Test
    void null_for_no_trades_is_refused_with_what_to_return() throws InterruptedException {
        assertTrue(failure(input -> null).getMessage().contains("an empty list"));
    }

    @Test
    void null_among_the_trades_is_refused_with_its_place() throws InterruptedException {
        String message = failure(input -> Arrays.asList(buy(A), null)).getMessage();
        assertTrue(message.contains("trade 2 of 2"), message);
    }

    @Test
    void notes_that_cannot_be_kept_are_the_strategys_fault() throws InterruptedException {
        failure(input -> {
            input.plot("x".repeat(2000), 1);
            return List.of();
        });
    }

    @Test
    void a_pair_outside_the_universe_is_refused_with_what_to_do() throws InterruptedException {
        TradingPair strange = new TradingPair(99, A.exchange(), A.base(), FakeWorld.USDC, 30, PriceUnit.USD);
        String message = failure(input -> List.of(buy(strange))).getMessage();
        assertTrue(message.contains("createTradingUniverse"), message);
    }
}
