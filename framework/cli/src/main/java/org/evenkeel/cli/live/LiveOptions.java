package org.evenkeel.cli.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.cli.chain.ChainOptions;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.live.LiveTerms;
import org.evenkeel.market.Interval;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that run a strategy as time goes by. */
final class LiveOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "the data set with the strategy's pairs; candles are collected into it before each decision")
    private String data = "";

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "sets a parameter of the strategy or a setting of the run; may be given often")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "the run's folder, with state.json and journal.jsonl; begun, or gone on with where it is there")
    private @Nullable Path out;

    @Option(names = "--no-collect", description = "reads the data set as it is: something else keeps it up to date")
    private boolean noCollect;

    @Option(
            names = "--look",
            paramLabel = "TIME",
            defaultValue = "10s",
            description = "how often prices are looked at between decisions (${DEFAULT-VALUE})")
    private String look = "10s";

    @Option(
            names = "--tolerance",
            paramLabel = "TIME",
            description = "how late a decision may be made; a tenth of the cycle and at most 1h where left out")
    private @Nullable String tolerance;

    @Mixin
    private ChainOptions chains = new ChainOptions();

    @Option(
            names = "--json",
            description = {
                "prints JSON for programs, and lines for people on standard error alone: what is only shown as one object,"
                        + " a run as one object a line for each thing that happens",
                "each has kind, at (the time), text (what people are told) and the figures of its kind: started, cycleDone,"
                        + " cycleResumed, ticksMissed, tradePlanned, tradeRefused, tradeNoted, tradeEnded, tradeTakenBack,"
                        + " transfer, transferOverdue, tokenFrozen, tokenThawed, outOfReach, nothingDue, notice,"
                        + " warning, stopped, failed"
            })
    private boolean json;

    String data() {
        return data;
    }

    Map<String, String> set() {
        return set;
    }

    Path out(String name) {
        return out != null ? out : Path.of("runs", name);
    }

    boolean collects() {
        return !noCollect;
    }

    ChainOptions chains() {
        return chains;
    }

    boolean json() {
        return json;
    }

    /** How often prices are looked at. */
    Duration look() {
        return time("--look", look);
    }

    /**
     * How the run deals with time.
     *
     * @throws UsageException when a time is none
     */
    LiveTerms terms() {
        return new LiveTerms(
                look(),
                Optional.ofNullable(tolerance).map(text -> time("--tolerance", text)),
                LiveTerms.DEFAULTS.patience());
    }

    private static Duration time(String option, String text) {
        try {
            return Interval.parse(text).duration();
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    option + " " + text + " is no length of time: write a number and s, m, h, d or w, as 30s.", e);
        }
    }
}
