package org.evenkeel.backtest;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;

/** Decisions of a few words. */
final class Orders {
    private Orders() {}

    static TradeIntent buy(TradingPair pair, double usd) {
        return TradeIntent.buy(pair, new Size.Spend(BigDecimal.valueOf(usd)), TradeReason.ORDER);
    }

    static TradeIntent sell(TradingPair pair, double quantity) {
        return TradeIntent.sell(pair, new Size.Sell(BigDecimal.valueOf(quantity)), TradeReason.ORDER);
    }

    static TradeIntent close(TradingPair pair) {
        return TradeIntent.sell(pair, new Size.SellAll(), TradeReason.CLOSE);
    }

    static Function<DecisionInput, List<TradeIntent>> decide(TradeIntent... intents) {
        return input -> List.of(intents);
    }
}
