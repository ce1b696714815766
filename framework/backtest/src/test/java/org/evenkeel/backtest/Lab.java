package org.evenkeel.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.engine.CycleListener;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.PairFilter;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.market.UniverseBuilder;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.TradeIntent;

/**
 * A backtest made by hand: pairs with their candles, and what the strategy decides in which cycle. Without further
 * words 1,000 USD, all of which may be invested, weekly decisions, no limits and no costs.
 */
final class Lab {
    /** A Monday: every lab begins with a tick. */
    static final Instant START = Instant.parse("2022-01-03T00:00:00Z");

    static final int WEEK = 24 * 7;

    private final Map<TradingPair, Candles> candles = new LinkedHashMap<>();
    private final Map<Integer, Function<DecisionInput, List<TradeIntent>>> decisions = new HashMap<>();
    private final List<PairFilter> filters = new ArrayList<>();
    private Settings settings = Settings.DEFAULTS
            .withCapital(new Settings.Capital(1000, 1, 0))
            .withLiquidity(new Settings.Liquidity(1, 0.999999));
    private int hours = 2 * WEEK;

    static Instant hour(int hour) {
        return START.plusMillis(hour * Interval.HOURLY.millis());
    }

    Lab pair(TradingPair pair, Series series) {
        candles.put(pair, series.candles());
        return this;
    }

    Lab with(UnaryOperator<Settings> change) {
        settings = change.apply(settings);
        return this;
    }

    Lab where(PairFilter filter) {
        filters.add(filter);
        return this;
    }

    /** What is decided in a cycle, counted from 1. */
    Lab at(int cycle, Function<DecisionInput, List<TradeIntent>> decision) {
        decisions.put(cycle, decision);
        return this;
    }

    /** What is decided in each cycle that has no decision of its own. */
    Lab always(Function<DecisionInput, List<TradeIntent>> decision) {
        decisions.put(0, decision);
        return this;
    }

    /** Ends the run after so many hours; two weeks unless told. */
    Lab hours(int count) {
        hours = count;
        return this;
    }

    Backtest backtest() {
        Interval interval = candles.values().iterator().next().interval();
        MarketCatalog catalog = new MarketCatalog("by hand", true, interval, List.copyOf(candles.keySet()));
        MarketDataSet data = new MarketDataSet(
                catalog, wanted -> wanted.stream().map(candles::get).toList());
        return Backtest.prepare(set -> new Scripted(), Map.of(), data);
    }

    Backtest.Period period() {
        return new Backtest.Period(START, hour(hours));
    }

    LabRun run() {
        Backtest backtest = backtest();
        List<Event> events = new ArrayList<>();
        Ledger ledger = new Ledger(events::add);
        backtest.open(ledger, backtest.info("by hand", "nowhere"), period());
        backtest.run(period(), ledger, CycleListener.NONE);
        return new LabRun(ledger, events);
    }

    private final class Scripted implements Strategy {
        @Override
        public TradingUniverse createTradingUniverse(MarketCatalog market) {
            UniverseBuilder builder = market.selectAll().reserve("USDC");
            filters.forEach(builder::where);
            return builder.build();
        }

        @Override
        public List<TradeIntent> decideTrades(DecisionInput input) {
            return decisions
                    .getOrDefault(input.cycle(), decisions.getOrDefault(0, nothing -> List.of()))
                    .apply(input);
        }

        @Override
        public Settings settings() {
            return settings;
        }
    }
}
