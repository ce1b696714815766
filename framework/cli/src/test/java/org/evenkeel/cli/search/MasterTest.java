package org.evenkeel.cli.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.strategy.SourceCompiler;
import org.evenkeel.cli.strategy.StrategyJar;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.data.sample.SampleMarket;
import org.evenkeel.strategies.BuyAndHold;
import org.evenkeel.sweep.remote.StrategyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command does about {@code --master} that is no business of Spark's. */
final class MasterTest {
    private static final String SOURCE = """
            import java.util.List;
            import org.evenkeel.api.*;
            import org.evenkeel.market.*;
            import org.evenkeel.state.model.TradeIntent;

            public class Idle implements Strategy {
                record Inner(int value) {}

                @Override
                public TradingUniverse createTradingUniverse(MarketCatalog market) {
                    return market.selectAll().build();
                }

                @Override
                public List<TradeIntent> decideTrades(DecisionInput input) {
                    return List.of();
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void without_spark_on_the_class_path_it_is_said_what_brings_it() {
        Path data = folder.resolve("data");
        SampleMarket.create(data, 7);
        Cli.Ran ran = Cli.run(
                "sweep",
                "WeeklyMomentum",
                "--data",
                data,
                "--grid",
                "topCount=1:2",
                "--out",
                folder.resolve("out"),
                "--master",
                "spark://127.0.0.1:7077");
        assertEquals(ExitCode.FAULT, ran.code());
        assertTrue(ran.err().contains("evenkeel: Runs on spark://127.0.0.1:7077 need the module"), ran.err());
        assertFalse(ran.err().contains("    at "), ran.err());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void a_strategy_that_was_compiled_just_now_is_handed_over_as_a_jar_of_all_its_classes() throws Exception {
        Path source = folder.resolve("Idle.java");
        Files.writeString(source, SOURCE);
        Class<?> compiled = SourceCompiler.strategyIn(source);
        StrategyCode code = StrategyJar.of(compiled);
        assertEquals("Idle", code.className());
        URL jar = code.jar().orElseThrow().toUri().toURL();
        try (URLClassLoader elsewhere =
                new URLClassLoader(new URL[] {jar}, getClass().getClassLoader())) {
            assertNotSame(compiled, elsewhere.loadClass("Idle"));
            assertEquals("Idle$Inner", elsewhere.loadClass("Idle$Inner").getName());
        }
    }

    @Test
    void a_built_in_strategy_is_handed_over_as_the_jar_or_folder_that_it_is_in() {
        StrategyCode code = StrategyJar.of(BuyAndHold.class);
        assertEquals(BuyAndHold.class.getName(), code.className());
        assertTrue(code.jar().orElseThrow().toString().contains("strategies"), code::toString);
    }
}
