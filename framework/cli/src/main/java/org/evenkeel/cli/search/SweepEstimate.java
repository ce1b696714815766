package org.evenkeel.cli.search;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.Progress;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.sweep.Subject;
import org.evenkeel.sweep.Trial;

/** How long a large sweep will take, asked before it begins. */
final class SweepEstimate {
    /** Smaller ones are not worth a question. */
    private static final long LARGE = 50_000;

    private static final int SAMPLES = 5;
    private static final int MOST_TRIED = 10_000;

    private final SweepSetup setup;
    private final int threads;

    SweepEstimate(SweepSetup setup, int threads) {
        this.setup = setup;
        this.threads = threads;
    }

    /**
     * Makes sure that the user wants a sweep as large as this.
     *
     * @param yes whether that was said on the command line
     * @throws UsageException when nobody says so
     */
    void confirm(boolean yes) {
        long most = setup.search().most();
        if (yes || most < LARGE) {
            return;
        }
        String estimate = String.format(Locale.ROOT, "%,d", most) + " points, at "
                + perRun().map(this::words).orElse("an unknown time") + " on " + threads
                + (threads == 1 ? " thread" : " threads");
        java.io.Console console = System.console();
        if (console == null || !Progress.isWatched()) {
            throw new UsageException("This is a sweep of " + estimate
                    + ". Add --yes if that is what you want; --random N" + " or --evolve N try fewer points.");
        }
        String answer = console.readLine("This is a sweep of %s. Begin? [y/N] ", estimate);
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
            throw new UsageException("Nothing was run. --random N or --evolve N try fewer points.");
        }
    }

    private String words(Duration perRun) {
        double seconds = perRun.toNanos() / 1e9 * setup.search().most() / threads;
        return String.format(Locale.ROOT, "%.2g ms a run some %s", perRun.toNanos() / 1e6, length(seconds));
    }

    private static String length(double seconds) {
        if (seconds < 120) {
            return Math.round(seconds) + " s";
        }
        if (seconds < 7_200) {
            return Math.round(seconds / 60) + " minutes";
        }
        return seconds < 172_800 ? Math.round(seconds / 3_600) + " hours" : Math.round(seconds / 86_400) + " days";
    }

    /** The time of one run, the fastest of a few: the first ones warm up. */
    private Optional<Duration> perRun() {
        Subject subject = setup.form().subject();
        Optional<Duration> best = Optional.empty();
        int runs = 0;
        for (long number = 0; number < Math.min(MOST_TRIED, setup.grid().size()) && runs < SAMPLES; number++) {
            SequencedMap<String, String> point = setup.grid().point(number);
            if (subject.findRefusal(point).isEmpty()) {
                long start = System.nanoTime();
                Trial trial = Console.apart(() -> Trial.of(subject, 0, point));
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                boolean counts = trial instanceof Trial.Done
                        && best.filter(known -> known.compareTo(took) < 0).isEmpty();
                best = counts ? Optional.of(took) : best;
                runs++;
            }
        }
        return best;
    }
}
