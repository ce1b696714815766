package org.evenkeel.sweep.subject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.Candles;
import org.evenkeel.market.MarketHistory;
import org.evenkeel.market.PairHistory;
import org.evenkeel.market.TradingPair;
import org.evenkeel.research.PriceTable;

/**
 * Markets with the same rows in another order. A row is a time at which some pair has a candle; all pairs go by the same
 * order, so what they did at once stays together, a gap with it. Each pair moves by the same steps and ends where it
 * did, but what went before says nothing about what comes next: a rule that does as well on such a market has found
 * nothing in the order of things.
 *
 * <p>A pair begins and ends when it did: rows change places only with those in which the same pairs are traded at all.
 * Steps inside a candle stay together; volumes and depths stay in their place. Source: Aronson, "Evidence-Based
 * Technical Analysis" (2006); Masters, "Permutation and Randomization Tests for Trading System Development" (2018).
 */
public final class ShuffledMarket {
    private final MarketHistory market;
    private final MarketRows rows;
    private final RowOrders orders;
    private final List<Steps> recorded = new ArrayList<>();

    /**
     * One pair's prices in the rows, and what its steps there are made from.
     *
     * @param before of each row the last close before it
     */
    private record Steps(RowPrices prices, double[] before) {
        Steps(RowPrices prices) {
            this(prices, prices.closesBefore());
        }

        RowPrices in(int[] order, RowOrders.Stretch moved) {
            return prices.inOrder(before, order, moved);
        }
    }

    /**
     * @param market as it was
     * @param period in which it is put in another order: what a run does not see must not come into its period
     */
    public ShuffledMarket(MarketHistory market, Backtest.Period period) {
        this.market = market;
        rows = MarketRows.of(market);
        List<RowOrders.Stretch> traded = new ArrayList<>();
        for (TradingPair pair : market.universe().pairs()) {
            Candles candles = market.of(pair).candles();
            int[] at = rows.of(candles);
            if (at.length > 0) {
                traded.add(new RowOrders.Stretch(at[0], at[at.length - 1] + 1));
            }
            recorded.add(new Steps(RowPrices.of(candles.prices(), at, rows.count())));
        }
        orders = new RowOrders(rows.count(), rows.within(period), traded);
    }

    /**
     * The market in another order.
     *
     * @param seed of the order: the same one gives the same market
     */
    public MarketHistory inOrder(long seed) {
        int[] order = orders.order(seed);
        Map<TradingPair, PairHistory> histories = new HashMap<>();
        for (int i = 0; i < recorded.size(); i++) {
            TradingPair pair = market.universe().pairs().get(i);
            RowPrices made = recorded.get(i).in(order, orders.moved());
            histories.put(pair, new PairHistory(pair, candles(market.of(pair).candles(), made)));
        }
        return new MarketHistory(market.universe(), histories);
    }

    private Candles candles(Candles was, RowPrices made) {
        int[] at = made.rows();
        Candles.Prices prices = made.ofCandles(at, was.prices().volumes());
        return new Candles(was.interval(), rows.times(at), prices, was.depth());
    }

    /**
     * Tables of the prices that {@link #inOrder} gives, by the seed of the order: much cheaper, for nothing is made of
     * candles.
     *
     * @param table the prices as they were
     * @return empty where the rows of the table are not those of the market, as where they are of a longer interval
     */
    Optional<LongFunction<PriceTable>> findTables(PriceTable table) {
        boolean whole = table.rows() >= orders.moved().to();
        return whole && rows.begin(table) ? Optional.of(tables(table)) : Optional.empty();
    }

    private LongFunction<PriceTable> tables(PriceTable table) {
        List<Steps> columns = new ArrayList<>();
        PriceTable.Ranges ranges = table.ranges().orElseThrow();
        for (int asset = 0; asset < table.assets().size(); asset++) {
            columns.add(new Steps(new RowPrices(
                    ranges.opens()[asset], ranges.highs()[asset], ranges.lows()[asset], table.closes()[asset])));
        }
        return seed -> {
            int[] order = orders.order(seed);
            List<RowPrices> made = columns.stream()
                    .map(column -> column.in(order, orders.moved()))
                    .toList();
            return new PriceTable(
                    table.assets(),
                    table.times(),
                    columns(made, RowPrices::closes),
                    Optional.of(new PriceTable.Ranges(
                            columns(made, RowPrices::opens),
                            columns(made, RowPrices::highs),
                            columns(made, RowPrices::lows))),
                    table.start());
        };
    }

    private static double[][] columns(List<RowPrices> prices, Function<RowPrices, double[]> column) {
        return prices.stream().map(column).toArray(double[][]::new);
    }
}
