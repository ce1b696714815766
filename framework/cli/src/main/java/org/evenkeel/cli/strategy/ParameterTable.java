package org.evenkeel.cli.strategy;

import java.util.List;
import java.util.Locale;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Strategy;
import org.evenkeel.cli.terminal.Tables;

/** What can be set of a strategy and its run, as a table for people. */
public final class ParameterTable {
    private static final int WIDEST = 40;

    private ParameterTable() {}

    /**
     * The table, a row for each parameter.
     *
     * @throws org.evenkeel.api.StrategyException when the strategy cannot be made
     */
    public static String of(LoadedStrategy loaded) {
        Parameters set = Parameters.defaults();
        Strategy strategy = loaded.factory().apply(set);
        int own = set.declared().size();
        strategy.settings().overriddenBy(set);
        List<Parameters.Declared> all = set.declared();
        Tables table =
                new Tables().text("Name").text("Type").text("Default", WIDEST).text("Meaning", WIDEST);
        for (int i = 0; i < all.size(); i++) {
            Parameters.Declared parameter = all.get(i);
            table.row(
                    parameter.name(),
                    parameter.type().name().toLowerCase(Locale.ROOT),
                    parameter.defaultValue(),
                    i < own ? "the strategy's own" : SettingWords.ALL.getOrDefault(parameter.name(), ""));
        }
        return table.toString();
    }
}
