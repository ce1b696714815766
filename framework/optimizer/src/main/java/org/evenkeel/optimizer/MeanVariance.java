package org.evenkeel.optimizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evenkeel.optimizer.OptimizerException.Reason;

/**
 * Portfolios that trade expected return for variance, within limits. Immutable.
 *
 * <p>Source: H. Markowitz, "Portfolio selection", The Journal of Finance 7 (1952), 77–91. Quadratic programmes, whose
 * answers are proven before they are given. Where the covariance is singular and several portfolios are equally good,
 * the most spread out of them is given: the one of the least Σ(weight × volatility)².
 *
 * <p>Every method throws {@link InfeasibleLimitsException} when no portfolio obeys the limits, and
 * {@link OptimizerException} when the answer could not be proven.
 */
public final class MeanVariance {
    private static final double ROUNDING = 1e-13;

    private final double[] expected;
    private final Covariance covariance;
    private final Limits limits;
    private final double square;
    private final Optional<Turnover> turnover;

    private MeanVariance(
            double[] expected, Covariance covariance, Limits limits, double square, Optional<Turnover> turnover) {
        this.expected = expected;
        this.covariance = covariance;
        this.limits = limits;
        this.square = square;
        this.turnover = turnover;
    }

    /**
     * Portfolios of some assets.
     *
     * @param expectedReturns one an asset, over the covariance's period
     * @param covariance positive semidefinite; it may be singular
     * @param limits what the weights must obey
     * @throws OptimizerException when sizes differ, a return is not finite, or the covariance is no covariance (see
     *     {@link Covariance#repaired})
     */
    public static MeanVariance of(double[] expectedReturns, Covariance covariance, Limits limits) {
        limits.requireSize(covariance.size());
        limits.requireSize(expectedReturns.length);
        Matrices.requireFinite(expectedReturns, "the expected returns");
        covariance.requireSemidefinite();
        return new MeanVariance(expectedReturns.clone(), covariance, limits, 0, Optional.empty());
    }

    /**
     * The same with a price on large weights, which spreads the portfolio: factor × Σweight² is added to the variance
     * where that is minimised or divided by, and taken from the expected return where that is what is most wanted
     * (target risk and utility).
     *
     * @param factor 0 or more
     */
    public MeanVariance withL2(double factor) {
        return new MeanVariance(expected, covariance, limits, price(factor, "L2 factor"), turnover);
    }

    /**
     * The same with a cost of trading, rate × Σ|weight − present|: taken from the expected return, or added to the
     * variance where that alone is minimised.
     *
     * @param present the weights now, which need not obey the limits
     * @param rate the cost of buying or selling the whole portfolio, 0 or more
     */
    public MeanVariance withTurnover(double[] present, double rate) {
        limits.requireSize(present.length);
        Matrices.requireFinite(present, "the present weights");
        Turnover cost = new Turnover(present.clone(), price(rate, "rate of turnover"));
        return new MeanVariance(expected, covariance, limits, square, Optional.of(cost));
    }

