package org.evenkeel.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.ParameterException;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.api.StrategyException;
import org.evenkeel.engine.CycleListener;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TriggerFactors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is wrong before the first decision. */
final class PrepareTest {
    private static final MarketDataSet DATA = data(Series.hourly(3 * Lab.WEEK, 100));

    private static MarketDataSet data(Series series) {
        MarketCatalog catalog = new MarketCatalog("by hand", true, Interval.HOURLY, List.of(Pairs.A));
        return new MarketDataSet(
                catalog, wanted -> wanted.stream().map(pair -> series.candles()).toList());
    }

    private record Simple(Function<MarketCatalog, TradingUniverse> universe) implements Strategy {
        @Override
        public TradingUniverse createTradingUniverse(MarketCatalog market) {
            return universe.apply(market);
        }

        @Override
        public List<TradeIntent> decideTrades(DecisionInput input) {
            return List.of();
        }
    }

    private static Backtest prepared(Function<MarketCatalog, TradingUniverse> universe) {
        return Backtest.prepare(set -> new Simple(universe), Map.of(), DATA);
    }

    private static Backtest everything() {
        return prepared(market -> market.selectAll().build());
    }

    private static TradingUniverse fail(RuntimeException fault) {
        throw fault;
    }

    @Test
    void a_strategy_that_throws_while_it_chooses_its_universe_is_named() {
        IllegalStateException fault = new IllegalStateException("of the strategy");
        StrategyException thrown = assertThrows(StrategyException.class, () -> prepared(market -> fail(fault)));
        assertSame(fault, thrown.getCause());
        assertTrue(thrown.getMessage().contains("Simple"), thrown.getMessage());
        assertTrue(thrown.getMessage().contains("createTradingUniverse"), thrown.getMessage());
        assertTrue(thrown.getMessage().contains("of the strategy"), thrown.getMessage());
    }

    @Test
    void a_strategy_without_a_universe_is_told_what_to_return() {
        StrategyException thrown = assertThrows(StrategyException.class, () -> prepared(market -> null));
        assertTrue(thrown.getMessage().contains("market.selectAll"), thrown.getMessage());
    }

    @Test
    void an_error_thrown_while_a_universe_is_chosen_is_the_strategys_too() {
        StrategyException thrown = assertThrows(
                StrategyException.class,
                () -> prepared(market -> {
                    throw new Error("of the strategy");
                }));
        assertTrue(thrown.getMessage().contains("createTradingUniverse"), thrown.getMessage());
    }

    @Test
    void a_strategy_whose_settings_or_name_fail_is_named() {
        for (Strategy broken : List.of(new Broken(null, "Broken"), new Broken(Settings.DEFAULTS, null))) {
            StrategyException thrown =
                    assertThrows(StrategyException.class, () -> Backtest.prepare(set -> broken, Map.of(), DATA));
            assertTrue(thrown.getMessage().startsWith("Broken failed in "), thrown.getMessage());
            assertTrue(thrown.getMessage().contains("null"), thrown.getMessage());
        }
    }

    @SuppressWarnings("NullAway")
    private record Broken(
            @Nullable Settings settings, @Nullable String name) implements Strategy {
        @Override
        public TradingUniverse createTradingUniverse(MarketCatalog market) {
            return market.selectAll().build();
        }

        @Override
        public List<TradeIntent> decideTrades(DecisionInput input) {
            return List.of();
        }
    }

    @Test
    void a_chain_whose_money_would_be_no_dollar_is_refused() {
        TradingPair only = Pairs.pair(9, Pairs.token(Pairs.ETHEREUM, "G"), Pairs.WETH, 30);
        MarketDataSet data = new MarketDataSet(
                new MarketCatalog("by hand", true, Interval.HOURLY, List.of(only)),
                wanted -> List.of(Series.hourly(3 * Lab.WEEK, 100).candles()));
        DataException thrown = assertThrows(
                DataException.class,
                () -> Backtest.prepare(
                        set -> new Simple(market -> market.selectAll().build()), Map.of(), data));
        assertTrue(thrown.getMessage().contains("ethereum"), thrown.getMessage());
        assertTrue(thrown.getMessage().contains("WETH"), thrown.getMessage());
    }

