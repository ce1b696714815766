package org.evenkeel.data.columns;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.evenkeel.market.Candles;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Interval;
import org.evenkeel.market.LiquiditySource;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.UsdPegs;

/**
 * Makes sound candles of raw ones, or says which row is not sound. Within a file a pair's rows must be in time order;
 * files may follow each other or interleave.
 */
public final class Assembler {
    private static final String ADVICE =
            " `data check` lists every such row; `data import` with --drop-bad makes a data set" + " without them.";

    private final TradingPair pair;
    private final Interval interval;
    private final RowOrder order;

    private Assembler(TradingPair pair, Interval interval, RowOrder order) {
        this.pair = pair;
        this.interval = interval;
        this.order = order;
    }

    /**
     * The candles of one pair.
     *
     * @param raw its rows
     * @param interval the length of its candles
     * @throws DataException when a price is missing, NaN, infinite, zero or negative, a volume or reserve is negative,
     *     or a time comes twice or out of order; the message names pair, time, file and row
     */
    public static Candles assemble(RawCandles raw, Interval interval) {
        List<RawChunk> chunks =
                raw.chunks().stream().filter(chunk -> chunk.size() > 0).toList();
        for (RawChunk chunk : chunks) {
            new RowChecks(raw.pair(), chunk, ADVICE).check();
        }
        try {
            return new Assembler(raw.pair(), interval, RowOrder.of(raw.pair(), chunks, ADVICE)).assemble();
        } catch (IllegalArgumentException e) {
            String files = chunks.stream().map(RawChunk::file).distinct().collect(Collectors.joining(", "));
            throw new DataException(raw.pair() + " in " + files + ": " + e.getMessage() + " " + ADVICE, e);
        }
    }

    private Candles assemble() {
        double[] closes = order.column(CandleColumn.CLOSE);
        boolean full = order.hasAll(CandleColumn.OPEN, CandleColumn.HIGH, CandleColumn.LOW);
        double[] volumes = order.column(CandleColumn.VOLUME);
        Candles.Prices prices = full
                ? new Candles.Prices(
                        order.column(CandleColumn.OPEN),
                        order.column(CandleColumn.HIGH),
                        order.column(CandleColumn.LOW),
                        closes,
                        volumes)
                : new Candles.Prices(closes, closes, closes, closes, volumes);
        return new Candles(interval, order.times(), prices, depth(closes));
    }

    private Candles.Depth depth(double[] closes) {
        // Reserves times a price in some other token are no dollars, and what that token is worth is not known here.
        boolean dollars = pair.priceUnit() == PriceUnit.USD || UsdPegs.isPegged(pair.quote());
        double[] reserves = order.column(CandleColumn.RESERVE_BASE);
        if (dollars && hasNumber(reserves)) {
            double[] usd = new double[reserves.length];
            Arrays.setAll(usd, row -> reserves[row] * closes[row]);
            return new Candles.Depth(LiquiditySource.RESERVES, usd);
        }
        double[] tvl = order.column(CandleColumn.TVL);
        if (!hasNumber(tvl)) {
            return Candles.Depth.NONE;
        }
        double[] side = new double[tvl.length];
        Arrays.setAll(side, row -> tvl[row] / 2);
        return new Candles.Depth(LiquiditySource.TVL, side);
    }

    private static boolean hasNumber(double[] values) {
        for (double value : values) {
            if (!Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }
}
