package org.evenkeel.cli.backtest;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.sweep.store.TrialLedger;

/** Where it is counted how often a strategy was tried on a data set. */
public final class Trials {
    private static final String FOLDER = ".trials";

    private Trials() {}

    /**
     * The ledger beside the folder of a run or sweep.
     *
     * @param out the folder that the run or sweep writes to
     */
    public static TrialLedger of(Path out, Backtest backtest, MarketCatalog catalog) {
        Path runs = out.toAbsolutePath().normalize().resolveSibling(FOLDER);
        return TrialLedger.of(runs, backtest.strategy().name(), catalog);
    }

    /**
     * Every parameter and setting of a run with its value, and its period: two runs with the same are one try.
     *
     * @param backtest of the first point of a sweep, or of the run itself
     * @param point what is set otherwise
     */
    public static SequencedMap<String, String> everything(
            Backtest backtest, Map<String, String> point, Backtest.Period period) {
        SequencedMap<String, String> all = new LinkedHashMap<>(backtest.parameters());
        all.putAll(point);
        all.put("from", period.from().toString());
        all.put("to", period.to().toString());
        return all;
    }

    /** Says where runs are counted from now on, where none was yet: those made elsewhere are not known there. */
    public static void announce(TrialLedger ledger, PrintStream err) {
        if (ledger.isNew()) {
            err.println("Note: every run of this strategy on this data is counted in "
                    + ledger.file().getParent()
                    + ", beside the folder of the run; none was yet. What was tried elsewhere is not known there.");
        }
    }
}
