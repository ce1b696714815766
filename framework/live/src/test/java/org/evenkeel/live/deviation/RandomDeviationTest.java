package org.evenkeel.live.deviation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Strategy;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.strategies.DollarCostAveraging;
import org.evenkeel.strategies.EqualWeightRebalance;
import org.evenkeel.strategies.WeeklyMomentum;
import org.evenkeel.testkit.RandomMarkets;
import org.evenkeel.testkit.SeededTest;

/** What holds of any run on any market, whatever reality does to it. */
final class RandomDeviationTest {
    private static final List<Function<Parameters, Strategy>> STRATEGIES =
            List.of(WeeklyMomentum::new, EqualWeightRebalance::new, DollarCostAveraging::new);

    private static Trial trial(long seed) {
        RandomMarkets market = RandomMarkets.seeded(seed).hours(24 * 60);
        Function<Parameters, Strategy> strategy = STRATEGIES.get((int) (seed % STRATEGIES.size()));
        Map<String, String> set =
                Map.of("gasUsd", "ethereum:3,bsc:0.5", "bridgeUsd", "1", "bridgeBps", "4", "bridgeDelay", "3h");
        Backtest backtest = Backtest.prepare(strategy, set, market.dataSet());
        return new Trial(backtest, new Backtest.Period(RandomMarkets.START, market.end()));
    }

    /** Anything, a little of each. */
    private static Disturbance anything(long seed, MarketHistory history) {
        SplittableRandom random = new SplittableRandom(seed);
        Disturbance late = Disturbance.delay(history, 4);
        return (order, end) -> switch (random.nextInt(8)) {
            case 0 -> Disturbance.reverted("0.75").of(order, end);
            case 1 -> Disturbance.worsePrice(random.nextDouble(-0.02, 0.04)).of(order, end);
            case 2 -> Disturbance.slippage(random.nextDouble(0.03)).of(order, end);
            case 3 -> late.of(order, end);
            case 4 -> Disturbance.gas("1.25").of(order, end);
            case 5 ->
                late.and(Disturbance.worsePrice(0.01)).and(Disturbance.gas("4")).of(order, end);
            default -> end;
        };
    }

    @SeededTest
    void a_backtest_does_not_deviate_from_itself(long seed) {
        Deviation deviation = trial(seed).run(Disturbance.NONE).deviation();
        assertTrue(!deviation.trades().isEmpty(), "it trades");
        assertTrue(deviation.parts().isNone(), deviation.parts()::toString);
        assertTrue(deviation.trades().stream()
                .allMatch(trade -> trade.parts().isNone() && trade.missed().isEmpty()));
    }

    @SeededTest
    void what_the_gas_of_transfers_cost_is_a_cost_of_bridges_and_nothing_else(long seed) {
        Trial trial = trial(seed).payingForTransfers("0.6");
        Deviation deviation = trial.run(Disturbance.NONE).deviation();
        int transfers = deviation.portfolios().live().transfers().size();
        BigDecimal paid = new BigDecimal("-0.6").multiply(BigDecimal.valueOf(transfers));
        assertEquals(0, paid.compareTo(deviation.parts().get(DeviationPart.BRIDGES)), deviation.parts()::toString);
        assertEquals(paid.doubleValue(), deviation.parts().total().doubleValue(), 1e-6);
    }

    @SeededTest
    void the_parts_add_up_to_the_difference_and_what_they_leave_is_rounding(long seed) {
        Trial trial = trial(seed).payingGasFromOutside();
        Deviation deviation = trial.run(anything(seed, trial.history())).deviation();
        assertEquals(
                0, deviation.equities().difference().compareTo(deviation.parts().total()));
        BigDecimal remainder = deviation.parts().get(DeviationPart.REMAINDER).abs();
        assertTrue(remainder.doubleValue() < 1e-6, () -> "remainder " + remainder);
        assertTrue(deviation.equities().difference().signum() != 0, "something was disturbed");
    }

    @SeededTest
    void what_is_told_of_single_trades_adds_up_to_the_whole(long seed) {
        Trial trial = trial(seed).payingGasFromOutside();
        Deviation deviation = trial.run(anything(seed + 1, trial.history())).deviation();
        for (DeviationPart part : DeviationPart.values()) {
            boolean ofTrades = part.ordinal() <= DeviationPart.SIZE.ordinal();
            BigDecimal sum = Decimals.sum(deviation.trades().stream()
                    .map(trade -> trade.parts().get(part))
                    .toList());
            BigDecimal expected = ofTrades ? deviation.parts().get(part) : BigDecimal.ZERO;
            assertEquals(0, expected.compareTo(sum), part.name());
        }
    }

    @SeededTest
    void every_trade_of_either_run_is_told_of_once(long seed) {
        Trial trial = trial(seed).payingGasFromOutside();
        Deviation deviation = trial.run(anything(seed + 2, trial.history())).deviation();
        long live = deviation.trades().stream()
                .flatMap(trade -> trade.runs().live().stream())
                .distinct()
                .count();
        long backtest = deviation.trades().stream()
                .flatMap(trade -> trade.runs().backtest().stream())
                .distinct()
                .count();
        assertEquals(deviation.portfolios().live().trades().size(), live);
        assertEquals(deviation.portfolios().backtest().trades().size(), backtest);
    }
}
