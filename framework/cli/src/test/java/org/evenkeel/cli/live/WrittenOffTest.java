package org.evenkeel.cli.live;

import static org.evenkeel.cli.Cli.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.live.WalletException;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A run from whose wallet somebody takes what it holds. */
final class WrittenOffTest {
    private static final Pattern COMMAND = Pattern.compile("\\./evenkeel (doctor .*?--reason \"[^\"]*\")");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31447, DueRun.genesis());

    @TempDir
    private Path folder;

    private DueRun run;

    @BeforeEach
    void buy_two_tokens() {
        run = new DueRun(CHAIN, folder);
        run.begun().finish();
    }

    @AfterEach
    void close() {
        run.close();
    }

    private Position position(String symbol) {
        return run.book().positions().stream()
                .filter(one -> one.pair().base().symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    /** The commands of a message, in the words that a shell makes of them. */
    private static List<List<Object>> commands(String message) {
        List<List<Object>> commands = new ArrayList<>();
        for (Matcher found = COMMAND.matcher(message); found.find(); ) {
            List<Object> words = new ArrayList<>();
            for (Matcher word = WORD.matcher(found.group(1)); word.find(); ) {
                words.add(word.group().replaceAll("^[\"']|[\"']$", ""));
            }
            commands.add(words);
        }
        return commands;
    }

    private static Cli.Ran run(List<Object> words) {
        return Cli.run(words.toArray());
    }

    private String alarm() {
        return assertThrows(WalletException.class, run::finish).getMessage();
    }

    @Test
    void tokens_that_are_gone_end_the_run_with_the_commands_that_write_them_off_and_then_its_stops_sell() {
        BigDecimal cash = run.book().reserves().values().iterator().next();
        BigDecimal all = position("AAA").quantity();
        run.take("AAA", all.divide(BigDecimal.valueOf(3), 18, RoundingMode.DOWN));
        run.take("BBB", position("BBB").quantity());
        String alarm = alarm();
        assertTrue(alarm.contains("What is gone for good, write off: ./evenkeel doctor"), alarm);
        assertEquals(alarm, alarm(), "every start says so");
        List<List<Object>> commands = commands(alarm);
        assertEquals(2, commands.size(), alarm);
        List<Object> unreasoned =
                commands.getFirst().subList(0, commands.getFirst().size() - 2);
        assertSays(ExitCode.USAGE, "--reason", run(unreasoned));
        assertEquals(all, position("AAA").quantity());
        for (List<Object> command : commands) {
            Cli.Ran mended = run(command);
            assertTrue(mended.err().contains("are written off, as sold for nothing"), mended.err() + mended.out());
        }
        assertSays(ExitCode.USAGE, "is no repair of anything that was found", run(commands.getFirst()));
        run.assertSame("to the unit");
        assertEquals(1, run.book().positions().size());
        assertEquals(cash, run.book().reserves().values().iterator().next());
        run.push("AAA", -0.2);
        run.finish();
        assertEquals(
                TradeReason.STOP_LOSS, run.filled().getLast().plan().intent().reason());
        assertTrue(run.book().positions().isEmpty());
        run.assertSame("sold");
        assertRead();
    }

    private void assertRead() {
        Path state = run.state();
        assertSays(ExitCode.OK, "came out as recorded", Cli.run("replay", state, "--verify", "--data", run.data()));
        Cli.Ran trades = Cli.run("inspect", state, "--trades");
        assertSays(ExitCode.OK, "it was written off by hand (who decided it and why)", trades);
        assertSays(ExitCode.OK, "", Cli.run("inspect", state));
        Cli.Ran page = Cli.run("report", state, "--data", run.data());
        assertEquals(ExitCode.OK, page.code(), page.err());
    }
}
