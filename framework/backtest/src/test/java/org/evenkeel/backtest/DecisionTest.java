package org.evenkeel.backtest;

import static org.evenkeel.backtest.Orders.buy;
import static org.evenkeel.backtest.Orders.close;
import static org.evenkeel.backtest.Orders.decide;
import static org.evenkeel.backtest.Orders.sell;
import static org.evenkeel.backtest.Pairs.A;
import static org.evenkeel.backtest.Pairs.B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.Settings;
import org.evenkeel.api.StrategyException;
import org.evenkeel.api.alpha.AlphaModel;
import org.evenkeel.api.alpha.Weighting;
import org.evenkeel.engine.CycleListener;
import org.evenkeel.market.PairFilter;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.Test;

/** What becomes of what a decision wants. */
final class DecisionTest {
    private static final int WEEK = Lab.WEEK;

    private static Lab lab() {
        return new Lab()
                .pair(A, Series.hourly(4 * WEEK, 100))
                .pair(B, Series.hourly(4 * WEEK, 10))
                .hours(4 * WEEK);
    }

    private static List<TradeIntent> rebalance(DecisionInput input, TradingPair... wanted) {
        AlphaModel alpha = input.alphaModel();
        for (TradingPair pair : wanted) {
            alpha.setSignal(pair, 1);
        }
        return alpha.selectTopSignals(9)
                .assignWeights(Weighting.equal())
                .normaliseWeights()
                .updateOldWeights(input.portfolio())
                .calculateTargetPositions(input.investableEquity())
                .generateRebalanceTradesAndTriggers();
    }

    @Test
    void closes_and_other_sales_come_before_buys_however_they_are_listed() {
        LabRun run = lab().at(2, decide(buy(A, 1000)))
                .at(3, decide(buy(B, 950), sell(A, 5), sell(A, 4.5)))
                .run();
        assertEquals(Outcome.TRADED, run.what(3, B), "for 950, which only the sales have brought");
        assertEquals(Outcome.TRADED, run.what(3, A));
    }

    @Test
    void buys_are_scaled_to_the_cash_by_one_factor_and_sales_are_not() {
        LabRun run = lab().at(2, decide(buy(A, 1500), buy(B, 500))).run();
        assertEquals(750, run.fill(A, 0).fill().value().doubleValue(), 1e-6);
        assertEquals(250, run.fill(B, 0).fill().value().doubleValue(), 1e-6);
        assertEquals(Outcome.TRIMMED_TO_CASH, run.what(2, A));
        assertEquals(750, run.outcome(2, A).bound(), 1e-6);
    }

    @Test
    void a_sale_of_more_than_is_held_sells_all() {
        LabRun run = lab().at(2, decide(buy(A, 500))).at(3, decide(sell(A, 99))).run();
        assertTrue(run.book().positions().isEmpty());
    }

    @Test
    void a_sale_of_what_is_not_held_is_told_so() {
        assertEquals(Outcome.NOTHING_HELD, lab().at(2, decide(close(A))).run().what(2, A));
        assertEquals(Outcome.NOTHING_HELD, lab().at(2, decide(sell(A, 1))).run().what(2, A));
    }

