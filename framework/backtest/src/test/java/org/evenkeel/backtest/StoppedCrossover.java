package org.evenkeel.backtest;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.PositionManager;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.indicators.Crossings;
import org.evenkeel.indicators.Indicators;
import org.evenkeel.indicators.Rolling;
import org.evenkeel.market.Indicator;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.research.OrderTable;
import org.evenkeel.research.PriceTable;
import org.evenkeel.research.SignalOrders;
import org.evenkeel.research.SizeType;
import org.evenkeel.research.Stops;
import org.evenkeel.research.Valuation;
import org.evenkeel.research.Vectorised;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TriggerFactors;

/** Buys for a fixed sum where two averages cross, sells where they cross back, and has stops between. */
final class StoppedCrossover implements Strategy, Vectorised {
    private static final double SPENT = 100_000;
    private static final int FAST = 2;
    private static final int SLOW = 5;

    private final double stopLoss;
    private final double takeProfit;
    private final double trailingStop;
    private final boolean accumulates;

    StoppedCrossover(Parameters set) {
        stopLoss = set.number("stopLoss", 0);
        takeProfit = set.number("takeProfit", 0);
        trailingStop = set.number("trailingStop", 0);
        accumulates = set.flag("accumulates", false);
    }

    @Override
    public Settings settings() {
        return Settings.DEFAULTS.withCycle(Interval.HOURLY).withCapital(new Settings.Capital(1e9, 1, 0));
    }

    @Override
    public TradingUniverse createTradingUniverse(MarketCatalog market) {
        return market.selectAll().build();
    }

    private TriggerFactors triggers() {
        return new TriggerFactors(given(stopLoss), given(takeProfit), given(trailingStop));
    }

    private static OptionalDouble given(double factor) {
        return factor == 0 ? OptionalDouble.empty() : OptionalDouble.of(factor);
    }

    @Override
    public List<TradeIntent> decideTrades(DecisionInput input) {
        PositionManager orders = input.positionManager().withTriggers(triggers());
        Interval candle = input.settings().schedule().cycle();
        Indicator cross = Indicators.cross(Indicators.sma(candle, FAST), Indicators.sma(candle, SLOW));
        for (TradingPair pair : input.pairs()) {
            boolean isNew = input.market()
                    .findCandleAge(pair, candle)
                    .filter(Duration.ZERO::equals)
                    .isPresent();
            double crossed = isNew ? input.value(cross, pair).orElse(0) : 0;
            boolean held = input.portfolio().findPosition(pair).isPresent();
            if (crossed > 0 && (accumulates || !held)) {
                orders.orderValue(pair, SPENT);
            } else if (crossed < 0 && held && !accumulates) {
                orders.close(pair);
            }
        }
        return orders.trades();
    }

    @Override
    public OrderTable orders(PriceTable prices) {
        int assets = prices.assets().size();
        boolean[][] entries = new boolean[assets][];
        boolean[][] exits = new boolean[assets][];
        for (int asset = 0; asset < assets; asset++) {
            entries[asset] = prices.signals(
                    asset, closes -> Crossings.above(Rolling.mean(closes, FAST), Rolling.mean(closes, SLOW)));
            exits[asset] = prices.signals(
                    asset, closes -> Crossings.below(Rolling.mean(closes, FAST), Rolling.mean(closes, SLOW)));
        }
        SignalOrders.Size size = SignalOrders.Size.of(SPENT, SizeType.VALUE).with(Valuation.MONEY);
        return SignalOrders.of(entries, accumulates ? new boolean[assets][prices.rows()] : exits)
                .with(accumulates ? size.accumulating() : size)
                .with(new Stops(stopLoss, takeProfit == 0 ? Double.POSITIVE_INFINITY : takeProfit, trailingStop));
    }
}
