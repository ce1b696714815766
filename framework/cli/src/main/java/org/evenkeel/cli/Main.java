package org.evenkeel.cli;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.evenkeel.cli.backtest.BacktestCommand;
import org.evenkeel.cli.backtest.DemoCommand;
import org.evenkeel.cli.collect.CollectCommand;
import org.evenkeel.cli.data.DataCommand;
import org.evenkeel.cli.live.CloseAllCommand;
import org.evenkeel.cli.live.LiveCommand;
import org.evenkeel.cli.live.PaperCommand;
import org.evenkeel.cli.optimize.OptimizeCommand;
import org.evenkeel.cli.project.NewCommand;
import org.evenkeel.cli.project.Version;
import org.evenkeel.cli.reading.DeviationCommand;
import org.evenkeel.cli.reading.DiffCommand;
import org.evenkeel.cli.reading.InspectCommand;
import org.evenkeel.cli.reading.MetricsCommand;
import org.evenkeel.cli.reading.ReplayCommand;
import org.evenkeel.cli.reading.ReportCommand;
import org.evenkeel.cli.search.SweepCommand;
import org.evenkeel.cli.search.WalkForwardCommand;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.wallet.DoctorCommand;
import org.evenkeel.cli.wallet.WalletCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program. */
@Command(
        name = "evenkeel",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Builds, backtests and inspects DeFi portfolios.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well",
            "1:a fault of the program or of the machine",
            "2:the command line, a parameter or a strategy's source is no good",
            "3:the data is missing or cannot be used",
            "4:the strategy threw, or did what it must not",
            "5:the state is missing, damaged, locked, of a later version, of another strategy, or not what it should be",
            "130:Ctrl-C ended it; what was done is kept"
        },
        footer = {
            "",
            "To begin:",
            "  ./evenkeel demo                        a backtest on made-up prices",
            "  ./evenkeel backtest WeeklyMomentum --data DIR --from 2021-06-01 --to 2023-01-31",
            "  ./evenkeel new my-strategy             a project for a strategy of your own"
        })
public final class Main {
    private static final int WIDTH = 100;
    private static final SequencedMap<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("demo", DemoCommand.class);
        COMMANDS.put("backtest", BacktestCommand.class);
        COMMANDS.put("sweep", SweepCommand.class);
        COMMANDS.put("walk-forward", WalkForwardCommand.class);
        COMMANDS.put("optimize", OptimizeCommand.class);
        COMMANDS.put("metrics", MetricsCommand.class);
        COMMANDS.put("data", DataCommand.class);
        COMMANDS.put("collect", CollectCommand.class);
        COMMANDS.put("inspect", InspectCommand.class);
        COMMANDS.put("replay", ReplayCommand.class);
        COMMANDS.put("diff", DiffCommand.class);
        COMMANDS.put("report", ReportCommand.class);
        COMMANDS.put("deviation", DeviationCommand.class);
        COMMANDS.put("wallet", WalletCommand.class);
        COMMANDS.put("doctor", DoctorCommand.class);
        COMMANDS.put("paper", PaperCommand.class);
        COMMANDS.put("live", LiveCommand.class);
        COMMANDS.put("close-all", CloseAllCommand.class);
        COMMANDS.put("new", NewCommand.class);
        COMMANDS.put("help", HelpCommand.class);
    }

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /**
     * Runs one command.
     *
     * @param arguments the command line
     * @return the exit code
     */
    static int run(String... arguments) {
        CommandLine program = program(arguments).setUsageHelpWidth(WIDTH);
        if (arguments.length == 0) {
            program.usage(program.getOut());
            return ExitCode.OK;
        }
        program.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures())
                .setParameterExceptionHandler(Failures::usage);
        try {
            return program.execute(arguments);
        } catch (OutOfMemoryError e) {
            return Failures.outOfMemory(e, program.getErr());
        }
    }

    /**
     * The program with the command that is named, or with all: to read what each can do takes a tenth of a short run.
     */
    static CommandLine program(String... arguments) {
        CommandLine program = new CommandLine(new Main());
        String first = arguments.length == 0 ? "" : arguments[0];
        boolean all = first.equals("help") || !COMMANDS.containsKey(first);
        COMMANDS.forEach((name, command) -> {
            if (all || name.equals(first)) {
                program.addSubcommand(name, command);
            }
        });
        return program;
    }
}
