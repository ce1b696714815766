package org.evenkeel.strategies;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
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
import org.evenkeel.state.model.TradeIntent;

/** Brings every pair back to the same share of the portfolio at the first decision of each quarter. */
public final class EqualWeightRebalance implements Strategy {
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
        var cycles = input.portfolio().cycles();
        boolean newQuarter = cycles.isEmpty() || quarter(cycles.getLast().at()) != quarter(input.asOf());
        if (newQuarter) {
            double share =
                    input.settings().capital().allocation() / input.pairs().size();
            input.pairs().forEach(pair -> orders.orderTargetPercent(pair, share));
        }
        return orders.trades();
    }

    private static int quarter(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).get(IsoFields.QUARTER_OF_YEAR);
    }
}