    @Test
    void several_buys_of_one_pair_are_one_trade_and_pay_the_impact_of_the_whole() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(2 * WEEK, 100).depth(1000))
                .at(2, decide(buy(A, 200), buy(A, 200).with(TriggerFactors.stopLoss(0.5)), buy(A, 100)))
                .run();
        assertEquals(1, run.trades(A).size());
        assertEquals(500 * 1000 / 1500.0 / 100, run.fill(A, 0).fill().quantity().doubleValue(), 1e-9);
        assertEquals(1, run.outcomes(2).size());
        assertEquals(50, run.book().findPosition(A).orElseThrow().stopPrice(), 1e-9, "the triggers are kept");
    }

    @Test
    void several_sales_of_one_pair_are_one_trade_and_a_close_outdoes_the_others() {
        Lab lab = lab().at(2, decide(buy(A, 1000)));
        LabRun some = lab.at(3, decide(sell(A, 2), sell(A, 3))).run();
        assertEquals(5, some.fill(A, 1).fill().quantity().doubleValue(), 1e-9);
        LabRun all = lab.at(3, decide(sell(A, 2), close(A))).run();
        assertEquals(2, all.trades(A).size());
        assertTrue(all.book().positions().isEmpty());
    }

    @Test
    void the_same_target_every_week_trades_once_and_then_only_for_more_than_the_minimum() {
        Series rising = Series.hourly(4 * WEEK, 100)
                .level(2 * WEEK - 1, 3 * WEEK - 1, 101)
                .level(3 * WEEK - 1, 4 * WEEK, 130);
        LabRun run = new Lab()
                .pair(A, rising)
                .with(settings -> settings.withCapital(new Settings.Capital(1000, 1, 10)))
                .always(input ->
                        input.positionManager().orderTargetPercent(A, 0.5).trades())
                .hours(4 * WEEK)
                .run();
        assertEquals(Outcome.TRADED, run.what(2, A));
        assertEquals(Outcome.BELOW_MINIMUM_TRADE, run.what(3, A), "502.50 of 1,005 wanted, 505 held");
        assertEquals(-2.5, run.outcome(3, A).adjustment().adjust(), 1e-6);
        assertEquals(10, run.outcome(3, A).bound());
        assertEquals(Outcome.TRADED, run.what(4, A));
        assertEquals(
                2,
                run.trades(A).stream()
                        .filter(trade -> trade.filled().isPresent())
                        .count());
    }

    @Test
    void a_pair_can_be_sold_and_bought_in_one_decision() {
        LabRun run = lab().at(2, decide(buy(A, 500)))
                .at(3, decide(buy(A, 200), close(A)))
                .run();
        assertEquals(3, run.trades(A).size());
        assertEquals(2, run.book().findPosition(A).orElseThrow().quantity().doubleValue(), 1e-9);
        assertEquals(2, run.outcomes(3).size());
    }

    @Test
    void a_pair_that_the_filters_leave_out_is_not_bought_and_can_be_sold() {
        PairFilter withLiquidity =
                (pair, view) -> !pair.equals(A) || view.asOf().isBefore(Lab.hour(2 * WEEK));
        LabRun run = lab().where(withLiquidity)
                .at(2, decide(buy(A, 300)))
                .at(3, decide(buy(A, 300)))
                .at(4, decide(close(A)))
                .hours(4 * WEEK)
                .run();
        assertEquals(Outcome.TRADED, run.what(2, A));
        assertEquals(Outcome.FILTERED, run.what(3, A));
        assertEquals(Outcome.TRADED, run.what(4, A));
    }

    @Test
    void a_filter_that_throws_is_the_strategys_fault_and_leaves_no_cycle_open() {
        Backtest backtest = new Lab()
                .pair(A, Series.hourly(2 * WEEK, 100))
                .where((pair, view) -> {
                    throw new IllegalStateException("of the filter");
                })
                .backtest();
        Ledger ledger = new Ledger();
        Backtest.Period period = new Backtest.Period(Lab.START, Lab.hour(2 * WEEK));
        backtest.open(ledger, backtest.info("by hand", "nowhere"), period);
        StrategyException thrown =
                assertThrows(StrategyException.class, () -> backtest.run(period, ledger, CycleListener.NONE));
        assertTrue(thrown.getMessage().contains("of the filter"), thrown.getMessage());
        assertTrue(ledger.book(Ledger.MAIN_BOOK).openCycle().isEmpty());
    }

    @Test
    void a_size_finer_than_its_token_is_cut_off() {
        Token coarse = new Token(Pairs.ETHEREUM, "0xcoarse", "K", 2);
        TradingPair pair = new TradingPair(9, Pairs.POOL, coarse, Pairs.USDC, 0, PriceUnit.USD);
        TradeIntent fine = TradeIntent.buy(pair, new Size.Spend(new BigDecimal("500.0000009")), TradeReason.ORDER);
        TradeIntent dust = TradeIntent.sell(pair, new Size.Sell(new BigDecimal("0.009")), TradeReason.ORDER);
        LabRun run = new Lab()
                .pair(pair, Series.hourly(5 * WEEK, 100))
                .at(2, decide(fine))
                .at(3, decide(sell(pair, 1.239)))
                .at(4, decide(dust))
                .hours(4 * WEEK + 1)
                .run();
        assertEquals(new BigDecimal("500.000000"), run.fill(pair, 0).fill().value());
        assertEquals(new BigDecimal("1.23"), run.fill(pair, 1).fill().quantity());
        assertEquals(Outcome.UNCHANGED, run.what(4, pair));
    }

    private static Function<Settings, Settings> liquidity(double poolShare, double impact) {
        return settings -> settings.withLiquidity(new Settings.Liquidity(poolShare, impact));
    }

    @Test
    void an_order_is_trimmed_to_the_share_of_the_pool_that_a_position_may_have() {
        // The pool holds 2 × 10,000; a position may have 1 % of it.
        LabRun run = new Lab()
                .pair(A, Series.hourly(4 * WEEK, 100).depth(10_000))
                .with(liquidity(0.01, 0.9)::apply)
                .at(2, decide(buy(A, 150)))
                .at(3, decide(buy(A, 150)))
                .at(4, decide(buy(A, 150)))
                .hours(4 * WEEK + 1)
                .run();
        assertEquals(Outcome.TRADED, run.what(2, A));
        assertEquals(Outcome.TRIMMED_TO_LIQUIDITY, run.what(3, A));
        double held = run.book().cycles().get(2).inputs().equity() - 850;
        assertEquals(200 - held, run.fill(A, 1).fill().value().doubleValue(), 1e-5);
        assertEquals(
                run.fill(A, 1).fill().value().doubleValue(), run.outcome(3, A).bound(), 1e-9);
        assertTrue(run.what(4, A) == Outcome.TRIMMED_TO_LIQUIDITY || run.what(4, A) == Outcome.NO_LIQUIDITY);
    }

    @Test
    void an_order_is_trimmed_to_the_price_impact_that_a_trade_may_have() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(4 * WEEK, 100).depth(1000).depth(2 * WEEK - 1, 100))
                .with(liquidity(1, 0.1)::apply)
                .at(2, decide(buy(A, 500)))
                .at(3, decide(sell(A, 0.9)))
                .at(4, decide(close(A)))
                .hours(4 * WEEK + 1)
                .run();
        // impact x/(1000 + x) = 0.1
        assertEquals(1000 / 9.0, run.fill(A, 0).fill().value().doubleValue(), 1e-5);
        assertEquals(Outcome.TRIMMED_TO_LIQUIDITY, run.what(2, A));
        assertEquals(100 / 9.0 / 100, run.fill(A, 1).fill().quantity().doubleValue(), 1e-9);
        assertEquals(Outcome.TRIMMED_TO_LIQUIDITY, run.what(3, A));
        assertTrue(run.book().positions().isEmpty(), "a close is not held back");
    }

    @Test
    void nothing_can_be_ordered_of_a_pool_that_is_as_good_as_empty() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(4 * WEEK, 100).depth(1e-9))
                .with(liquidity(0.01, 0.1)::apply)
                .at(2, decide(buy(A, 500)))
                .run();
        assertEquals(Outcome.NO_LIQUIDITY, run.what(2, A));
    }

    @Test
    void a_signal_has_the_outcome_that_its_trade_had() {
        LabRun run = lab().at(2, input -> rebalance(input, A, B)).run();
        assertEquals(List.of(Outcome.TRADED, Outcome.TRADED), List.of(run.what(2, A), run.what(2, B)));
        assertEquals(500, run.outcome(2, A).adjustment().target(), 1e-9);
    }

    @Test
    void a_trade_of_the_alpha_model_that_is_not_returned_is_told_to_be_withdrawn() {
        LabRun run = lab().at(2, input -> {
                    List<TradeIntent> trades = new ArrayList<>(rebalance(input, A, B));
                    trades.removeIf(trade -> trade.pair().equals(B));
                    return trades;
                })
                .run();
        assertEquals(Outcome.TRADED, run.what(2, A));
        assertEquals(Outcome.WITHDRAWN, run.what(2, B));
    }

    @Test
    void an_order_beside_a_signal_that_came_to_nothing_has_an_outcome_of_its_own() {
        LabRun run = lab().at(2, input -> {
                    input.alphaModel().setSignal(A, -1);
                    rebalance(input, B);
                    return List.of(buy(A, 100));
                })
                .run();
        List<Outcome> ofA = run.outcomes(2).stream()
                .filter(outcome -> outcome.pair().equals(A))
                .map(SignalOutcome::outcome)
                .toList();
        assertEquals(List.of(Outcome.SHORTS_NOT_ALLOWED, Outcome.TRADED), ofA);
    }

    @Test
    void an_order_tells_what_was_held_before_and_what_was_wanted() {
        LabRun run = lab().at(2, decide(buy(A, 300)))
                .at(3, decide(buy(A, 200)))
                .at(4, decide(sell(A, 1)))
                .hours(4 * WEEK)
                .run();
        assertEquals(new SignalOutcome.Adjustment(300, 0), run.outcome(2, A).adjustment());
        assertEquals(new SignalOutcome.Adjustment(500, 300), run.outcome(3, A).adjustment());
        assertEquals(new SignalOutcome.Adjustment(400, 500), run.outcome(4, A).adjustment());
    }

    @Test
    void an_order_that_failed_tells_what_is_held_and_was_wanted_too() {
        LabRun run = new Lab()
                .pair(A, Series.hourly(WEEK + 20, 100))
                .pair(B, Series.hourly(4 * WEEK, 10))
                .at(2, decide(buy(A, 300)))
                .at(3, decide(buy(A, 200)))
                .hours(3 * WEEK)
                .run();
        assertEquals(Outcome.STALE_PRICE, run.what(3, A));
        assertEquals(new SignalOutcome.Adjustment(500, 300), run.outcome(3, A).adjustment());
    }
}
