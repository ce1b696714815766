package org.evenkeel.cli.reading;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.evenkeel.cli.terminal.Tables;
import org.evenkeel.report.view.LiveWords;
import org.evenkeel.state.model.RunInfo;

/** In what two runs were set up differently. */
final class DiffSettings {
    private static final String NONE = "none";
    private static final int WIDEST = 40;

    private final Tables table = new Tables().text("Setting").text("A", WIDEST).text("B", WIDEST);

    private DiffSettings() {}

    /** Strategy, data, parameters and settings, as far as they differ; empty where they are the same. */
    static Tables between(RunInfo a, RunInfo b) {
        DiffSettings settings = new DiffSettings();
        settings.compare("strategy", a.strategy(), b.strategy());
        settings.compare("trading", trading(a), trading(b));
        settings.compare("data", a.data().name(), b.data().name());
        settings.compare("data's fingerprint", a.data().fingerprint(), b.data().fingerprint());
        settings.compareAll(a.parameters(), b.parameters());
        return settings.table;
    }

    private static String trading(RunInfo info) {
        return info.isLive() ? LiveWords.trading(info) : "a backtest";
    }

    private void compareAll(Map<String, String> a, Map<String, String> b) {
        Set<String> names = new LinkedHashSet<>(a.keySet());
        names.addAll(b.keySet());
        names.forEach(name -> compare(name, a.getOrDefault(name, NONE), b.getOrDefault(name, NONE)));
    }

    private void compare(String name, String a, String b) {
        if (!a.equals(b)) {
            table.row(name, a, b);
        }
    }
}
