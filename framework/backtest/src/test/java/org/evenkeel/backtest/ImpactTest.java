package org.evenkeel.backtest;

import static org.evenkeel.backtest.Orders.buy;
import static org.evenkeel.backtest.Orders.close;
import static org.evenkeel.backtest.Orders.decide;
import static org.evenkeel.backtest.Orders.sell;
import static org.evenkeel.backtest.Pairs.A;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.junit.jupiter.api.Test;

final class ImpactTest {
    private static final int WEEK = Lab.WEEK;
    private static final TradingPair FEE = Pairs.pair(5, Pairs.token(Pairs.ETHEREUM, "F"), Pairs.USDC, 30);

    @Test
    void a_buy_moves_the_price_as_a_constant_product_pool_does() {
        double reserveUsd = 5000;
        double price = 20;
        LabRun run = new Lab()
                .pair(FEE, Series.hourly(2 * WEEK, price).depth(reserveUsd))
                .at(2, decide(buy(FEE, 1000)))
                .run();
        Fill fill = run.fill(FEE, 0).fill();
        // out = in·(1−f)·R_out / (R_in + in·(1−f)), R_out in tokens
        double in = 1000 * 0.997;
        double out = in * (reserveUsd / price) / (reserveUsd + in);
        assertEquals(out, fill.quantity().doubleValue(), 1e-12 * out);
        assertEquals(3, fill.costs().fee().doubleValue(), 1e-6);
        assertEquals(in - out * price, fill.costs().impact().doubleValue(), 2e-6);
        assertEquals(price, fill.midPrice(), "the price before the trade moved it");
    }

    @Test
    void a_sale_moves_the_price_as_a_constant_product_pool_does() {
        LabRun run = new Lab()
                .pair(FEE, Series.hourly(3 * WEEK, 20).depth(5000))
                .at(2, decide(buy(FEE, 1000)))
                .at(3, decide(sell(FEE, 30)))
                .hours(3 * WEEK)
                .run();
        double in = 30 * 20 * 0.997;
        assertEquals(5000 * in / (5000 + in), run.fill(FEE, 1).fill().value().doubleValue(), 1e-5);
    }

    @Test
    void a_pool_of_unknown_depth_does_not_move() {
        LabRun run = new Lab()
                .pair(FEE, Series.hourly(2 * WEEK, 20))
                .at(2, decide(buy(FEE, 1000)))
                .run();
        assertEquals(0, run.fill(FEE, 0).fill().costs().impact().signum());
    }

    @Test
    void the_depth_is_that_of_the_last_closed_candle() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(2 * WEEK, 20).depth(1e9).depth(WEEK - 1, 1000))
                .at(2, decide(buy(A, 1000)))
                .run();
        assertEquals(500 / 20.0, run.fill(A, 0).fill().quantity().doubleValue(), 1e-9);
    }

    @Test
    void a_position_is_worth_what_its_sale_would_bring() {
        LabRun run = new Lab()
                .pair(FEE, Series.hourly(3 * WEEK, 20).depth(5000))
                .at(2, decide(buy(FEE, 1000)))
                .at(3, decide(close(FEE)))
                .hours(3 * WEEK)
                .run();
        double before = run.book().cycles().get(2).inputs().equity();
        assertEquals(run.fill(FEE, 1).fill().value().doubleValue(), before, 1e-5);
    }

    @Test
    void nothing_is_sold_into_an_empty_pool() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(4 * WEEK, 10).depth(1e9).depth(2 * WEEK - 1, 0))
                .at(2, decide(buy(A, 500)))
                .at(3, decide(close(A)))
                .hours(3 * WEEK)
                .run();
        assertEquals(Outcome.NO_LIQUIDITY, run.what(3, A));
        assertTrue(run.book().findPosition(A).isPresent(), "it is held on, and worth nothing");
        assertEquals(500, run.book().cycles().get(2).inputs().equity(), 1e-6);
    }
}
