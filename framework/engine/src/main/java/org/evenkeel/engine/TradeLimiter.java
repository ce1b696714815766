package org.evenkeel.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.evenkeel.api.Settings;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Decimals;

/**
 * Cuts the size of a trade to what its tokens can express and, where that has not been done, to what the pools bear: a
 * position is at most a share of the pool's value, and a trade moves the price at most by a limit.
 */
final class TradeLimiter {
    private final Quotes quotes;
    private final Settings.Liquidity limits;

    TradeLimiter(Quotes quotes, Settings.Liquidity limits) {
        this.quotes = quotes;
        this.limits = limits;
    }

    /**
     * What may be spent; 0 where nothing may.
     *
     * @param held what is held of the pair before, in USD
     */
    BigDecimal spend(TradingPair pair, BigDecimal wanted, double held) {
        double room = limits.maxPoolShare() * quotes.poolValue(pair) - held;
        double most = Math.max(0, Math.min(room, quotes.maxSpend(pair, limits.maxPriceImpact())));
        return wanted.doubleValue() <= most ? wanted : Decimals.money(most);
    }

    /** How much may be sold; 0 where nothing may. */
    BigDecimal quantity(TradingPair pair, BigDecimal wanted) {
        double most = quotes.maxSale(pair, limits.maxPriceImpact());
        return wanted.doubleValue() <= most
                ? wanted
                : Decimals.truncated(most, pair.base().decimals());
    }

    /** The amount cut off toward zero to the decimals of its token. */
    static BigDecimal expressed(BigDecimal amount, Token token) {
        return amount.scale() <= token.decimals() ? amount : amount.setScale(token.decimals(), RoundingMode.DOWN);
    }
}
