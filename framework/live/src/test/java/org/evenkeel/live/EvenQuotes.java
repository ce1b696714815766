package org.evenkeel.live;

import java.util.List;
import java.util.Optional;
import org.evenkeel.api.port.Quote;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.MarketView;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Outcome;

/** Quotes at a price of 1, without costs or limits. */
record EvenQuotes(MarketView view) implements Quotes {
    @Override
    public Optional<Outcome> findObstacle(TradingPair pair) {
        return Optional.empty();
    }

    @Override
    public Quote buy(TradingPair pair, double spend) {
        return new Quote(spend, spend, 1, new Quote.Losses(0, 0), List.of());
    }

    @Override
    public Quote sell(TradingPair pair, double quantity) {
        return buy(pair, quantity);
    }

    @Override
    public double saleValue(TradingPair pair, double quantity) {
        return quantity;
    }

    @Override
    public double maxSpend(TradingPair pair, double maxImpact) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double maxSale(TradingPair pair, double maxImpact) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double quantityFor(TradingPair pair, double value, double held) {
        return Math.min(value, held);
    }

    @Override
    public double costFor(TradingPair pair, double quantity) {
        return quantity;
    }

    @Override
    public double poolValue(TradingPair pair) {
        return Double.POSITIVE_INFINITY;
    }
}
