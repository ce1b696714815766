package org.evenkeel.sweep.subject;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Strategy;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.engine.CycleListener;
import org.evenkeel.market.Candles;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.UsdPegs;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.report.RunFigures;
import org.evenkeel.research.AssetFigures;
import org.evenkeel.state.Ledger;
import org.evenkeel.strategies.BuyAndHold;
import org.evenkeel.strategies.DollarCostAveraging;
import org.evenkeel.strategies.EqualWeightRebalance;
import org.evenkeel.strategies.SmaCrossover;
import org.evenkeel.strategies.WeeklyMomentum;
import org.evenkeel.sweep.Outcome;
import org.evenkeel.testkit.RandomMarkets;
import org.evenkeel.testkit.SeededTest;
import org.evenkeel.testkit.TradingTimes;
import org.junit.jupiter.api.Test;

class SubjectsTest {
    private static Experiment experiment(
            Function<Parameters, Strategy> factory, Map<String, String> fixed, MarketDataSet data) {
        Backtest backtest = Backtest.prepare(factory, fixed, data);
        return new Experiment(factory, fixed, data, backtest.dataPeriod(), MetricsOptions.DEFAULT);
    }

    private static SequencedMap<String, String> set(String... texts) {
        SequencedMap<String, String> set = new LinkedHashMap<>();
        for (int i = 0; i < texts.length; i += 2) {
            set.put(texts[i], texts[i + 1]);
        }
        return set;
    }

    @SeededTest
    void a_run_in_the_engine_is_the_backtest_with_the_same_parameters(long seed) {
        MarketDataSet data = RandomMarkets.seeded(seed).dataSet();
        Experiment experiment = experiment(WeeklyMomentum::new, Map.of("initialCash", "5000"), data);
        Outcome outcome = new EngineSubject(experiment).run(set("topCount", "2"));

        Backtest backtest = Backtest.prepare(WeeklyMomentum::new, Map.of("initialCash", "5000", "topCount", "2"), data);
        Ledger ledger = new Ledger();
        backtest.open(ledger, backtest.info("x", "y"), experiment.period());
        backtest.run(experiment.period(), ledger, CycleListener.NONE);
        var book = ledger.book(Ledger.MAIN_BOOK);
        assertArrayEquals(book.equityCurve().equity(), outcome.curve().equity());
        for (Metric metric : Metric.values()) {
            assertEquals(
                    RunFigures.of(book).find(metric).orElse(Double.NaN),
                    outcome.figures().get(metric.key()),
                    metric.key());
        }
    }

    @Test
    void figures_are_told_before_the_first_run() {
        MarketDataSet data = RandomMarkets.seeded(3).dataSet();
        EngineSubject subject = new EngineSubject(experiment(WeeklyMomentum::new, Map.of(), data));
        assertEquals(subject.figures(), List.copyOf(subject.run(set()).figures().keySet()));
    }

    @Test
    void a_combination_that_the_strategy_refuses_is_told_by_its_rule() {
        MarketDataSet data = RandomMarkets.seeded(3).dataSet();
        EngineSubject subject = new EngineSubject(experiment(SmaCrossover::new, Map.of(), data));
        assertEquals(Optional.of("fast must be below slow"), subject.findRefusal(set("fast", "60")));
        assertEquals(Optional.empty(), subject.findRefusal(set("fast", "5")));
    }

    @Test
    void what_the_vectorised_form_cannot_say_is_left_to_the_engine_with_the_reason() {
        MarketDataSet data = RandomMarkets.seeded(3).dataSet();
        Experiment open = experiment(SmaCrossover::new, Map.of("fill", "open"), data);
        Form form = Form.fastest(open, Map.of(), List.of("fast"));
        assertFalse(form.vectorised());
        assertTrue(form.obstacle().orElseThrow().contains("next open"));
        Form swept = Form.fastest(experiment(SmaCrossover::new, Map.of(), data), Map.of(), List.of("fill"));
        assertTrue(swept.obstacle().orElseThrow().contains("the setting fill is swept"));
        Form momentum = Form.fastest(experiment(WeeklyMomentum::new, Map.of(), data), Map.of(), List.of("topCount"));
        assertFalse(momentum.vectorised());
        assertEquals(Optional.empty(), momentum.obstacle(), "it has but one form");
    }

