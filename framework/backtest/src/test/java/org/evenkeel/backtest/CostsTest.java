package org.evenkeel.backtest;

import static org.evenkeel.backtest.Lab.hour;
import static org.evenkeel.backtest.Orders.buy;
import static org.evenkeel.backtest.Orders.close;
import static org.evenkeel.backtest.Orders.decide;
import static org.evenkeel.backtest.Orders.sell;
import static org.evenkeel.backtest.Pairs.A;
import static org.evenkeel.backtest.Pairs.B;
import static org.evenkeel.backtest.Pairs.BSC;
import static org.evenkeel.backtest.Pairs.BUSD;
import static org.evenkeel.backtest.Pairs.C;
import static org.evenkeel.backtest.Pairs.USDC;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.evenkeel.api.Expenses;
import org.evenkeel.api.GasPrice;
import org.evenkeel.api.Settings;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.Test;

final class CostsTest {
    private static final int WEEK = Lab.WEEK;

    private static UnaryOperator<Settings> gas(Map<String, Double> gasUsd, int bridgeHours) {
        Expenses expenses = new Expenses(
                gasUsd.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, gas -> GasPrice.constant(gas.getValue()))),
                0,
                0,
                Duration.ofHours(bridgeHours));
        return settings -> settings.withExpenses(expenses);
    }

    private static TradingPair listed(Exchange exchange, double feeBps) {
        return new TradingPair(9, exchange, Pairs.token(Pairs.ETHEREUM, "F"), USDC, feeBps, PriceUnit.USD);
    }

    @Test
    void a_pool_takes_its_fee_from_what_goes_in() {
        TradingPair pair = listed(Pairs.POOL, 100);
        LabRun run = new Lab()
                .pair(pair, Series.hourly(3 * WEEK, 10))
                .at(2, decide(buy(pair, 500)))
                .at(3, decide(close(pair)))
                .hours(3 * WEEK)
                .run();
        Fill bought = run.fill(pair, 0).fill();
        assertEquals(500 * 0.99 / 10, bought.quantity().doubleValue(), 1e-9);
        assertEquals(5, bought.costs().fee().doubleValue(), 1e-9);
        Fill sold = run.fill(pair, 1).fill();
        assertEquals(500 * 0.99 * 0.99, sold.value().doubleValue(), 1e-5);
    }

    @Test
    void a_broker_takes_its_commission_on_top() {
        TradingPair pair = listed(Pairs.BROKER, 100);
        LabRun run = new Lab()
                .pair(pair, Series.hourly(3 * WEEK, 10))
                .at(2, decide(buy(pair, 505)))
                .at(3, decide(close(pair)))
                .hours(3 * WEEK)
                .run();
        assertEquals(50, run.fill(pair, 0).fill().quantity().doubleValue(), 1e-9);
        assertEquals(5, run.fill(pair, 0).fill().costs().fee().doubleValue(), 1e-6);
        assertEquals(495, run.fill(pair, 1).fill().value().doubleValue(), 1e-6);
    }

    @Test
    void every_hop_of_a_route_takes_its_fee() {
        TradingPair first = Pairs.pair(7, Pairs.WETH, USDC, 30);
        TradingPair second = Pairs.pair(8, Pairs.token(Pairs.ETHEREUM, "G"), Pairs.WETH, 100);
        LabRun run = new Lab()
                .pair(first, Series.hourly(2 * WEEK, 2000))
                .pair(second, Series.hourly(2 * WEEK, 4))
                .at(2, decide(buy(second, 1000)))
                .run();
        Fill fill = run.fill(second, 0).fill();
        assertEquals(1000 * 0.997 * 0.99 / 4, fill.quantity().doubleValue(), 1e-9);
        assertEquals(1000 * (1 - 0.997 * 0.99), fill.costs().fee().doubleValue(), 1e-5);
        assertEquals(List.of(first, second), fill.route().getFirst().pools());
    }

    @Test
    void gas_is_paid_for_every_trade_and_buys_leave_room_for_it() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(3 * WEEK, 10))
                .pair(B, Series.hourly(3 * WEEK, 10))
                .with(gas(Map.of("ethereum", 4.0), 0))
                .at(2, decide(buy(A, 1000), buy(B, 1000)))
                .at(3, decide(close(A)))
                .hours(3 * WEEK)
                .run();
        assertEquals(496, run.fill(A, 0).fill().value().doubleValue(), 1e-6);
        assertEquals(496, run.fill(B, 0).fill().value().doubleValue(), 1e-6);
        assertEquals(492, run.cash(), 1e-5);
        assertEquals(
                -8, run.book().closedPositions().getFirst().totals().realised().doubleValue(), 1e-5);
    }

    @Test
    void gas_is_that_of_the_decision_however_late_the_fill_comes() {
        GasPrice rising = GasPrice.constant(4).then(hour(WEEK + 1), 50);
        LabRun run = new Lab()
                .pair(A, Series.hourly(3 * WEEK, 10).gap(WEEK, WEEK + 2))
                .with(settings -> settings.withExpenses(Expenses.NONE.withGas(Pairs.ETHEREUM, rising)))
                .at(2, decide(buy(A, 1000)))
                .run();
        assertEquals(hour(WEEK + 2), run.fill(A, 0).at());
        assertEquals(996, run.fill(A, 0).fill().value().doubleValue(), 1e-6);
        assertEquals(4, run.fill(A, 0).fill().costs().gas().doubleValue());
    }

    @Test
    void a_buy_that_waits_for_a_bridge_leaves_room_for_the_gas_at_its_arrival() {
        GasPrice rising = GasPrice.constant(4).then(hour(WEEK + 5), 50);
        LabRun run = new Lab()
                .pair(A, Series.hourly(3 * WEEK, 10))
                .pair(C, Series.hourly(3 * WEEK, 10))
                .with(settings -> settings.withExpenses(new Expenses(Map.of("bsc", rising), 0, 0, Duration.ofHours(5))))
                .at(2, decide(buy(C, 1000)))
                .run();
        assertEquals(950, run.fill(C, 0).fill().value().doubleValue(), 1e-6);
        assertEquals(50, run.fill(C, 0).fill().costs().gas().doubleValue());
    }

    @Test
    void a_close_is_made_even_where_its_gas_is_more_than_it_brings() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(3 * WEEK, 10).level(2 * WEEK, 3 * WEEK, 0.1))
                .with(gas(Map.of("ethereum", 50.0), 0))
                .at(2, decide(buy(A, 500)))
                .at(3, decide(close(A)))
                .hours(3 * WEEK)
                .run();
        assertEquals(1000 - 550 + 5 - 50, run.cash(), 1e-6);
    }

    @Test
    void a_sale_whose_gas_nothing_can_pay_is_not_made_and_the_run_goes_on() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(4 * WEEK, 10).level(2 * WEEK, 3 * WEEK, 0.1))
                .with(gas(Map.of("ethereum", 100.0), 0))
                .at(2, decide(buy(A, 900)))
                .at(3, decide(close(A)))
                .at(4, decide(close(A)))
                .hours(4 * WEEK)
                .run();
        assertEquals(Outcome.NO_CASH, run.what(3, A));
        assertEquals(Outcome.TRADED, run.what(4, A), "it brings more than its gas again");
        assertEquals(800, run.cash(), 1e-6);
    }

    @Test
    void a_trigger_whose_gas_nothing_can_pay_is_not_tried_again_and_again() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(3 * WEEK, 10).level(WEEK + 5, 3 * WEEK, 0.1))
                .with(gas(Map.of("ethereum", 100.0), 0))
                .at(2, decide(buy(A, 900).with(TriggerFactors.stopLoss(0.5))))
                .hours(2 * WEEK)
                .run();
        assertEquals(Outcome.NO_CASH, run.failure(A, 1).outcome());
        assertEquals(1, run.events(Event.TriggerFired.class).size());
    }

    @Test
    void a_buy_that_waited_and_finds_its_money_gone_is_off_and_the_run_goes_on() {
        TradingPair dear = Pairs.pair(4, Pairs.token(BSC, "D"), BUSD, 0);
        LabRun run = new Lab()
                .pair(A, Series.hourly(5 * WEEK, 100))
                .pair(C, Series.hourly(5 * WEEK, 10))
                .pair(dear, Series.hourly(5 * WEEK, 10).level(3 * WEEK + 2, 5 * WEEK, 0.1))
                .with(gas(Map.of("bsc", 10.0), 5))
                .at(2, decide(buy(dear, 200).with(TriggerFactors.stopLoss(0.5))))
                .at(3, decide(sell(dear, 15)))
                .at(4, decide(buy(C, 500)))
                .hours(5 * WEEK)
                .run();
        assertEquals(Outcome.WAITING_FOR_TRANSFER, run.what(4, C));
        assertEquals(Outcome.NO_CASH, run.failure(C, 0).outcome());
        assertEquals(140 - 9.5 + 370, run.book().reserve(BUSD).doubleValue(), 1e-6);
    }
}
