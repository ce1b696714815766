package org.evenkeel.cli.reading;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.RunFolder;
import org.evenkeel.report.view.PairLabels;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.replay.Inspection;
import org.evenkeel.state.replay.LastWorth;
import org.evenkeel.state.store.StateFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel inspect}. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Shows what a run owns and did: its positions; or its trades and why they were made; or one cycle.")
public final class InspectCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the folder that the run wrote")
    private Path folder = Path.of("");

    @Option(names = "--closed", description = "closed positions too")
    private boolean closed;

    @Option(names = "--parameters", description = "every parameter and setting that it was run with")
    private boolean parameters;

    @Option(names = "--trades", description = "every trade with its reason")
    private boolean trades;

    @Option(names = "--transactions", description = "every transaction of a live run's trades, with its hash")
    private boolean transactions;

    @Option(names = "--transfers", description = "every transfer between chains")
    private boolean transfers;

    @Option(names = "--cycles", description = "every cycle: equity, cash, how its signals ended")
    private boolean cycles;

    @Option(
            names = "--cycle",
            paramLabel = "N",
            description = "one cycle: every signal, its weights and its outcome, plots and messages")
    private @Nullable Integer cycle;

    @Option(names = "--position", paramLabel = "N", description = "one position: all its trades")
    private @Nullable Long position;

    @Override
    public Integer call() {
        StateFolder there = RunFolder.existing(folder);
        Ledger ledger = there.load();
        InspectionTables tables = new InspectionTables(ledger, LastWorth.of(there));
        String text = chosen(
                ledger,
                tables,
                new CycleTables(
                        Inspection.of(ledger),
                        new PairLabels(ledger.info().market().pairs())));
        Console.out().println(tables.heading());
        Console.out().println(text);
        return ExitCode.OK;
    }

    private String chosen(Ledger ledger, InspectionTables tables, CycleTables cycleTables) {
        if (cycle != null) {
            return cycleTables.cycle(cycle);
        }
        if (position != null) {
            return tables.position(position);
        }
        if (transactions) {
            return LiveTables.transactions(ledger);
        }
        if (transfers) {
            return LiveTables.transfers(ledger);
        }
        if (trades) {
            return tables.trades();
        }
        if (cycles) {
            return cycleTables.cycles();
        }
        return parameters ? tables.parameters() : tables.holdings(closed);
    }
}
