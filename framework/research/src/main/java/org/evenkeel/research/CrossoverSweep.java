package org.evenkeel.research;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.evenkeel.indicators.Rolling;

/**
 * All crossovers of two averages at once: each asset, in a book of its own, is held with all its cash from the close at
 * which the fast average crosses above the slow one to the close at which it crosses below. The same as
 * {@link Simulation#fromSignals} on each pair of windows, without a column of cash or equity.
 *
 * <p>The averages of as many windows as fit into {@value #MEGABYTES} MB are kept at a time, so memory does not grow
 * with the pairs.
 */
public final class CrossoverSweep {
    private static final int MEGABYTES = 64;
    private static final int MOST_WINDOWS = 256;

    /**
     * What a pair of windows gave.
     *
     * @param fast the window of the fast average, in rows
     * @param slow the window of the slow one, longer than the fast
     * @param totalReturns of each asset, as fractions
     * @param sharpes of each asset, annualised; NaN where it was never held
     * @param positions how many positions of each asset were opened
     */
    public record Result(int fast, int slow, double[] totalReturns, double[] sharpes, int[] positions) {
        /** The mean of the assets' total returns. */
        public double meanTotalReturn() {
            return Arrays.stream(totalReturns).average().orElse(Double.NaN);
        }

        /** The mean of the assets' Sharpe ratios, over those that have one; NaN where none has. */
        public double meanSharpe() {
            return Arrays.stream(sharpes)
                    .filter(sharpe -> !Double.isNaN(sharpe))
                    .average()
                    .orElse(Double.NaN);
        }
    }

    private final PriceTable prices;
    private final CrossoverBook[] books;

    /**
     * @param prices what is traded at; each asset's averages are of the closes that it has
     * @param costs what a trade costs
     * @param periodsPerYear rows a year
     * @throws IllegalArgumentException when the costs do not fit the prices
     */
    public CrossoverSweep(PriceTable prices, Costs costs, double periodsPerYear) {
        costs.requireFor(prices.assets().size());
        this.prices = prices;
        books = IntStream.range(0, prices.assets().size())
                .mapToObj(asset -> {
                    CrossoverBook.Terms terms = CrossoverBook.Terms.of(costs, asset);
                    return new CrossoverBook(prices, asset, terms, periodsPerYear);
                })
                .toArray(CrossoverBook[]::new);
    }

    /** Every pair of a shorter and a longer one of the windows, in the order of the fast and then the slow one. */
    public Result[] run(int... windows) {
        List<Result> results = new ArrayList<>();
        run(windows, windows, results::add);
        results.sort((a, b) -> a.fast() != b.fast() ? a.fast() - b.fast() : a.slow() - b.slow());
        return results.toArray(Result[]::new);
    }

    /**
     * Every pair of a fast window and a slow one that is longer, on all cores.
     *
     * @param each is handed every result once, by the calling thread
     * @throws IllegalArgumentException when a window is below 1
     */
    public void run(int[] fasts, int[] slows, Consumer<Result> each) {
        for (int[] some : tiles(fasts)) {
            for (int[] others : tiles(slows)) {
                if (others.length > 0 && some[0] < others[others.length - 1]) {
                    tile(some, others, each);
                }
            }
        }
    }

    private List<int[]> tiles(int[] windows) {
        int[] sorted = Arrays.stream(windows).distinct().sorted().toArray();
        long columns = MEGABYTES * 500_000L / Math.max(1, 8L * prices.rows());
        int size = Math.clamp(columns, 1, MOST_WINDOWS);
        List<int[]> tiles = new ArrayList<>();
        for (int start = 0; start < sorted.length; start += size) {
            tiles.add(Arrays.copyOfRange(sorted, start, Math.min(sorted.length, start + size)));
        }
        return tiles;
    }

    /** Asset by asset, so that its averages stay in the cache. */
    private void tile(int[] fasts, int[] slows, Consumer<Result> each) {
        Result[][] results = new Result[fasts.length][];
        Arrays.setAll(
                results,
                i -> Arrays.stream(slows)
                        .filter(slow -> slow > fasts[i])
                        .mapToObj(slow -> blank(fasts[i], slow))
                        .toArray(Result[]::new));
        for (int asset = 0; asset < books.length; asset++) {
            double[][] quick = means(asset, fasts);
            double[][] calm = Arrays.equals(fasts, slows) ? quick : means(asset, slows);
            int of = asset;
            IntStream.range(0, fasts.length).parallel().forEach(i -> {
                int skipped = slows.length - results[i].length;
                for (int j = 0; j < results[i].length; j++) {
                    books[of].cross(quick[i], calm[skipped + j], of, results[i][j]);
                }
            });
        }
        Arrays.stream(results).flatMap(Arrays::stream).forEach(each);
    }

    private double[][] means(int asset, int[] windows) {
        double[] closes = books[asset].closes();
        return Arrays.stream(windows)
                .parallel()
                .mapToObj(window -> Rolling.mean(closes, window))
                .toArray(double[][]::new);
    }

    private Result blank(int fast, int slow) {
        return new Result(fast, slow, new double[books.length], new double[books.length], new int[books.length]);
    }
}
