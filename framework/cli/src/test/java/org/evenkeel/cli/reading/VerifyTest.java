package org.evenkeel.cli.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.data.sample.SampleMarket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What replay --verify finds out. */
class VerifyTest {
    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make_a_market() {
        SampleMarket.create(data, 7);
    }

    /** A strategy that buys the one pair at any signal above 0. */
    private Path strategy(String signal) throws IOException {
        return Files.writeString(folder.resolve("OnePair.java"), """
                import java.util.List;
                import org.evenkeel.api.*;
                import org.evenkeel.api.alpha.*;
                import org.evenkeel.market.*;
                import org.evenkeel.state.model.TradeIntent;

                public class OnePair implements Strategy {
                    public TradingUniverse createTradingUniverse(MarketCatalog market) {
                        return market.select("WETH-USDC", "WBNB-BUSD").build();
                    }

                    public List<TradeIntent> decideTrades(DecisionInput input) {
                        AlphaModel alpha = input.alphaModel();
                        for (TradingPair pair : input.pairs()) {
                            boolean weth = pair.symbol().startsWith("WETH");
                            SIGNAL;
                        }
                        return alpha.selectTopSignals(1, 0)
                                .assignWeights(Weighting.equal())
                                .normaliseWeights()
                                .updateOldWeights(input.portfolio())
                                .calculateTargetPositions(input.investableEquity())
                                .generateRebalanceTradesAndTriggers();
                    }
                }
                """.replace("SIGNAL", signal));
    }

    private Path run(Path source, String to) {
        Path out = folder.resolve("run");
        Cli.Ran ran = Cli.run("backtest", source, "--data", data, "--from", "2021-01-01", "--to", to, "--out", out);
        assertEquals(0, ran.code(), ran.err());
        return out;
    }

    @Test
    void every_signal_that_comes_out_as_recorded_is_no_difference() throws IOException {
        Path out = run(strategy("alpha.setSignal(pair, weth ? 2 : 1)"), "2021-03-01");
        Cli.Ran ran = Cli.run("replay", out, "--verify");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("8 decisions"), ran.out());
    }

    @Test
    void a_signal_that_has_changed_is_named_though_the_trades_are_the_same() throws IOException {
        Path out = run(strategy("alpha.setSignal(pair, weth ? 2 : 1)"), "2021-03-01");
        strategy("alpha.setSignal(pair, weth ? 2 : 1.5)");
        Cli.Ran ran = Cli.run("replay", out, "--verify");
        assertEquals(ExitCode.STATE, ran.code(), ran.out());
        assertTrue(ran.err().contains("cycle 1 at 2021-01-04T00:00:00Z, signal of WBNB-BUSD"), ran.err());
        assertTrue(ran.err().contains("signal: recorded 1.0, now 1.5"), ran.err());
    }

    @Test
    void a_signal_that_is_no_longer_given_is_named() throws IOException {
        Path out = run(strategy("alpha.setSignal(pair, weth ? 2 : 1)"), "2021-03-01");
        strategy("if (weth) alpha.setSignal(pair, 2)");
        Cli.Ran ran = Cli.run("replay", out, "--verify");
        assertEquals(ExitCode.STATE, ran.code(), ran.out());
        assertTrue(ran.err().contains("WBNB-BUSD"), ran.err());
    }

    @Test
    void a_run_without_a_decision_is_not_verified() throws IOException {
        Path source = strategy("alpha.setSignal(pair, 1)");
        Files.writeString(
                source,
                Files.readString(source)
                        .replace(
                                "AlphaModel alpha =",
                                "if (true) { throw new RuntimeException(); } AlphaModel alpha ="));
        Path out = folder.resolve("run");
        assertEquals(
                ExitCode.STRATEGY,
                Cli.run("backtest", source, "--data", data, "--out", out).code());
        Cli.Ran ran = Cli.run("replay", out, "--verify");
        assertEquals(ExitCode.STATE, ran.code(), ran.out());
        assertTrue(ran.err().contains("no decision to verify"), ran.err());
    }
}