    private static double price(double value, String what) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new OptimizerException(
                    Reason.BAD_INPUT, "A " + what + " of " + value + " is none: give a number of 0 or more.");
        }
        return value;
    }

    /** The weights of the least variance. */
    public double[] minimumVariance() {
        limits.requireFeasible();
        return tradeoff(limits).weights(new Objective(2, 0, square, 1));
    }

    /**
     * The weights of the least variance among those whose expected return is a target or more.
     *
     * @param target the least expected return
     */
    public double[] targetReturn(double target) {
        Limits more = limits.with("target return " + Limits.text(target), Row.atLeast(expected, target));
        more.requireFeasible();
        return tradeoff(more).weights(new Objective(2, 0, square, 1));
    }

    /**
     * The weights of the most expected return among those whose volatility is a target or less.
     *
     * @param target the most volatility, above 0
     */
    public double[] targetRisk(double target) {
        if (!(target > 0 && target < Double.POSITIVE_INFINITY)) {
            throw new OptimizerException(
                    Reason.BAD_INPUT, "A volatility of " + target + " is no target: give one above 0.");
        }
        limits.requireFeasible();
        RiskSearch search = new RiskSearch(tradeoff(limits), square, target);
        return search.find().orElseThrow(() -> tooCalm(target));
    }

    /** Which of the limits stand in the way of so little risk. */
    private OptimizerException tooCalm(double target) {
        Limit.Risk risk = new Limit.Risk("target risk " + Limits.text(target), covariance, target);
        List<Limit> all = new ArrayList<>(limits.inForce());
        all.add(risk);
        try {
            Contradiction.requireNone(all, some -> findCalm(some, risk));
        } catch (InfeasibleLimitsException e) {
            return e;
        }
        return new OptimizerException(
                Reason.NOT_CONVERGED,
                "A volatility of " + target + " is the very least that the limits allow: ask for a little more.");
    }

    private Optional<double[]> findCalm(List<Limit> some, Limit.Risk risk) {
        Optional<double[]> weights = limits.findWeights(some);
        if (weights.isEmpty() || !some.contains(risk)) {
            return weights;
        }
        double[] calmest = new Tradeoff(expected, covariance, limits.region(some), Optional.empty())
                .weights(new Objective(2, 0, 0, 0));
        return risk.obeyedBy(calmest) ? Optional.of(calmest) : Optional.empty();
    }

    /**
     * The weights of the best Sharpe ratio, (expected return − risk-free return − costs) / volatility. An asset that does
     * not move and is expected to return just the risk-free return is no part of it, where the limits allow that: every
     * mix with it has the same ratio.
     *
     * @param riskFree the return of money that takes no risk, over the covariance's period
     * @throws OptimizerException also when no portfolio within the limits is expected to return more than that, or one
     *     that does has no risk at all, so that there is no best ratio
     */
    public double[] maximumSharpe(double riskFree) {
        limits.requireFeasible();
        double[] excess = Arrays.stream(expected).map(value -> value - riskFree).toArray();
        Tradeoff tradeoff =
                new Tradeoff(excess, covariance, withoutIdleDebt(excess).region(), turnover);
        return new SharpeSearch(tradeoff, covariance, square).find();
    }

    /** A debt in an asset that neither moves nor earns anything only makes the rest larger, at the same ratio. */
    private Limits withoutIdleDebt(double[] excess) {
        Limits tighter = limits;
        for (int asset = 0; asset < excess.length; asset++) {
            if (covariance.get(asset, asset) == 0 && excess[asset] == 0) {
                tighter = tighter.withoutDebt(asset);
            }
        }
        return tighter.findWeights(tighter.inForce()).isPresent() ? tighter : limits;
    }

    /**
     * The weights of the most quadratic utility, expected return − ½ × aversion × variance.
     *
     * @param riskAversion above 0; the larger, the less risk is taken
     */
    public double[] maximumUtility(double riskAversion) {
        if (!(riskAversion > 0 && riskAversion < Double.POSITIVE_INFINITY)) {
            throw new OptimizerException(
                    Reason.BAD_INPUT, "A risk aversion of " + riskAversion + " is none: give one above 0.");
        }
        limits.requireFeasible();
        return tradeoff(limits).weights(new Objective(riskAversion, 1, square, 1));
    }

    /** The weights of the most expected return, and of several such one of the least variance. */
    public double[] maximumReturn() {
        limits.requireFeasible();
        double[] best = tradeoff(limits).mostReward();
        double most = Matrices.dot(expected, best);
        double slack = ROUNDING * Stationary.largest(expected);
        Limits more = limits.with("the most expected return", Row.atLeast(expected, most - slack));
        return tradeoff(more).weights(new Objective(2, 0, square, 1));
    }

    /**
     * The efficient frontier: portfolios of the least variance for expected returns at equal distances, from that of the
     * minimum variance to the most there is.
     *
     * @param points how many, 2 or more
     * @return their weights, calmest first
     */
    public List<double[]> frontier(int points) {
        if (points < 2) {
            throw new OptimizerException(
                    Reason.BAD_INPUT, "A frontier of " + points + " points is none: ask for 2 or more.");
        }
        double[] calmest = minimumVariance();
        double[] boldest = maximumReturn();
        double low = Matrices.dot(expected, calmest);
        double high = Matrices.dot(expected, boldest);
        List<double[]> frontier = new ArrayList<>();
        frontier.add(calmest);
        for (int k = 1; k < points - 1; k++) {
            frontier.add(targetReturn(low + (high - low) * k / (points - 1)));
        }
        frontier.add(boldest);
        return frontier;
    }

    /** What is expected of weights, costs of turnover not taken off. */
    public Outlook outlook(double[] weights) {
        return Outlook.of(weights, expected, covariance);
    }

    private Tradeoff tradeoff(Limits some) {
        return new Tradeoff(expected, covariance, some.region(), turnover);
    }
}
