package org.evenkeel.cli.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenkeel.cli.Cli;
import org.evenkeel.data.sample.SampleMarket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What a person reads at the end of a run, held against what a script reads. */
class SummaryTest {
    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make_a_market() {
        SampleMarket.create(data, 7);
    }

    /** A strategy that holds one pair with the given trigger. */
    private Path holding(String trigger) throws IOException {
        return Files.writeString(folder.resolve("Holding.java"), """
                import java.util.List;
                import java.util.OptionalDouble;
                import org.evenkeel.api.*;
                import org.evenkeel.api.alpha.*;
                import org.evenkeel.market.*;
                import org.evenkeel.state.model.*;

                public class Holding implements Strategy {
                    public TradingUniverse createTradingUniverse(MarketCatalog market) {
                        return market.select("WETH-USDC").build();
                    }

                    public List<TradeIntent> decideTrades(DecisionInput input) {
                        AlphaModel alpha = input.alphaModel();
                        alpha.setSignal(input.pairs().getFirst(), 1, TRIGGER);
                        return alpha.selectTopSignals(1)
                                .assignWeights(Weighting.equal())
                                .normaliseWeights()
                                .updateOldWeights(input.portfolio())
                                .calculateTargetPositions(input.investableEquity())
                                .generateRebalanceTradesAndTriggers();
                    }
                }
                """.replace("TRIGGER", trigger));
    }

    private String table(Object strategy) {
        return run(strategy, "--no-report");
    }

    private JsonNode json(Object strategy) {
        return new ObjectMapper().readTree(run(strategy, "--json"));
    }

    private String run(Object strategy, String option) {
        Cli.Ran ran = Cli.run(
                "backtest",
                strategy,
                "--data",
                data,
                "--from",
                "2021-01-01",
                "--to",
                "2021-07-01",
                "--out",
                folder.resolve(Path.of(strategy.toString()).getFileName() + "-run"),
                option);
        assertEquals(0, ran.code(), ran.err());
        return ran.out();
    }

    private void assertRow(Object strategy, String label, String key) {
        int count = json(strategy).get(key).intValue();
        assertTrue(count > 0, key);
        String table = table(strategy);
        assertTrue(
                table.lines().anyMatch(line -> line.matches("\\| " + label + " +\\| +" + count + " \\|")),
                label + " " + count + " is missing in\n" + table);
    }

    @Test
    void trailing_stops_are_told_where_there_were_any() throws IOException {
        assertRow(holding("TriggerFactors.NONE.withTrailingStop(0.97)"), "Trailing stops", "trailingStops");
        assertFalse(table("WeeklyMomentum").contains("Trailing stops"));
    }

    @Test
    void exits_of_baskets_are_told_where_there_were_any() throws IOException {
        String basket = "TriggerFactors.NONE, new Basket(\"all\", OptionalDouble.of(0.95), OptionalDouble.of(1.05))";
        assertRow(holding(basket), "Basket stop losses", "basketStopLosses");
        assertRow(holding(basket), "Basket take profits", "basketTakeProfits");
    }

    @Test
    void trades_that_were_not_executed_are_counted_apart_from_those_that_were() {
        assertRow("WeeklyMomentum", "Trades not executed", "tradesNotExecuted");
        assertRow("WeeklyMomentum", "Trades", "trades");
    }
}
