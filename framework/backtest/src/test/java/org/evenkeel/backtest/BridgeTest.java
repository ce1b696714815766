package org.evenkeel.backtest;

import static org.evenkeel.backtest.Lab.hour;
import static org.evenkeel.backtest.Orders.buy;
import static org.evenkeel.backtest.Orders.decide;
import static org.evenkeel.backtest.Pairs.A;
import static org.evenkeel.backtest.Pairs.BUSD;
import static org.evenkeel.backtest.Pairs.C;
import static org.evenkeel.backtest.Pairs.USDC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.evenkeel.api.Expenses;
import org.evenkeel.api.Settings;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Transfer;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class BridgeTest {
    private static final int WEEK = Lab.WEEK;

    private static UnaryOperator<Settings> bridge(double usd, double bps, int delayHours) {
        return settings -> settings.withExpenses(new Expenses(Map.of(), usd, bps, Duration.ofHours(delayHours)));
    }

    /** Money is on the home chain; in week 2, C is wanted, which is on another. */
    private static Lab wantsC(double usd) {
        return new Lab()
                .pair(A, Series.hourly(4 * WEEK, 100))
                .pair(C, Series.hourly(4 * WEEK, 10))
                .at(2, decide(buy(C, usd)))
                .hours(4 * WEEK);
    }

    @Test
    void without_cost_or_delay_money_is_moved_and_spent_at_once() {
        LabRun run = wantsC(600).run();
        assertEquals(hour(WEEK), run.fill(C, 0).at());
        assertEquals(0, new BigDecimal("400").compareTo(run.book().reserve(USDC)));
        assertEquals(0, run.book().reserve(BUSD).signum());
        assertEquals(1, run.book().transfers().size());
    }

    @Test
    void the_cost_of_the_bridge_is_paid_on_top_of_what_is_to_arrive() {
        LabRun run = wantsC(600).with(bridge(2, 50, 0)).run();
        Transfer.Amounts amounts = run.book().transfers().getFirst().amounts();
        assertEquals(0, new BigDecimal("600").compareTo(amounts.received()));
        assertEquals(0, new BigDecimal("605").compareTo(amounts.sent()), "600 + 0.5 % + 2");
        assertEquals(0, new BigDecimal("395").compareTo(run.book().reserve(USDC)));
    }

    @Test
    void buys_are_scaled_so_that_the_bridge_can_be_paid() {
        LabRun run = wantsC(1000).with(bridge(5, 100, 0)).run();
        assertEquals(Outcome.TRIMMED_TO_CASH, run.what(2, C));
        // s·1.01 + 5 = 1000
        assertEquals(995 / 1.01, run.fill(C, 0).fill().value().doubleValue(), 1e-5);
        assertTrue(run.cash() < 1e-5, "left: " + run.cash());
    }

    @Test
    void a_buy_waits_for_money_on_its_way_and_is_filled_when_it_arrives() {
        LabRun run = wantsC(600).with(bridge(0, 0, 5)).run();
        assertEquals(Outcome.WAITING_FOR_TRANSFER, run.what(2, C));
        assertEquals(hour(WEEK + 5), run.fill(C, 0).at());
    }

    @Test
    void money_that_arrives_only_at_the_next_decision_waits_for_it_and_the_buy_is_off() {
        LabRun run = wantsC(600).with(bridge(0, 0, WEEK)).run();
        assertEquals(Outcome.WAITING_FOR_TRANSFER, run.failure(C, 0).outcome());
        assertEquals(hour(2 * WEEK), run.failure(C, 0).at());
        assertEquals(0, new BigDecimal("600").compareTo(run.book().reserve(BUSD)));
    }

    @Test
    void money_in_flight_is_part_of_the_equity_and_not_of_what_can_be_spent() {
        LabRun run = wantsC(600)
                .with(bridge(0, 0, WEEK + 24))
                .at(3, decide(buy(A, 1000)))
                .run();
        assertEquals(1000, run.book().cycles().get(2).inputs().equity(), 1e-9);
        assertEquals(Outcome.TRIMMED_TO_CASH, run.what(3, A));
        assertEquals(400, run.fill(A, 0).fill().value().doubleValue(), 1e-9);
    }

    @Test
    void several_buys_wait_until_all_the_money_for_their_chain_is_there() {
        LabRun run = wantsC(300)
                .with(bridge(0, 0, 5))
                .at(3, decide(buy(C, 400), buy(A, 100)))
                .run();
        assertEquals(hour(2 * WEEK), run.fill(A, 0).at());
        assertEquals(hour(2 * WEEK + 5), run.fill(C, 1).at());
        assertEquals(2, run.events(Event.TransferArrived.class).size());
    }

    @SeededTest
    void what_can_be_received_can_be_sent(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            Expenses expenses =
                    new Expenses(Map.of(), random.nextDouble(0, 9), random.nextDouble(0, 500), Duration.ZERO);
            SimulatedBridge bridge = new SimulatedBridge(expenses);
            BigDecimal there = new BigDecimal(random.nextLong(1L << 50)).movePointLeft(random.nextInt(18));
            BigDecimal received = bridge.toReceive(BUSD, USDC, there);
            if (received.signum() > 0) {
                BigDecimal sent = bridge.toSend(BUSD, USDC, received);
                assertTrue(sent.compareTo(there) <= 0, sent + " of " + there + " with " + expenses);
                BigDecimal more = bridge.toSend(BUSD, USDC, received.add(new BigDecimal("0.000003")));
                assertTrue(more.compareTo(there) > 0, "more than " + received + " could be had of " + there);
            }
        }
    }

    @Test
    void all_of_a_reserve_of_many_decimals_can_be_moved() {
        LabRun run = new Lab()
                .pair(C, Series.hourly(4 * WEEK, 3))
                .pair(A, Series.hourly(4 * WEEK, 100))
                .with(bridge(0.1, 7, 0))
                .at(2, decide(buy(C, 999.1234567), buy(A, 0.25)))
                .at(3, decide(Orders.sell(C, 17.123456789123)))
                .at(4, decide(buy(A, 5000)))
                .hours(4 * WEEK + 1)
                .run();
        assertEquals(List.of(Outcome.TRIMMED_TO_CASH), List.of(run.what(4, A)));
        assertTrue(run.book().reserve(BUSD).doubleValue() < 1e-5);
    }
}
