package org.evenkeel.strategies;

import java.util.List;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.PairChoice;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.api.alpha.AlphaModel;
import org.evenkeel.api.alpha.Weighting;
import org.evenkeel.indicators.Indicators;
import org.evenkeel.market.Indicator;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TriggerFactors;

/**
 * Every week, buys the tokens that rose most in the week before, weighted 1, 1/2, 1/3, 1/4, and sells each as soon as
 * it has gained 5 % or lost 34 %.
 */
public final class WeeklyMomentum implements Strategy {
    private static final String[] PAIRS = {
        "WETH-USDC", "UNI-WETH", "CRV-WETH", "AAVE-WETH", "SUSHI-WETH",
        "WBNB-BUSD", "Cake-BUSD", "WMATIC-USDC", "WAVAX-USDC", "JOE-WAVAX"
    };

    private final PairChoice pairs;
    private final int topCount;
    private final double threshold;
    private final TriggerFactors triggers;
    private final Indicator momentum;

    /** Reads the parameters; each can be set from the command line, as in {@code --set topCount=3}. */
    public WeeklyMomentum(Parameters set) {
        pairs = set.pairs("pairs", PAIRS);
        topCount = set.count("topCount", 4);
        threshold = set.number("threshold", 0.025);
        triggers = TriggerFactors.stopLoss(set.number("stopLoss", 0.66)).withTakeProfit(set.number("takeProfit", 1.05));
        momentum = Indicators.candleReturn(set.interval("lookback", Interval.WEEKLY));
    }

    @Override
    public Settings settings() {
        return Settings.DEFAULTS.withCycle(Interval.WEEKLY).withCapital(new Settings.Capital(10_000, 0.80, 300));
    }

    @Override
    public TradingUniverse createTradingUniverse(MarketCatalog market) {
        return pairs.from(market).reserve("USDC").build();
    }

    @Override
    public List<TradeIntent> decideTrades(DecisionInput input) {
        AlphaModel alpha = input.alphaModel();
        for (var pair : input.pairs()) {
            input.value(momentum, pair).ifPresent(signal -> alpha.setSignal(pair, signal, triggers));
        }
        return alpha.selectTopSignals(topCount, threshold)
                .assignWeights(Weighting.oneOverN())
                .normaliseWeights()
                .updateOldWeights(input.portfolio())
                .calculateTargetPositions(input.investableEquity())
                .generateRebalanceTradesAndTriggers();
    }
}
