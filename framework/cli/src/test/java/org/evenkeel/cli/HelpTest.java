package org.evenkeel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Settings;
import org.evenkeel.cli.strategy.SettingWords;
import org.evenkeel.cli.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the program explains itself. */
class HelpTest {
    private static final int WIDEST = 100;

    private static List<Parameters.Declared> settings() {
        Parameters set = Parameters.defaults();
        Settings.DEFAULTS.overriddenBy(set);
        return set.declared();
    }

    @Test
    void a_mistyped_command_is_answered_with_the_nearest_one() {
        Cli.Ran ran = Cli.run("bactest");
        assertEquals(ExitCode.USAGE, ran.code());
        assertTrue(ran.err().contains("'backtest'"), ran.err());
    }

    @Test
    void help_lists_the_commands_and_the_exit_codes() {
        String help = Cli.run("--help").out();
        for (String word : List.of(
                "demo",
                "backtest",
                "optimize",
                "metrics",
                "data",
                "collect",
                "inspect",
                "replay",
                "diff",
                "report",
                "deviation",
                "wallet",
                "doctor",
                "paper",
                "live",
                "close-all",
                "new",
                "help")) {
            assertTrue(help.contains("  " + word + " "), word);
        }
        assertTrue(help.contains("the state is missing"), help);
    }

    @Test
    void help_is_a_command_too() {
        assertEquals(Cli.run("--help").out(), Cli.run("help").out());
        assertEquals(
                Cli.run("backtest", "--help").out(), Cli.run("help", "backtest").out());
        assertEquals(
                Cli.run("data", "check", "--help").out(),
                Cli.run("data", "help", "check").out());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "demo",
                "backtest",
                "optimize",
                "metrics",
                "inspect",
                "replay",
                "diff",
                "report",
                "deviation",
                "wallet",
                "doctor",
                "new",
                "data",
                "collect",
                "paper",
                "live",
                "close-all"
            })
    void no_line_of_help_is_too_wide(String command) {
        Cli.run(command, "--help").out().lines().forEach(line -> assertTrue(line.length() <= WIDEST, line));
    }

    @Test
    void every_setting_is_listed_with_a_few_words() {
        String help = Cli.run("backtest", "--help").out();
        for (Parameters.Declared setting : settings()) {
            assertTrue(
                    help.lines().anyMatch(line -> line.matches(" +" + setting.name() + " +\\S.*")),
                    setting.name() + " is missing in\n" + help);
        }
        assertEquals(
                settings().stream().map(Parameters.Declared::name).sorted().toList(),
                SettingWords.ALL.keySet().stream().sorted().toList(),
                "no words for settings that there are not");
    }

    @Test
    void the_parameters_of_a_strategy_are_listed_with_types_and_defaults() {
        Cli.Ran ran = Cli.run("backtest", "WeeklyMomentum", "--parameters");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(
                ran.out().lines().anyMatch(line -> line.matches("\\| topCount +\\| integer +\\| 4 +\\|.*")), ran.out());
        assertTrue(
                ran.out().lines().anyMatch(line -> line.matches("\\| allocation +\\| number +\\| 0.8 +\\|.*")),
                ran.out());
        for (Parameters.Declared setting : settings()) {
            assertTrue(ran.out().contains("| " + setting.name() + " "), setting.name());
        }
        assertFalse(ran.err().contains("Simulated"), ran.err());
    }

    @Test
    void a_pair_of_key_and_value_that_is_none_is_told_in_plain_words() {
        Cli.Ran ran = Cli.run("backtest", "WeeklyMomentum", "--set", "topCount");
        assertEquals(ExitCode.USAGE, ran.code());
        assertFalse(ran.err().contains("option option"), ran.err());
        assertTrue(ran.err().contains("--set"), ran.err());
    }
}
