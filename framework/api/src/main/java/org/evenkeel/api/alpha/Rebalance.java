package org.evenkeel.api.alpha;

import java.math.BigDecimal;
import java.util.Optional;
import org.evenkeel.api.port.Quote;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;

/** Brings what is held of a candidate to its target, as far as the limits allow, and tells the candidate why not. */
final class Rebalance {
    private final Quotes quotes;
    private final TradeLimits limits;

    Rebalance(Quotes quotes, TradeLimits limits) {
        this.quotes = quotes;
        this.limits = limits;
    }

    /** The trade; none where there is nothing to do or it cannot be done. */
    Optional<TradeIntent> intent(Candidate candidate) {
        if (!candidate.isHeld() && candidate.target() == 0) {
            return Optional.empty();
        }
        Optional<Outcome> obstacle = quotes.findObstacle(candidate.pair());
        if (obstacle.isPresent()) {
            return none(candidate, obstacle.get(), 0);
        }
        return candidate.target() == 0 ? close(candidate) : change(candidate);
    }

    /** Sells all, however little it is. */
    private static Optional<TradeIntent> close(Candidate candidate) {
        candidate.ended(Outcome.TRADED, 0);
        return Optional.of(TradeIntent.sell(candidate.pair(), new Size.SellAll(), TradeReason.CLOSE));
    }

    private Optional<TradeIntent> change(Candidate candidate) {
        double most = limits.maxPoolShare() * quotes.poolValue(candidate.pair());
        double target = Math.min(candidate.target(), most);
        double adjust = target - candidate.valueHeld();
        boolean capped = target < candidate.target();
        if (target == 0 || (capped && isTooSmall(adjust))) {
            return none(candidate, Outcome.NO_LIQUIDITY, target);
        }
        if (adjust == 0) {
            return none(candidate, Outcome.UNCHANGED, 0);
        }
        if (isTooSmall(adjust)) {
            return none(candidate, Outcome.BELOW_MINIMUM_TRADE, limits.minRebalanceTradeUsd());
        }
        return adjust > 0 ? buy(candidate, adjust, capped) : sell(candidate, -adjust, capped);
    }

    private boolean isTooSmall(double value) {
        return value == 0 || Math.abs(value) < limits.minRebalanceTradeUsd();
    }

    private Optional<TradeIntent> buy(Candidate candidate, double wanted, boolean capped) {
        TradingPair pair = candidate.pair();
        double spend = Math.min(wanted, quotes.maxSpend(pair, limits.maxPriceImpact()));
        if (spend < wanted && isTooSmall(spend)) {
            return none(candidate, Outcome.NO_LIQUIDITY, spend);
        }
        double least = leastSpend(pair, spend);
        if (spend < least) {
            return none(candidate, Outcome.BELOW_MINIMUM_TRADE, least);
        }
        traded(candidate, capped || spend < wanted, spend);
        TradeIntent buy = TradeIntent.buy(pair, new Size.Spend(Decimals.money(spend)), TradeReason.REBALANCE);
        return Optional.of(candidate.watched(buy));
    }

    /** What has to be spent to get anything: the smallest money, or a whole contract. */
    private double leastSpend(TradingPair pair, double spend) {
        double smallestMoney = Math.pow(10, -Decimals.MONEY);
        if (pair.base().decimals() > 0 || spend < smallestMoney) {
            return smallestMoney;
        }
        Quote quote = quotes.buy(pair, spend);
        return quote.quantity() < 1 ? spend / quote.quantity() : smallestMoney;
    }

    private Optional<TradeIntent> sell(Candidate candidate, double value, boolean capped) {
        TradingPair pair = candidate.pair();
        double wanted = quotes.quantityFor(pair, value, candidate.quantityHeld().doubleValue());
        double most = quotes.maxSale(pair, limits.maxPriceImpact());
        boolean trimmed = most < wanted;
        BigDecimal quantity =
                Decimals.truncated(Math.min(wanted, most), pair.base().decimals());
        double worth = trimmed ? quotes.saleValue(pair, quantity.doubleValue()) : value;
        if (trimmed && isTooSmall(worth)) {
            return none(candidate, Outcome.NO_LIQUIDITY, -worth);
        }
        if (quantity.signum() == 0) {
            return none(candidate, Outcome.BELOW_MINIMUM_TRADE, worthOfSmallest(pair));
        }
        traded(candidate, capped || trimmed, -worth);
        return Optional.of(TradeIntent.sell(pair, sizeOf(quantity, candidate), TradeReason.REBALANCE));
    }

    private double worthOfSmallest(TradingPair pair) {
        return quotes.saleValue(pair, Math.pow(10, -pair.base().decimals()));
    }

    /** What is held may have more digits than a double, so a quantity calculated from it may come out above it. */
    private static Size sizeOf(BigDecimal quantity, Candidate candidate) {
        return quantity.compareTo(candidate.quantityHeld()) < 0 ? new Size.Sell(quantity) : new Size.SellAll();
    }

    private static void traded(Candidate candidate, boolean trimmed, double value) {
        candidate.ended(trimmed ? Outcome.TRIMMED_TO_LIQUIDITY : Outcome.TRADED, trimmed ? value : 0);
    }

    private static Optional<TradeIntent> none(Candidate candidate, Outcome how, double why) {
        candidate.ended(how, why);
        return Optional.empty();
    }
}
