package org.evenkeel.cli.collect;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.Dates;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.Interruption;
import org.evenkeel.cli.terminal.Progress;
import org.evenkeel.cli.terminal.RealTime;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.market.Interval;
import org.evenkeel.onchain.collect.CandleCollector;
import org.evenkeel.onchain.collect.PoolReport;
import org.jspecify.annotations.Nullable;

/** Collects candles into a folder, and says what came of it. */
public final class CollectJob {
    /** All that is final by then is of before. */
    private static final Instant NOW = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final CollectOptions options;
    private final InstantSource clock;

    /**
     * By the machine's own time.
     *
     * @param options what is asked for
     */
    public CollectJob(CollectOptions options) {
        this(options, RealTime.clock());
    }

    /**
     * @param clock that chains' newest blocks are held against
     */
    public CollectJob(CollectOptions options, InstantSource clock) {
        this.options = options;
        this.clock = clock;
    }

    /**
     * Collects.
     *
     * @return the exit code
     * @throws UsageException when what is asked for cannot be done as asked
     */
    public int run() {
        Instant until = options.to == null ? NOW : Dates.parse("--to", options.to);
        CollectFolder folder = CollectFolder.of(options.out, interval(options.interval));
        try (CollectPlans plans = new CollectPlans(options, folder, clock)) {
            plans.find();
            try (CandleCollector collector =
                    CandleCollector.open(folder.path(), folder, plans.plans(), folder.interval())) {
                folder.list(plans.added());
                return collect(collector, folder, until);
            }
        }
    }

    private int collect(CandleCollector collector, CollectFolder folder, Instant until) {
        try (Interruption interruption = new Interruption()) {
            List<PoolReport> reports;
            try (Progress progress = Progress.of("Collecting", Progress.Words.BLOCKS, 0, Console.err())) {
                reports = collector.collectTo(until, new CollectProgress(progress, interruption));
            }
            Console.out()
                    .println(
                            options.json
                                    ? CollectSummary.json(folder.path(), folder.interval(), reports)
                                    : CollectSummary.table(reports));
            reports.stream()
                    .flatMap(report -> CollectSummary.note(report).stream())
                    .forEach(Console.err()::println);
            if (interruption.asked()) {
                Console.err().println("Ended by request: the same command goes on from here.");
                return ExitCode.INTERRUPTED;
            }
            return ExitCode.OK;
        }
    }

    private static Optional<Interval> interval(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Interval::parse);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--interval: " + e.getMessage(), e);
        }
    }
}
