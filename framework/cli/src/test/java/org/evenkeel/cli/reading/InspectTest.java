package org.evenkeel.cli.reading;

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

/** What a person reads of one run. */
class InspectTest {
    @TempDir
    private static Path folder;

    private static Path run;

    /** Sells what it bought in the third cycle, and then buys something else. */
    @BeforeAll
    static void make_a_run() throws IOException {
        SampleMarket.create(folder.resolve("data"), 7);
        run = folder.resolve("run");
        Path source = Files.writeString(folder.resolve("Switch.java"), """
                import java.util.List;
                import org.evenkeel.api.*;
                import org.evenkeel.market.*;
                import org.evenkeel.state.model.TradeIntent;

                public class Switch implements Strategy {
                    public TradingUniverse createTradingUniverse(MarketCatalog market) {
                        return market.select("WETH-USDC", "WAVAX-USDC").build();
                    }

                    public List<TradeIntent> decideTrades(DecisionInput input) {
                        PositionManager orders = input.positionManager();
                        orders.orderTargetPercent(input.universe().pair("WETH-USDC"), input.cycle() < 3 ? 0.5 : 0);
                        orders.orderTargetPercent(input.universe().pair("WAVAX-USDC"), input.cycle() < 4 ? 0 : 0.5);
                        if (input.cycle() == 2) {
                            input.plot("mood", 0.75);
                            input.message("half way");
                        }
                        return orders.trades();
                    }
                }
                """);
        Cli.Ran ran = Cli.run(
                "backtest",
                source,
                "--data",
                folder.resolve("data"),
                "--to",
                "2021-01-01",
                "--out",
                run,
                "--no-report");
        assertEquals(0, ran.code(), ran.err());
    }

    private static String inspect(Object... more) {
        Object[] all = new Object[more.length + 2];
        all[0] = "inspect";
        all[1] = run;
        System.arraycopy(more, 0, all, 2, more.length);
        Cli.Ran ran = Cli.run(all);
        assertEquals(0, ran.code(), ran.err());
        return ran.out();
    }

    @Test
    void open_positions_are_shown_and_closed_ones_counted() {
        String text = inspect();
        assertTrue(text.contains("| WAVAX-USDC |"), text);
        assertFalse(text.contains("| WETH-USDC "), text);
        assertTrue(text.contains("1 closed positions: --closed lists them too."), text);
    }

    @Test
    void closed_positions_are_listed_when_asked_for() {
        String text = inspect("--closed");
        assertTrue(text.contains("| WAVAX-USDC |") && text.contains("| WETH-USDC "), text);
        assertFalse(text.contains("lists them"), text);
    }

    @Test
    void parameters_are_listed_when_asked_for_alone() {
        assertFalse(inspect().contains("minRebalanceTradeUsd"));
        assertTrue(inspect("--parameters").lines().anyMatch(line -> line.matches("\\| initialCash +\\| 10000.0 +\\|")));
    }

    @Test
    void plots_and_messages_of_a_cycle_are_shown_with_it() {
        String second = inspect("--cycle", 2);
        assertTrue(second.contains("mood") && second.contains("0.75") && second.contains("Message: half way"), second);
        String third = inspect("--cycle", 3);
        assertFalse(third.contains("mood") || third.contains("Message"), third);
    }

    @Test
    void a_state_replayed_counts_its_closed_positions_too() {
        Cli.Ran ran = Cli.run("replay", run);
        assertTrue(ran.out().contains("1 closed positions: --closed"), ran.out());
        assertTrue(Cli.run("replay", run, "--closed").out().contains("| WETH-USDC "));
    }
}
