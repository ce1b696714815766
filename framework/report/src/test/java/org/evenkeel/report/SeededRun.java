package org.evenkeel.report;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.engine.CycleListener;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.report.view.Run;
import org.evenkeel.state.Ledger;
import org.evenkeel.testkit.RandomMarkets;

/**
 * A run of {@link Chaser} on a made-up market: every kind of pair, trigger, cost and outcome. The same seed makes the
 * same run.
 *
 * @param ledger what came of it
 * @param market what it ran on
 */
public record SeededRun(Ledger ledger, MarketHistory market) {
    private static final Map<String, String> COSTS =
            Map.of("gasUsd", "ethereum:4,bsc:0.2", "bridgeUsd", "1", "bridgeBps", "5", "bridgeDelay", "3h");

    /** Twelve weeks of daily decisions. */
    public static SeededRun of(long seed) {
        return of(RandomMarkets.seeded(seed));
    }

    /** Weekly decisions over more than a year. */
    public static SeededRun weekly(long seed) {
        return of(RandomMarkets.seeded(seed).hours(24 * 7 * 60), with("cycle", "7d"));
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> set = new HashMap<>(COSTS);
        set.put(name, value);
        return set;
    }

    /** Daily decisions all over a market. */
    public static SeededRun of(RandomMarkets market) {
        return of(market, COSTS);
    }

    private static SeededRun of(RandomMarkets market, Map<String, String> set) {
        Backtest backtest = Backtest.prepare(parameters -> new Chaser(), set, market.dataSet());
        Backtest.Period period = new Backtest.Period(
                RandomMarkets.START.plus(Duration.ofDays(1)), market.end().minusSeconds(3600 * 5));
        Ledger ledger = new Ledger();
        backtest.open(ledger, backtest.info("a test", "memory"), period);
        backtest.run(period, ledger, CycleListener.NONE);
        return new SeededRun(ledger, backtest.history());
    }

    /** The run with its prices, as a report is made of it. */
    public ReportInput input() {
        return ReportInput.of(ledger).withMarket(market);
    }

    /** The run prepared for the sections. */
    public Run run() {
        return RunFigures.run(input());
    }

    /** The same without prices, as from the state alone. */
    public Run runOfStateAlone() {
        return RunFigures.run(ReportInput.of(ledger));
    }
}