    @SeededTest
    void part_of_the_cash_and_a_least_trade_are_left_to_the_engine(long seed) {
        MarketDataSet data = dollars(seed);
        Map<String, String> close = Map.of("cycle", "1d", "fill", "close");
        assertTrue(Form.fastest(experiment(BuyAndHold::new, close, data), Map.of(), List.of())
                .vectorised());
        for (String setting : List.of("allocation", "minRebalanceTradeUsd")) {
            Map<String, String> fixed = new LinkedHashMap<>(close);
            fixed.put(setting, "0.5");
            Form form = Form.fastest(experiment(BuyAndHold::new, fixed, data), Map.of(), List.of());
            assertFalse(form.vectorised(), setting);
            assertTrue(form.obstacle().orElseThrow().contains(setting), form.obstacle()::toString);
        }
    }

    @SeededTest
    void the_figures_of_assets_are_those_of_their_books(long seed) {
        MarketDataSet data = dollars(seed);
        Experiment experiment = experiment(SmaCrossover::new, Map.of("cycle", "1h"), data);
        Form form = Form.fastest(experiment, Map.of(), List.of("fast", "slow"));
        assertTrue(form.vectorised(), form.obstacle().orElse(""));
        VectorSubject subject = (VectorSubject) form.subject();
        SequencedMap<String, String> set = set("fast", "3", "slow", Long.toString(5 + seed));
        Outcome outcome = subject.run(set);
        assertEquals(subject.figures(), List.copyOf(outcome.figures().keySet()));
        List<AssetFigures> assets = AssetFigures.of(subject.simulate(set), MetricsOptions.DEFAULT);
        assertEquals(AssetFigures.meanSharpe(assets).orElse(Double.NaN), figure(outcome, "meanSharpe"), 1e-12);
        assertEquals(
                AssetFigures.meanTotalReturn(assets).orElse(Double.NaN), figure(outcome, "meanTotalReturn"), 1e-12);
        for (AssetFigures asset : assets) {
            for (Metric metric : List.of(Metric.TOTAL_RETURN, Metric.SHARPE, Metric.MAX_DRAWDOWN, Metric.WIN_RATE)) {
                String name = asset.asset() + "." + metric.key();
                assertEquals(asset.report().find(metric).orElse(Double.NaN), figure(outcome, name), 1e-12, name);
            }
            assertEquals(asset.positions(), figure(outcome, asset.asset() + ".positions"));
        }
    }

    /** However a shuffled market is made, from a table of prices or from candles, a run on it is the same. */
    @SeededTest
    void a_run_on_a_shuffled_market_is_that_on_the_candles_of_it_in_every_form(long seed) {
        MarketDataSet data = dollars(seed);
        Instant from = RandomMarkets.START.plus(Duration.ofDays(20));
        Backtest.Period period = new Backtest.Period(from, from.plus(Duration.ofDays(40)));
        SequencedMap<String, String> averages = set("fast", "3", "slow", "9");
        assertSameOnShuffled(experiment(SmaCrossover::new, Map.of("cycle", "1h"), data), averages, seed);
        assertSameOnShuffled(
                experiment(SmaCrossover::new, Map.of("cycle", "1h"), data).during(period), averages, seed);
        assertSameOnShuffled(experiment(SmaCrossover::new, Map.of("cycle", "1d"), data), averages, seed);
        Map<String, String> close = Map.of("cycle", "1d", "fill", "close");
        assertSameOnShuffled(experiment(BuyAndHold::new, close, data), set(), seed);
        assertSameOnShuffled(experiment(WeeklyMomentum::new, Map.of(), data), set("topCount", "2"), seed);
    }

    private static void assertSameOnShuffled(Experiment experiment, SequencedMap<String, String> set, long seed) {
        Form form = Form.fastest(experiment, set, set.keySet());
        Backtest backtest =
                Backtest.prepare(experiment.factory(), EngineSubject.merged(experiment, set), experiment.data());
        MarketHistory shuffled = new ShuffledMarket(backtest.history(), experiment.period()).inOrder(seed);
        Outcome candles = form.of(experiment.on(experiment.data().with(shuffled)))
                .subject()
                .run(set);
        for (String name :
                List.of("sharpe", "totalReturn", form.subject().figures().getLast())) {
            Outcome alone = form.onShuffledMarkets(set, name).apply(seed);
            assertEquals(figure(candles, name), figure(alone, name), 1e-9 * Math.abs(figure(candles, name)), name);
        }
        Outcome made = form.onShuffledMarkets(set, "trades").apply(seed);
        assertArrayEquals(candles.curve().times(), made.curve().times());
        double[] equity = candles.curve().equity();
        assertArrayEquals(equity, made.curve().equity(), 1e-9 * equity[0]);
        assertEquals(figure(candles, "trades"), figure(made, "trades"));
        assertFalse(
                Arrays.equals(
                        form.subject().run(set).curve().equity(), made.curve().equity()),
                "not shuffled");
    }

