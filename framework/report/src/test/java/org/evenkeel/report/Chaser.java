package org.evenkeel.report;

import java.util.List;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.api.alpha.AlphaModel;
import org.evenkeel.api.alpha.Weighting;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TriggerFactors;

/** Chases what rose yesterday, with every kind of trigger, and tells of it. */
final class Chaser implements Strategy {
    private static final List<TriggerFactors> TRIGGERS = List.of(
            TriggerFactors.stopLoss(0.9).withTakeProfit(1.1),
            TriggerFactors.NONE.withTrailingStop(0.93),
            TriggerFactors.stopLoss(0.8));

    @Override
    public TradingUniverse createTradingUniverse(MarketCatalog market) {
        return market.selectAll().reserve("USDC").build();
    }

    @Override
    public Settings settings() {
        return Settings.DEFAULTS.withCycle(Interval.DAILY);
    }

    @Override
    public List<TradeIntent> decideTrades(DecisionInput input) {
        AlphaModel alpha = input.alphaModel();
        for (TradingPair pair : input.pairs()) {
            input.market()
                    .findCandle(pair, Interval.DAILY)
                    .ifPresent(day -> alpha.setSignal(
                            pair, day.close() / day.open() - 1, TRIGGERS.get((int) (pair.id() % TRIGGERS.size()))));
        }
        input.plot("cash share", input.cash() / input.equity());
        input.plot("pairs", input.pairs().size());
        if (input.cycle() % 10 == 0) {
            input.message("Decision " + input.cycle() + " has " + input.pairs().size() + " pairs to choose from.");
        }
        return alpha.selectTopSignals(4, 0.01)
                .assignWeights(Weighting.oneOverN())
                .normaliseWeights()
                .updateOldWeights(input.portfolio())
                .calculateTargetPositions(input.investableEquity())
                .generateRebalanceTradesAndTriggers();
    }
}
