package org.evenkeel.cli.terminal;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far something is, on standard error. */
public interface Progress extends AutoCloseable {
    /**
     * One more is done.
     *
     * @param reached what is known of it, to be shown beside
     */
    void step(String reached);

    /**
     * Some more are done.
     *
     * @param count how many
     * @param reached what is known of the last, to be shown beside
     */
    void step(long count, String reached);

    /** More are to be done than was said before. */
    void expect(long more);

    /** One of those expected will not be done. */
    void leaveOut();

    @Override
    void close();

    /** A bar for a person who watches; for a log, where a bar would only be noise, one line at the end. */
    public static Progress of(String task, Words words, long most, PrintStream err) {
        return isWatched() ? new Bar(task, words, most, err) : new Line(words, most, err);
    }

    /** Whether a person sits before a terminal. */
    static boolean isWatched() {
        java.io.Console console = System.console();
        return console != null && console.isTerminal();
    }

    /**
     * What is done, in words.
     *
     * @param done as in "Simulated"
     * @param unit as in "cycles"
     */
    public record Words(String done, String unit) {
        /** The cycles of a backtest. */
        public static final Words CYCLES = new Words("Simulated", "cycles");
        /** The runs of a sweep. */
        public static final Words RUNS = new Words("Made", "runs");
        /** The blocks of a collection. */
        public static final Words BLOCKS = new Words("Read", "blocks");
    }

    /** How far it is, how long it will take, and what is reached. */
    final class Bar implements Progress {
        private static final int WIDTH = 100;
        private static final int UPDATE_MILLIS = 100;

        private final ProgressBar bar;
        private final PrintStream err;

        Bar(String task, Words words, long most, PrintStream err) {
            this.err = err;
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(most)
                    .setUnit(" " + words.unit(), 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(UPDATE_MILLIS)
                    .setConsumer(new OpenLine(err))
                    .build();
        }

        @Override
        public void step(String reached) {
            bar.setExtraMessage(reached);
            bar.step();
        }

        @Override
        public void step(long count, String reached) {
            bar.setExtraMessage(reached);
            bar.stepBy(count);
        }

        @Override
        public void expect(long more) {
            bar.maxHint(bar.getMax() + more);
        }

        @Override
        public void leaveOut() {
            bar.maxHint(bar.getMax() - 1);
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
        private final Words words;
        private final PrintStream err;
        private long most;
        private long done;
        private String last = "";

        Line(Words words, long most, PrintStream err) {
            this.words = words;
            this.most = most;
            this.err = err;
        }

        @Override
        public void step(String reached) {
            step(1, reached);
        }

        @Override
        public void step(long count, String reached) {
            done += count;
            last = reached;
        }

        @Override
        public void expect(long more) {
            most += more;
        }

        @Override
        public void leaveOut() {
            most--;
        }

        @Override
        public void close() {
            if (done > 0) {
                String upTo = last.isEmpty() ? "" : ", up to " + last;
                err.println(words.done() + " " + done + "/" + most + " " + words.unit() + upTo + ".");
            }
        }
    }
}
