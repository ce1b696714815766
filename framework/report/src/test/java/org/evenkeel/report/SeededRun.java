package org.evenkeel.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.engine.CycleListener;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.report.view.Run;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.testkit.RandomMarkets;

/**
 * A run of {@link Chaser} on a made-up market: every kind of pair, trigger, cost and outcome. The same seed makes the
 * same run.
 *
 * @param ledger what came of it
 * @param events of which that is the fold
 * @param market what it ran on
 */
public record SeededRun(Ledger ledger, List<Event> events, MarketHistory market) {
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
        List<Event> events = new ArrayList<>();
        Ledger ledger = new Ledger(events::add);
        backtest.open(ledger, backtest.info("a test", "memory"), period);
        backtest.run(period, ledger, CycleListener.NONE);
        return new SeededRun(ledger, events, backtest.history());
    }

    /** The same, as if the gas of each transfer that arrived had been paid from outside. */
    public SeededRun payingForTransfers(BigDecimal gas) {
        List<Event> paid = events.stream()
                .map(event -> event instanceof Event.TransferArrived arrived
                        ? new Event.TransferArrived(arrived.at(), arrived.transfer(), arrived.instead(), gas)
                        : event)
                .toList();
        Ledger folded = new Ledger();
        paid.forEach(folded::apply);
        return new SeededRun(folded, paid, market);
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
