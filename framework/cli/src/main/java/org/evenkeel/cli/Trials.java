package org.evenkeel.cli;

import java.nio.file.Path;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.sweep.store.TrialLedger;

/** Where it is counted how often a strategy was tried on a data set. */
final class Trials {
    private static final String FOLDER = ".trials";

    private Trials() {}

    /**
     * The ledger beside the folder of a run or sweep.
     *
     * @param out the folder that the run or sweep writes to
     */
    static TrialLedger of(Path out, Backtest backtest, MarketCatalog catalog) {
        Path runs = out.toAbsolutePath().normalize().resolveSibling(FOLDER);
        return TrialLedger.of(runs, backtest.strategy().name(), catalog);
    }
}
