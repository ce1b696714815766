package org.evenkeel.cli.backtest;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.StrategyException;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.cli.strategy.LoadedStrategy;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.Progress;
import org.evenkeel.cli.terminal.RunFolder;
import org.evenkeel.data.DataSets;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.metrics.Metric;
import org.evenkeel.report.Report;
import org.evenkeel.report.ReportInput;
import org.evenkeel.report.RunFigures;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.store.StateStore;
import org.evenkeel.sweep.store.TrialLedger;

/** One backtest from the command line: data in, state, journal and report out, a summary on standard output. */
public final class BacktestJob {
    private final LoadedStrategy strategy;
    private final String location;
    private final RunOptions options;
    private final PrintStream err = Console.err();

    BacktestJob(LoadedStrategy strategy, String location, RunOptions options) {
        this.strategy = strategy;
        this.location = location;
        this.options = options;
    }

    void run() {
        MarketDataSet data = DataSets.open(location);
        Backtest backtest = Console.apart(() -> Backtest.prepare(strategy.factory(), options.set(), data));
        RunInfo info = backtest.info(strategy.source(), whole(location));
        Backtest.Period period = new RunPeriod(backtest, info.data().name()).of(options.from(), options.to());
        backtest.notes().forEach(note -> err.println("Note: " + note));
        Path folder = options.out(info.strategy());
        try (StateStore store = RunFolder.begin(folder, info.strategy())) {
            store.notices().forEach(err::println);
            backtest.open(store.ledger(), info, period);
            Console.apart(() -> simulate(backtest, period, store));
            RunSummary summary = finish(backtest, period, info, store);
            count(backtest, summary, folder, data);
        }
    }

    /** A run made by hand is a try as one of a sweep is. */
    private static void count(Backtest backtest, RunSummary run, Path folder, MarketDataSet data) {
        double sharpe = run.metrics().find(Metric.SHARPE).orElse(Double.NaN);
        try (TrialLedger ledger = Trials.of(folder, backtest, data.catalog())) {
            ledger.add(Trials.everything(backtest, Map.of(), run.period()), sharpe);
        }
    }

    /** The place of the data as it can be found again from any folder; one on another system stays as it is. */
    public static String whole(String location) {
        return location.contains(":/")
                ? location
                : Path.of(location).toAbsolutePath().normalize().toString();
    }

    private StateStore simulate(Backtest backtest, Backtest.Period period, StateStore store) {
        int cycles = backtest.settings().schedule().count(period.from(), period.to());
        try (Progress progress = Progress.of(backtest.strategy().name(), Progress.Words.CYCLES, cycles, err)) {
            backtest.run(period, store.ledger(), (tick, until) -> {
                store.commit();
                progress.step(LocalDate.ofInstant(until, ZoneOffset.UTC).toString());
            });
        } catch (StrategyException e) {
            store.writeSnapshot();
            throw e;
        }
        store.writeSnapshot();
        return store;
    }

    private RunSummary finish(Backtest backtest, Backtest.Period period, RunInfo info, StateStore store) {
        Path folder = store.folder().folder();
        Optional<Path> report = options.report() ? Optional.of(folder.resolve(RunFolder.REPORT)) : Optional.empty();
        ReportInput input = ReportInput.of(store.ledger()).withMarket(backtest.history());
        report.ifPresent(file -> Report.write(input, file));
        RunSummary summary = new RunSummary(
                info,
                period,
                store.ledger().book(Ledger.MAIN_BOOK),
                RunFigures.of(input),
                new RunSummary.Files(store.folder().snapshot(), store.folder().journal(), report));
        if (options.json()) {
            Console.out().println(SummaryJson.of(summary));
        } else {
            print(summary);
        }
        return summary;
    }

    private static void print(RunSummary summary) {
        PrintStream out = Console.out();
        out.println(summary.info().strategy() + " on " + summary.info().data().name());
        out.println(SummaryTable.of(summary));
        summary.noYear().ifPresent(out::println);
        if (summary.info().data().synthetic()) {
            out.println("The prices are synthetic: these figures say nothing about any real market.");
        }
        out.println("state    " + summary.files().state());
        out.println("journal  " + summary.files().journal());
        summary.files().report().ifPresent(report -> out.println("report   " + report));
    }
}
