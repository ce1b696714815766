package org.evenkeel.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.data.support.RandomMarket;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.TradingPair;

/**
 * Measures reading, uncached: a program, not a test. Arguments: a folder to keep the made data sets in, and optionally
 * how many times each read is timed, and further data sets to read whole.
 */
public final class ReadTimes {
    private ReadTimes() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        Path ten = folder.resolve("ten-pairs");
        Path many = folder.resolve("five-hundred-pairs");
        make(ten, 10, 19_700);
        make(many, 500, 20_000);
        report("197,000 rows, all of the file", rounds, ten, pair -> true);
        report("ten pairs out of 500, 200,000 of 10M rows", rounds, many, pair -> pair.id() % 50 == 7);
        for (int i = 2; i < arguments.length; i++) {
            report(arguments[i], rounds, Path.of(arguments[i]), pair -> true);
        }
    }

    private static void make(Path folder, int pairs, int rows) throws IOException {
        if (Files.exists(folder.resolve("pairs.json"))) {
            return;
        }
        Files.createDirectories(folder);
        RandomMarket market = new RandomMarket(pairs);
        List<PairCandles> candles = new ArrayList<>();
        for (int id = 0; id < pairs; id++) {
            candles.add(new PairCandles(RandomMarket.pair(id), market.candles(rows)));
        }
        RandomMarket.write(folder, candles);
    }

    private static void report(String what, int rounds, Path folder, Predicate<TradingPair> wanted) {
        double[] opened = new double[rounds];
        double[] read = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            MarketDataSet data = DataSets.open(folder.toString(), OpenOptions.DEFAULTS.cacheBytes(0));
            long middle = System.nanoTime();
            MarketHistory history = data.history(data.catalog().select(wanted).build());
            long end = System.nanoTime();
            if (history.lastClose().isEmpty()) {
                throw new IllegalStateException("nothing was read");
            }
            opened[i] = (middle - start) / 1e6;
            read[i] = (end - middle) / 1e6;
        }
        System.out.printf(
                Locale.ROOT,
                "%s: open %s, read %s, both %s ms (first, then min/median over %d)%n",
                what,
                times(opened),
                times(read),
                times(sum(opened, read)),
                rounds);
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, i -> a[i] + b[i]);
        return sum;
    }

    private static String times(double[] millis) {
        double first = millis[0];
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "%.0f, %.1f/%.1f", first, sorted[0], sorted[sorted.length / 2]);
    }
}
