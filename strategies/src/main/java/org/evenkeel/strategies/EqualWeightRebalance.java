package org.evenkeel.strategies;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.List;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.PairChoice;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.PositionManager;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.research.Books;
import org.evenkeel.research.CallOrder;
import org.evenkeel.research.OrderTable;
import org.evenkeel.research.PriceTable;
import org.evenkeel.research.SizeType;
import org.evenkeel.research.SizedOrders;
import org.evenkeel.research.Valuation;
import org.evenkeel.research.Vectorised;
import org.evenkeel.state.model.TradeIntent;

/**
 * Brings every pair back to the same share of the portfolio at the first decision of each quarter that can trade. That
 * may fall on a day without prices and take the last close.
 */
public final class EqualWeightRebalance implements Strategy, Vectorised {
    private final PairChoice pairs;

    /** Reads the parameters; without {@code pairs}, all that the data has are held. */
    public EqualWeightRebalance(Parameters set) {
        pairs = set.pairs("pairs");
    }

    @Override
    public Settings settings() {
        return Settings.DEFAULTS.withCycle(Interval.DAILY).withCapital(new Settings.Capital(10_000, 1, 0));
    }

    @Override
    public TradingUniverse createTradingUniverse(MarketCatalog market) {
        return pairs.from(market).build();
    }

    @Override
    public List<TradeIntent> decideTrades(DecisionInput input) {
        PositionManager orders = input.positionManager();
        if (!hasTradedThisQuarter(input)) {
            double share =
                    input.settings().capital().allocation() / input.pairs().size();
            input.pairs().forEach(pair -> orders.orderTargetPercent(pair, share));
        }
        return orders.trades();
    }

    private static boolean hasTradedThisQuarter(DecisionInput input) {
        return input.portfolio().trades().reversed().stream()
                .filter(trade -> trade.filled().isPresent())
                .findFirst()
                .filter(trade -> quarter(trade.plannedAt()) == quarter(input.asOf()))
                .isPresent();
    }

    /** Counted from the year 0. */
    private static int quarter(Instant instant) {
        OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
        return 4 * time.getYear() + time.get(IsoFields.QUARTER_OF_YEAR);
    }

    @Override
    public Rows rows() {
        return Rows.TICKS;
    }

    @Override
    public OrderTable orders(PriceTable prices) {
        long[] times = prices.times();
        int[] begun = prices.begun();
        double[] shares = new double[times.length];
        Arrays.fill(shares, Double.NaN);
        int done = Integer.MIN_VALUE;
        for (int row = prices.start(); row < times.length; row++) {
            if (quarter(times[row]) != done && prices.isTradable(row)) {
                shares[row] = 1.0 / begun[row];
                done = quarter(times[row]);
            }
        }
        return SizedOrders.forEach(prices, row -> shares[row], SizeType.TARGET_PERCENT)
                .with(Valuation.MONEY)
                .with(Books.shared(CallOrder.BUYS_SCALED));
    }

    private static int quarter(long epochMillis) {
        return quarter(Instant.ofEpochMilli(epochMillis));
    }
}
