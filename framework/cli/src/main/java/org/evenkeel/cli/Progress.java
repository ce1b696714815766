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

/** A bar on standard error: how far the run is, how long it will take, and the date it simulates. */
final class Progress implements CycleListener, AutoCloseable {
    private static final int WIDTH = 100;
    private static final int UPDATE_MILLIS = 100;

    private final ProgressBar bar;

    Progress(String task, int cycles, PrintStream err) {
        bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(cycles)
                .setUnit(" cycles", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .build();
    }

    @Override
    public void cycleDone(Instant tick, Instant until) {
        bar.setExtraMessage(LocalDate.ofInstant(until, ZoneOffset.UTC).toString());
        bar.step();
    }

    @Override
    public void close() {
        bar.close();
    }
}
