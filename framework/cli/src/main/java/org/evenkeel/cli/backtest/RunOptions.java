package org.evenkeel.cli.backtest;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has which runs a strategy. */
final class RunOptions {
    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "first day of the run, as 2021-06-01 (UTC); the data's first where left out")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "end of the run, exclusive; the data's last candle where left out")
    private @Nullable String to;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "sets a parameter of the strategy or a setting of the run; may be given often")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where to write state.json, journal.jsonl and report.html; runs/NAME where left out")
    private @Nullable Path out;

    @Option(names = "--json", description = "prints one JSON object instead of the table")
    private boolean json;

    @Option(names = "--no-report", description = "writes no report.html")
    private boolean noReport;

    Optional<String> from() {
        return Optional.ofNullable(from);
    }

    Optional<String> to() {
        return Optional.ofNullable(to);
    }

    Map<String, String> set() {
        return set;
    }

    Path out(String name) {
        return out != null ? out : Path.of("runs", name);
    }

    boolean json() {
        return json;
    }

    boolean report() {
        return !noReport;
    }
}
