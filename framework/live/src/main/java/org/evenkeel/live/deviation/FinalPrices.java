package org.evenkeel.live.deviation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.api.port.Ports;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Trade;

/** What a unit of each asset brings at the end by the recorded data, sold as one of the largest trades in it. */
final class FinalPrices {
    private final Quotes quotes;
    private final Map<TradingPair, BigDecimal> amounts = new HashMap<>();

    FinalPrices(Backtest backtest, Instant end, List<Match> matches) {
        Ports ports = backtest.ports(new Ledger(), end);
        this.quotes = ports.pricing().quotes(ports.market().asOf(end));
        for (Match match : matches) {
            match.liveFill().ifPresent(filled -> note(match, filled));
            match.backtestFill().ifPresent(filled -> note(match, filled));
        }
    }

    private void note(Match match, Trade.Filled filled) {
        if (filled.fill().quantity().signum() > 0) {
            amounts.merge(match.key().pair(), filled.fill().quantity(), BigDecimal::max);
        }
    }

    /** What a unit brings, in USD. */
    BigDecimal of(TradingPair pair) {
        double amount = amounts.getOrDefault(pair, BigDecimal.ONE).doubleValue();
        return BigDecimal.valueOf(quotes.saleValue(pair, amount) / amount);
    }

    /**
     * What the difference between two books' positions brings more than at the price of a unit, because a sale moves its price.
     *
     * @param more how much more of each pair the first book holds
     */
    BigDecimal notProportional(Portfolio first, Portfolio second, Map<TradingPair, BigDecimal> more) {
        BigDecimal rest = value(first).subtract(value(second));
        for (Map.Entry<TradingPair, BigDecimal> entry : more.entrySet()) {
            if (entry.getValue().signum() != 0) {
                rest = rest.subtract(entry.getValue().multiply(of(entry.getKey())));
            }
        }
        return rest;
    }

    private BigDecimal value(Portfolio book) {
        BigDecimal value = BigDecimal.ZERO;
        for (Position position : book.positions()) {
            value = value.add(BigDecimal.valueOf(
                    quotes.saleValue(position.pair(), position.quantity().doubleValue())));
        }
        return value;
    }
}
