package org.evenkeel.research;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Made-up tables of prices, and signals on them. */
final class Walks {
    static final int ROWS = 200;

    private Walks() {}

    /** Closes of one to five assets, some of which begin late and have gaps. */
    static PriceTable closes(SplittableRandom random) {
        int assets = random.nextInt(1, 6);
        double[][] closes = new double[assets][];
        Arrays.setAll(closes, asset -> walk(random));
        PriceTable prices = new PriceTable(names(assets), times(ROWS), closes);
        return random.nextBoolean() ? prices : prices.startingAt(prices.times()[random.nextInt(ROWS / 2)]);
    }

    /** The same with opens, highs and lows. */
    static PriceTable candles(SplittableRandom random) {
        PriceTable closes = closes(random);
        int assets = closes.assets().size();
        double[][] opens = new double[assets][ROWS];
        double[][] highs = new double[assets][ROWS];
        double[][] lows = new double[assets][ROWS];
        for (int asset = 0; asset < assets; asset++) {
            for (int row = 0; row < ROWS; row++) {
                double close = closes.closes()[asset][row];
                double open = close * Math.exp(0.03 * random.nextGaussian());
                opens[asset][row] = open;
                highs[asset][row] = Math.max(open, close) * (1 + 0.02 * random.nextDouble());
                lows[asset][row] = Math.min(open, close) * (1 - 0.02 * random.nextDouble());
            }
        }
        return new PriceTable(
                closes.assets(),
                closes.times(),
                closes.closes(),
                Optional.of(new PriceTable.Ranges(opens, highs, lows)),
                closes.start());
    }

    private static double[] walk(SplittableRandom random) {
        double[] column = new double[ROWS];
        double price = Math.exp(random.nextDouble(-5, 5));
        int first = random.nextInt(3) == 0 ? random.nextInt(ROWS / 2) : 0;
        for (int row = 0; row < ROWS; row++) {
            price *= Math.exp(0.05 * random.nextGaussian());
            column[row] = row < first || random.nextInt(20) == 0 ? Double.NaN : price;
        }
        return column;
    }

    /** One asset. */
    static PriceTable one(double... closes) {
        return new PriceTable(List.of("A"), times(closes.length), new double[][] {closes});
    }

    static List<String> names(int assets) {
        return IntStream.range(0, assets).mapToObj(asset -> "A" + asset).toList();
    }

    static long[] times(int rows) {
        return IntStream.range(0, rows).mapToLong(row -> 86_400_000L * row).toArray();
    }

    /** Words of which one in so many is true. */
    static boolean[][] words(int assets, int oneIn, SplittableRandom random) {
        boolean[][] words = new boolean[assets][ROWS];
        for (boolean[] column : words) {
            for (int row = 0; row < ROWS; row++) {
                column[row] = random.nextInt(oneIn) == 0;
            }
        }
        return words;
    }

    /** Words for one asset. */
    static boolean[][] at(int rows, int... trues) {
        boolean[][] words = new boolean[1][rows];
        for (int row : trues) {
            words[0][row] = true;
        }
        return words;
    }

    static Costs costs(SplittableRandom random) {
        double fee = random.nextBoolean() ? 0 : random.nextDouble(0.01);
        Costs costs = random.nextBoolean() ? Costs.onTop(fee) : Costs.fromInput(fee);
        return costs.withSlippage(random.nextInt(3) * 0.001);
    }
}
