package org.evenkeel.cli.strategy;

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

/** What a strategy of the user's own may do that none of the built-in ones does. */
class OwnStrategyTest {
    @TempDir
    private static Path data;

    @TempDir
    private Path out;

    @BeforeAll
    static void make_a_market() {
        SampleMarket.create(data, 7);
    }

    private Path write(String members, String pairs) throws IOException {
        return Files.writeString(out.resolve("Own.java"), """
                import java.util.List;
                import org.evenkeel.api.*;
                import org.evenkeel.market.*;
                import org.evenkeel.state.model.TradeIntent;

                public class Own implements Strategy {
                    %s

                    public TradingUniverse createTradingUniverse(MarketCatalog market) {
                        return market.select(%s).build();
                    }

                    public List<TradeIntent> decideTrades(DecisionInput input) {
                        System.out.println("thinking");
                        return input.positionManager().orderTargetPercent(input.universe().pair("WETH-USDC"), 0.5).trades();
                    }
                }
                """.formatted(members, pairs));
    }

    private Cli.Ran backtest(Path source, Object... more) {
        Object[] all = new Object[more.length + 6];
        Object[] first = {"backtest", source, "--data", data, "--out", out.resolve("run")};
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return Cli.run(all);
    }

    @Test
    void what_a_strategy_prints_does_not_get_among_the_results() throws IOException {
        Cli.Ran ran = backtest(write("", "\"WETH-USDC\""), "--json", "--no-report");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().startsWith("{"), ran.out());
        assertTrue(ran.err().contains("thinking"), ran.err());
    }

    @Test
    void a_value_that_a_strategy_refuses_is_a_usage_error_whoever_wrote_the_strategy() throws IOException {
        String refuses = """
                public Own(Parameters set) {
                    if (set.number("share", 0.5) > 1) {
                        throw new IllegalArgumentException("too much");
                    }
                }
                """;
        Cli.Ran ran = backtest(write(refuses, "\"WETH-USDC\""), "--set", "share=2");
        assertEquals(ExitCode.USAGE, ran.code(), ran.err());
        assertTrue(ran.err().contains("share=2") && ran.err().contains("too much"), ran.err());
    }

    @Test
    void a_strategy_that_cannot_be_made_ends_with_its_own_line() throws IOException {
        String fails = "private static final int NUMBER = Integer.parseInt(\"none\");";
        Cli.Ran ran = backtest(write(fails, "\"WETH-USDC\""));
        assertEquals(ExitCode.STRATEGY, ran.code(), ran.err());
        assertTrue(ran.err().contains("Own.java"), ran.err());
    }

    @Test
    void a_start_behind_the_data_is_told_what_the_data_covers_where_no_end_is_given() throws IOException {
        Cli.Ran ran = backtest(write("", "\"WETH-USDC\""), "--from", "2030-01-01");
        assertEquals(ExitCode.DATA, ran.code(), ran.err());
        assertTrue(ran.err().contains("2020-11-01"), ran.err());
    }

    @Test
    void a_run_whose_strategy_now_chooses_another_universe_does_not_verify() throws IOException {
        backtest(write("", "\"WETH-USDC\", \"UNI-WETH\""), "--no-report");
        for (String other : new String[] {"\"WETH-USDC\"", "\"WETH-USDC\", \"UNI-WETH\", \"CRV-WETH\""}) {
            write("", other);
            Cli.Ran ran = Cli.run("replay", out.resolve("run"), "--verify");
            assertEquals(ExitCode.STATE, ran.code(), ran.err());
            assertTrue(ran.err().contains("the universe"), ran.err());
        }
    }
}
