package org.evenkeel.state.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.market.TradingPair;

/**
 * What is, or was, held of one asset. No lots are kept: cost is averaged by quantity, fees in.
 *
 * @param id its number, unique in the ledger, from 1
 * @param pair the pair it is traded through
 * @param holding what is held now
 * @param totals what went in and out so far
 * @param watch what is watched for between decisions
 * @param life when it was opened and closed
 */
public record Position(long id, TradingPair pair, Holding holding, Totals totals, Watch watch, Life life) {
    /**
     * What is held.
     *
     * @param quantity of the asset, 0 or more
     * @param cost the money it cost, fees and gas in
     * @param entryPrice the mid price paid for it, averaged by quantity, without fees, in USD
     */
    public record Holding(BigDecimal quantity, BigDecimal cost, double entryPrice) {}

    /**
     * What went in and out, in money.
     *
     * @param bought spent on buys, gas included
     * @param sold received from sales, gas taken off
     * @param realised profit of what was sold: received − average cost
     * @param costs fees, impact and gas of all trades
     */
    public record Totals(BigDecimal bought, BigDecimal sold, BigDecimal realised, Costs costs) {
        private static final Totals ZERO = new Totals(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Costs.NONE);
    }

    /**
     * What is watched for.
     *
     * @param factors the triggers
     * @param peak the highest price that counts for the trailing stop so far, in USD
     * @param basket the group that it belongs to
     */
    public record Watch(TriggerFactors factors, double peak, Optional<Basket> basket) {
        /**
         * @throws IllegalArgumentException when the peak is not a positive number
         */
        public Watch {
            if (!(peak > 0 && peak < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A peak price of " + peak + " is none: it must be above 0.");
            }
        }
    }

    /**
     * When it was held.
     *
     * @param opened when the first buy was executed
     * @param closed when the last of it was sold
     */
    public record Life(Instant opened, Optional<Instant> closed) {}

    /** Costs are divided to more digits than money has, so that averaging loses nothing that money could show. */
    private static final int COST_DECIMALS = 12;

    /** The position that a first buy opens. */
    public static Position open(long id, TradeIntent intent, Fill fill, Instant at) {
        Holding nothing = new Holding(BigDecimal.ZERO, BigDecimal.ZERO, 0);
        Watch watch = new Watch(intent.triggers(), fill.midPrice(), intent.basket());
        Position empty = new Position(id, intent.pair(), nothing, Totals.ZERO, watch, new Life(at, Optional.empty()));
        return empty.bought(fill);
    }

    /** Whether something is held. */
    public boolean isOpen() {
        return life.closed().isEmpty();
    }

    /** The quantity held. */
    public BigDecimal quantity() {
        return holding.quantity();
    }

    /** The price at which the stop loss sells; 0 where there is none. */
    public double stopPrice() {
        return watch.factors().stopLoss().orElse(0) * holding.entryPrice();
    }

    /** The price at which the take profit sells; infinite where there is none. */
    public double takeProfitPrice() {
        return watch.factors().takeProfit().orElse(Double.POSITIVE_INFINITY) * holding.entryPrice();
    }

    /** This position after a further buy. */
    public Position bought(Fill fill) {
        BigDecimal spent = fill.value().add(fill.costs().gas());
        BigDecimal quantity = holding.quantity().add(fill.quantity());
        double before = holding.quantity().doubleValue();
        double added = fill.quantity().doubleValue();
        double entry = before == 0
                ? fill.midPrice()
                : (holding.entryPrice() * before + fill.midPrice() * added) / (before + added);
        Totals after = new Totals(
                totals.bought().add(spent),
                totals.sold(),
                totals.realised(),
                totals.costs().plus(fill.costs()));
        return new Position(id, pair, new Holding(quantity, holding.cost().add(spent), entry), after, watch, life);
    }

    /**
     * This position after a sale of part or all of it.
     *
     * @throws IllegalStateException when more is sold than is held
     */
    public Position sold(Fill fill, Instant at) {
        BigDecimal received = fill.value().subtract(fill.costs().gas());
        BigDecimal left = holding.quantity().subtract(fill.quantity());
        if (left.signum() < 0) {
            throw new IllegalStateException("Position " + id + " in " + pair + " holds "
                    + holding.quantity().toPlainString() + " and cannot sell "
                    + fill.quantity().toPlainString() + ".");
        }
        BigDecimal costOfSold = costOf(fill.quantity(), left);
        Totals after = new Totals(
                totals.bought(),
                totals.sold().add(received),
                totals.realised().add(received.subtract(costOfSold)),
                totals.costs().plus(fill.costs()));
        Holding rest = new Holding(left, holding.cost().subtract(costOfSold), holding.entryPrice());
        Life lived = left.signum() == 0 ? new Life(life.opened(), Optional.of(at)) : life;
        return new Position(id, pair, rest, after, watch, lived);
    }

    private BigDecimal costOf(BigDecimal quantity, BigDecimal left) {
        return left.signum() == 0
                ? holding.cost()
                : holding.cost()
                        .multiply(quantity)
                        .divide(holding.quantity(), COST_DECIMALS, RoundingMode.HALF_EVEN)
                        // Rounding up must not leave a rest of less than nothing.
                        .min(holding.cost());
    }

    /** This position with other things to watch for. */
    public Position watching(Watch changed) {
        return new Position(id, pair, holding, totals, changed, life);
    }
}