    /** Whatever day it begins on and ends on: prices are known from Mondays to Fridays. */
    @SeededTest
    void both_forms_of_a_rule_come_to_the_same_total_return(long seed) {
        MarketDataSet data = workdays(dollars(RandomMarkets.seeded(seed).gaps(0).dataSet()));
        double dearest = data.catalog().pairs().stream()
                .mapToDouble(TradingPair::fee)
                .max()
                .orElseThrow();
        Map<String, String> fixed = Map.of("cycle", "1d", "fill", "close", "priceTolerance", "3d");
        for (Function<Parameters, Strategy> rule :
                List.<Function<Parameters, Strategy>>of(BuyAndHold::new, DollarCostAveraging::new)) {
            for (int day = 7; day < 14; day++) {
                Instant from = RandomMarkets.START.plus(Duration.ofDays(day));
                Backtest.Period period = new Backtest.Period(from, from.plus(Duration.ofDays(27)));
                Experiment experiment = new Experiment(rule, fixed, data, period, MetricsOptions.DEFAULT);
                Form form = Form.fastest(experiment, Map.of(), List.of());
                assertTrue(form.vectorised(), form.obstacle()::toString);
                Outcome fast = form.subject().run(set());
                Outcome engine = new EngineSubject(experiment).run(set());
                // The engine's ledger values holdings less the fee of a sale.
                double grown = 1 + figure(engine, "totalReturn");
                assertEquals(grown, 1 + figure(fast, "totalReturn"), 1.01 * dearest * grown, "from the day " + from);
                assertEquals(figure(engine, "trades"), figure(fast, "trades"), "trades from " + from);
                assertEquals(from.toEpochMilli(), fast.curve().times()[0], "begins");
            }
        }
    }

    /** A week on which Friday is a holiday has no price that is new enough on Monday, and is a period all the same. */
    @SeededTest
    void rules_that_follow_the_calendar_have_the_figures_of_the_engine_through_holidays(long seed) {
        MarketDataSet data =
                withoutFees(holidays(dollars(RandomMarkets.seeded(seed).gaps(0).dataSet())));
        for (Function<Parameters, Strategy> rule :
                List.<Function<Parameters, Strategy>>of(DollarCostAveraging::new, EqualWeightRebalance::new)) {
            for (String cycle : List.of("1d", "7d")) {
                Experiment experiment =
                        experiment(rule, Map.of("cycle", cycle, "fill", "close", "initialCash", "1e9"), data);
                Form form = Form.fastest(experiment, Map.of(), List.of());
                assertTrue(form.vectorised(), form.obstacle()::toString);
                assertEquals(Optional.empty(), form.findRemark());
                Outcome fast = form.subject().run(set());
                Outcome engine = new EngineSubject(experiment).run(set());
                assertArrayEquals(engine.curve().times(), fast.curve().times(), "rows");
                for (String name : List.of("totalReturn", "sharpe", "volatility", "skew", "kurtosis", "maxDrawdown")) {
                    double expected = figure(engine, name);
                    assertEquals(expected, figure(fast, name), 1e-9 * Math.max(1, Math.abs(expected)), name);
                }
            }
        }
    }

    @Test
    void
            rules_that_follow_candles_say_where_the_engine_ends_and_has_ticks_between_them_and_those_of_the_calendar_nothing() {
        MarketDataSet data = workdays(dollars(3));
        Experiment workdays = experiment(SmaCrossover::new, Map.of("cycle", "1h"), data);
        String remark = Form.fastest(workdays, Map.of(), List.of()).findRemark().orElseThrow();
        assertTrue(remark.contains("last close") && remark.contains("ticks") && remark.contains("--engine"), remark);
        Experiment whole = experiment(
                SmaCrossover::new,
                Map.of("cycle", "1d"),
                dollars(RandomMarkets.seeded(3).gaps(0).dataSet()));
        String end = Form.fastest(whole, Map.of(), List.of()).findRemark().orElseThrow();
        assertTrue(end.contains("last close") && !end.contains("ticks"), end);
        Experiment calendar = experiment(DollarCostAveraging::new, Map.of("cycle", "7d", "fill", "close"), data);
        assertEquals(
                Optional.empty(), Form.fastest(calendar, Map.of(), List.of()).findRemark());
    }

