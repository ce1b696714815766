package org.evenkeel.data.support;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.data.pairs.PairsFile;
import org.evenkeel.data.parquet.CandleWriter;
import org.evenkeel.files.DurableFiles;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.Interval;
import org.evenkeel.market.LiquiditySource;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;

/** Random pairs and candles of a seed, with gaps, with and without volumes and depth. */
public final class RandomMarket {
    /** 2021-06-01T00:00:00Z. */
    public static final long START = 1_622_505_600_000L;

    private static final Chain CHAIN = new Chain("ethereum", 1);
    private static final Exchange POOL = new Exchange("uniswap-v2", FeeMode.FROM_INPUT);

    private final SplittableRandom random;

    public RandomMarket(long seed) {
        random = new SplittableRandom(seed);
    }

    public static TradingPair pair(long id) {
        Token base = new Token(CHAIN, "T" + id, "T" + id, 18);
        return new TradingPair(id, POOL, base, new Token(CHAIN, "USDC", "USDC", 6), 30, PriceUnit.USD);
    }

    /** So many pairs, with ids that ascend at random distances. */
    public List<PairCandles> pairs(int count, int mostRows) {
        List<PairCandles> result = new ArrayList<>();
        long id = 0;
        for (int i = 0; i < count; i++) {
            id += 1 + random.nextInt(5);
            result.add(new PairCandles(pair(id), candles(2 + random.nextInt(mostRows))));
        }
        return result;
    }

    /** Hourly candles; about one in ten is missing. */
    public Candles candles(int rows) {
        long[] times = new long[rows];
        double[][] prices = new double[4][rows];
        double[] volumes = new double[rows];
        double[] depths = new double[rows];
        boolean noVolume = random.nextInt(4) == 0;
        long time = START;
        double price = 1 + 100 * random.nextDouble();
        for (int row = 0; row < rows; row++) {
            time += 3_600_000L * (random.nextInt(10) == 0 ? 2 + random.nextInt(30) : 1);
            times[row] = time;
            double close = price * (0.98 + 0.04 * random.nextDouble());
            prices[0][row] = price;
            prices[1][row] = Math.max(price, close) * (1 + 0.01 * random.nextDouble());
            prices[2][row] = Math.min(price, close) * (1 - 0.01 * random.nextDouble());
            prices[3][row] = close;
            volumes[row] = noVolume || random.nextInt(20) == 0 ? Double.NaN : 1e6 * random.nextDouble();
            depths[row] = random.nextInt(20) == 0 ? Double.NaN : 1e7 * random.nextDouble();
            price = close;
        }
        Candles.Prices columns = new Candles.Prices(prices[0], prices[1], prices[2], prices[3], volumes);
        return new Candles(Interval.HOURLY, times, columns, depth(depths));
    }

    private Candles.Depth depth(double[] depths) {
        return switch (random.nextInt(3)) {
            case 0 -> Candles.Depth.NONE;
            case 1 -> new Candles.Depth(LiquiditySource.RESERVES, depths);
            default -> new Candles.Depth(LiquiditySource.TVL, depths);
        };
    }

    /** Writes the list of pairs into a folder. */
    public static void writeList(Path folder, List<TradingPair> pairs) {
        PairsFile list = new PairsFile(Optional.of("random"), true, Optional.of(Interval.HOURLY), pairs);
        DurableFiles.replace(folder.resolve(PairsFile.NAME), list.toJson());
    }

    /** Writes a data set of one file into a folder. */
    public static void write(Path folder, List<PairCandles> candles) {
        CandleWriter.write(folder.resolve("candles.parquet"), candles);
        writeList(folder, candles.stream().map(PairCandles::pair).toList());
    }
}
