package org.evenkeel.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.evenkeel.engine.CycleListener;

/** How far a run is, on standard error. */
interface Progress extends CycleListener, AutoCloseable {
    @Override
    void close();

    /** A bar for a person who watches; for a log, where a bar would only be noise, one line at the end. */
    static Progress of(String task, int cycles, PrintStream err) {
        java.io.Console console = System.console();
        return console != null && console.isTerminal() ? new Bar(task, cycles, err) : new Line(cycles, err);
    }

    /** How far the run is, how long it will take, and the date it simulates. */
    final class Bar implements Progress {
        private static final int WIDTH = 100;
        private static final int UPDATE_MILLIS = 100;

        private final ProgressBar bar;
        private final PrintStream err;

        Bar(String task, int cycles, PrintStream err) {
            this.err = err;
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(cycles)
                    .setUnit(" cycles", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(UPDATE_MILLIS)
                    .setConsumer(new OpenLine(err))
                    .build();
        }

        @Override
        public void cycleDone(Instant tick, Instant until) {
            bar.setExtraMessage(day(until));
            bar.step();
        }

        @Override
        public void close() {
            bar.close();
            err.println();
        }

        /** Leaves it to the bar to end the line: the library does so at times alone. */
        private static final class OpenLine extends ConsoleProgressBarConsumer {
            OpenLine(PrintStream err) {
                super(err, WIDTH);
            }

            @Override
            public void close() {
                // The line goes on until the bar is closed.
            }
        }
    }

    /** What was done, once it is done. */
    final class Line implements Progress {
        private final int cycles;
        private final PrintStream err;
        private int done;
        private Instant reached = Instant.EPOCH;

        Line(int cycles, PrintStream err) {
            this.cycles = cycles;
            this.err = err;
        }

        @Override
        public void cycleDone(Instant tick, Instant until) {
            done++;
            reached = until;
        }

        @Override
        public void close() {
            if (done > 0) {
                err.println("Simulated " + done + "/" + cycles + " cycles, up to " + day(reached) + ".");
            }
        }
    }

    private static String day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }
}