    @Test
    void a_pair_that_the_data_lacks_is_a_fault_of_the_data_and_not_of_the_strategy() {
        assertThrows(
                DataException.class,
                () -> prepared(market -> market.select("NONE-USDC").build()));
    }

    @Test
    void a_value_that_the_strategy_refuses_is_a_fault_of_the_parameters_and_names_them() {
        Function<Parameters, Strategy> factory = set -> {
            TriggerFactors.stopLoss(set.number("stopLoss", 0.5));
            return new Simple(market -> market.selectAll().build());
        };
        ParameterException thrown = assertThrows(
                ParameterException.class, () -> Backtest.prepare(factory, Map.of("stopLoss", "1.5"), DATA));
        assertTrue(thrown.getMessage().contains("stopLoss=1.5"), thrown.getMessage());
    }

    @Test
    void an_unknown_parameter_is_refused_with_the_nearest_name() {
        ParameterException thrown = assertThrows(
                ParameterException.class,
                () -> Backtest.prepare(
                        set -> new Simple(market -> market.selectAll().build()), Map.of("alocation", "0.5"), DATA));
        assertTrue(thrown.getMessage().contains("allocation"), thrown.getMessage());
    }

    @Test
    void costs_of_a_chain_that_is_not_traded_on_are_told_to_be_of_no_use() {
        Map<String, String> set = Map.of("gasUsd", "etherium:8,ethereum:9", "bridges", "ethereum/bsc:1:1:1m");
        Backtest backtest = Backtest.prepare(
                nothing -> new Simple(market -> market.selectAll().build()), set, DATA);
        assertEquals(
                List.of(
                        "The costs set for the chain bsc are not used: the universe trades on ethereum.",
                        "The costs set for the chain etherium are not used: the universe trades on ethereum."),
                backtest.notes());
        assertEquals(List.of(), everything().notes());
    }

    @Test
    void settings_are_overridden_from_outside_and_told() {
        Backtest backtest = Backtest.prepare(
                set -> new Simple(market -> market.selectAll().build()), Map.of("initialCash", "2500"), DATA);
        assertEquals(2500, backtest.settings().capital().initialCash());
        assertEquals("2500", backtest.parameters().get("initialCash"));
        assertEquals(Settings.DEFAULTS.schedule(), backtest.settings().schedule());
    }

    private static DataException refused(Instant from, Instant to) {
        Backtest backtest = everything();
        Backtest.Period period = new Backtest.Period(from, to);
        Ledger ledger = new Ledger();
        backtest.open(ledger, backtest.info("by hand", "nowhere"), period);
        return assertThrows(DataException.class, () -> backtest.run(period, ledger, CycleListener.NONE));
    }

    @Test
    void a_period_outside_the_data_is_refused_with_what_the_data_covers() {
        String after = refused(Lab.hour(3 * Lab.WEEK), Lab.hour(9 * Lab.WEEK)).getMessage();
        assertTrue(after.contains("2022-01-03T00:00:00Z") && after.contains("2022-01-24T00:00:00Z"), after);
        refused(Lab.hour(-2 * Lab.WEEK), Lab.START);
    }

    @Test
    void a_period_without_a_decision_is_refused() {
        assertTrue(refused(Lab.hour(1), Lab.hour(Lab.WEEK)).getMessage().contains("shorter cycle"));
    }

    @Test
    void an_empty_period_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Backtest.Period(Lab.START, Lab.START));
    }

    @Test
    void data_without_candles_is_refused() {
        Backtest backtest = Backtest.prepare(
                set -> new Simple(market -> market.selectAll().build()), Map.of(), data(Series.hourly(0, 1)));
        assertThrows(DataException.class, backtest::dataPeriod);
    }
}
