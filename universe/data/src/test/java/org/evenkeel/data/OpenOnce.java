package org.evenkeel.data;

import java.util.Locale;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.MarketHistory;

/**
 * Loads one data set whole in a fresh process, to measure cold starts: a program, not a test. Argument: the data set.
 */
public final class OpenOnce {
    private OpenOnce() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        MarketDataSet data = DataSets.open(arguments[0]);
        long opened = System.nanoTime();
        MarketHistory history = data.history(data.catalog().selectAll().build());
        long loaded = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "%d pairs until %s: opened in %.0f ms, loaded in %.0f ms%n",
                history.universe().pairs().size(),
                history.lastClose().orElseThrow(),
                (opened - start) / 1e6,
                (loaded - opened) / 1e6);
    }
}