    private static MarketDataSet withoutFees(MarketDataSet data) {
        Map<TradingPair, TradingPair> recorded = new LinkedHashMap<>();
        for (TradingPair pair : data.catalog().pairs()) {
            recorded.put(
                    new TradingPair(pair.id(), pair.exchange(), pair.base(), pair.quote(), 0, pair.priceUnit()), pair);
        }
        return new MarketDataSet(
                new MarketCatalog("free", true, data.catalog().interval(), List.copyOf(recorded.keySet())),
                asked -> data.source().load(asked.stream().map(recorded::get).toList()));
    }

    @SeededTest
    void a_vectorised_run_is_valued_at_the_end_and_not_at_the_last_tick(long seed) {
        MarketDataSet data = workdays(dollars(RandomMarkets.seeded(seed).gaps(0).dataSet()));
        Map<String, String> fixed = Map.of("cycle", "7d", "fill", "close", "priceTolerance", "3d");
        Instant from = RandomMarkets.START.plus(Duration.ofDays(14));
        Backtest.Period period = new Backtest.Period(from, from.plus(Duration.ofDays(25)));
        Experiment experiment = new Experiment(DollarCostAveraging::new, fixed, data, period, MetricsOptions.DEFAULT);
        Outcome fast = Form.fastest(experiment, Map.of(), List.of()).subject().run(set());
        Outcome engine = new EngineSubject(experiment).run(set());
        assertEquals(figure(engine, "totalReturn"), figure(fast, "totalReturn"), 1e-3);
        assertEquals(figure(engine, "trades"), figure(fast, "trades"));
        assertEquals(
                period.to().toEpochMilli(), fast.curve().times()[fast.curve().size() - 1]);
    }

    @SeededTest
    void in_the_engine_the_books_of_assets_add_up_to_the_ledger_but_for_the_fee_of_a_sale(long seed) {
        MarketDataSet data = dollars(seed);
        Experiment experiment = experiment(SmaCrossover::new, Map.of("cycle", "1d"), data);
        EngineSubject subject = (EngineSubject)
                Form.engine(experiment, Map.of(), Recording.NONE).subject();
        Outcome outcome = subject.run(set("fast", "2", "slow", "5"));
        assertEquals(subject.figures(), List.copyOf(outcome.figures().keySet()));
        double held = figure(outcome, "totalReturn");
        double mean = figure(outcome, "meanTotalReturn");
        double dearest = data.catalog().pairs().stream()
                .mapToDouble(TradingPair::fee)
                .max()
                .orElseThrow();
        assertTrue(mean >= held - 1e-9 && mean <= held + (1 + held) * 2 * dearest, mean + " and " + held);
    }

    private static double figure(Outcome outcome, String name) {
        return outcome.figures().getOrDefault(name, Double.POSITIVE_INFINITY);
    }

    /** The pairs of a made-up market that are quoted in dollars, without their depth. */
    private static MarketDataSet dollars(long seed) {
        return dollars(RandomMarkets.seeded(seed).dataSet());
    }

    private static MarketDataSet dollars(MarketDataSet all) {
        List<TradingPair> pairs = all.catalog().pairs().stream()
                .filter(pair -> UsdPegs.isPegged(pair.quote()))
                .toList();
        MarketCatalog catalog = new MarketCatalog("dollars", true, all.catalog().interval(), pairs);
        return new MarketDataSet(
                catalog,
                asked -> all.source().load(asked).stream()
                        .map(was -> new Candles(was.interval(), was.times(), was.prices()))
                        .toList());
    }

    /** Known but for every third Friday and the weekend after it. */
    private static MarketDataSet holidays(MarketDataSet data) {
        // The fifth of January 1970 was a Monday.
        return only(data, time -> Math.floorMod(Duration.ofMillis(time).toDays() - 4, 21) < 18);
    }

    /** Known from Mondays to Fridays. */
    private static MarketDataSet workdays(MarketDataSet data) {
        return only(
                data,
                time -> Instant.ofEpochMilli(time)
                                .atZone(ZoneOffset.UTC)
                                .getDayOfWeek()
                                .getValue()
                        <= 5);
    }

    /** The pair that is known for the longest time, at some times alone. */
    private static MarketDataSet only(MarketDataSet data, LongPredicate times) {
        TradingPair pair = data.catalog().pairs().stream()
                .max(Comparator.comparingInt(
                        one -> data.source().load(List.of(one)).getFirst().size()))
                .orElseThrow();
        return TradingTimes.only(
                new MarketDataSet(
                        new MarketCatalog("part", true, data.catalog().interval(), List.of(pair)), data.source()),
                times);
    }
}
