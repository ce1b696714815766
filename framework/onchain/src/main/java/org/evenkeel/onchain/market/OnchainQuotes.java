package org.evenkeel.onchain.market;

import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.port.Quote;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.Chain;
import org.evenkeel.market.DataException;
import org.evenkeel.market.MarketView;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Outcome;

/**
 * Quotes over the pools of chains, each at one block: that at which a chain was first asked about. A token that cannot be
 * quoted, or was found not to be sellable, is worth nothing and is not traded; the others go on.
 *
 * <p>Not safe for use by several threads.
 */
final class OnchainQuotes implements Quotes {
    private final MarketView view;
    private final Map<Chain, OnchainPricing.Desk> desks;
    private final Duration tolerance;
    private final Map<Chain, MarketAt> markets = new HashMap<>();
    private final Map<TradingPair, PairQuotes> pairs = new HashMap<>();
    private final Map<TradingPair, Boolean> frozen = new HashMap<>();

    OnchainQuotes(MarketView view, Map<Chain, OnchainPricing.Desk> desks, Duration tolerance) {
        this.view = view;
        this.desks = desks;
        this.tolerance = tolerance;
    }

    private OnchainPricing.Desk desk(TradingPair pair) {
        OnchainPricing.Desk desk = desks.get(pair.chain());
        if (desk == null) {
            throw new DataException(pair + " cannot be quoted: nothing is known of " + pair.chain() + ", only of "
                    + desks.keySet() + ". Add the chain, or leave the pair out.");
        }
        return desk;
    }

    private MarketAt market(TradingPair pair) {
        return markets.computeIfAbsent(
                pair.chain(), chain -> desk(pair).market().now());
    }

    private PairQuotes quotes(TradingPair pair) {
        return pairs.computeIfAbsent(pair, missing -> new PairQuotes(market(pair), pair));
    }

    private boolean isFrozen(TradingPair pair) {
        return frozen.computeIfAbsent(pair, missing -> desk(pair).verdicts().isFrozen(market(pair), pair));
    }

    @Override
    public Optional<Outcome> findObstacle(TradingPair pair) {
        if (view.findClose(pair).isEmpty()) {
            return Optional.of(Outcome.NO_PRICE);
        }
        if (!view.isFresh(pair, tolerance)) {
            return Optional.of(Outcome.STALE_PRICE);
        }
        if (market(pair).mid(pair).isEmpty()) {
            return Optional.of(Outcome.NO_PRICE);
        }
        if (!quotes(pair).isTradable()) {
            return Optional.of(Outcome.NO_LIQUIDITY);
        }
        return isFrozen(pair) ? Optional.of(Outcome.FROZEN) : Optional.empty();
    }

    @Override
    public Quote buy(TradingPair pair, double spend) {
        return quotes(pair).buy(spend);
    }

    @Override
    public Quote sell(TradingPair pair, double quantity) {
        return quotes(pair).sell(quantity);
    }

    @Override
    public double saleValue(TradingPair pair, double quantity) {
        BigInteger sold = Units.atMost(quantity, pair.base());
        if (sold.signum() == 0 || market(pair).findFault(pair).isPresent()) {
            return 0;
        }
        double brings = quotes(pair).brings(sold);
        return brings == 0 || isFrozen(pair) ? 0 : brings;
    }

    @Override
    public double maxSpend(TradingPair pair, double maxImpact) {
        return quotes(pair).maxSpend(maxImpact);
    }

    @Override
    public double maxSale(TradingPair pair, double maxImpact) {
        return quotes(pair).maxSale(maxImpact);
    }

    @Override
    public double quantityFor(TradingPair pair, double value, double held) {
        return quotes(pair).quantityFor(value, held);
    }

    @Override
    public double costFor(TradingPair pair, double quantity) {
        return quotes(pair).costFor(quantity);
    }

    @Override
    public double poolValue(TradingPair pair) {
        return market(pair).poolValue(pair);
    }
}
