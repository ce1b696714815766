package org.evenkeel.api.alpha;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.Settings;
import org.evenkeel.api.StrategyException;
import org.evenkeel.api.alpha.Steps.Step;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.MarketView;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Basket;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TriggerFactors;

/**
 * Turns signals into rebalance trades. The steps, in their order:
 *
 * <pre>{@code
 * AlphaModel alpha = input.alphaModel();
 * alpha.setSignal(pair, momentum, triggers);            // for each pair
 * alpha.selectTopSignals(4, 0.025)
 *         .assignWeights(Weighting.oneOverN())
 *         .normaliseWeights()
 *         .updateOldWeights(input.portfolio())
 *         .calculateTargetPositions(input.investableEquity());
 * return alpha.generateRebalanceTradesAndTriggers();
 * }</pre>
 *
 * <p>A step may be taken again, which replaces what it did before; a step out of order is refused.
 *
 * <p>Every signal, and every position held without one, ends in exactly one {@link Outcome}, with all the numbers that
 * led there: see {@link #outcomes}.
 */
public final class AlphaModel {
    private final MarketView market;
    private final Quotes quotes;
    private final Settings settings;
    private final Steps steps;
    private final Map<TradingPair, Candidate> candidates = new LinkedHashMap<>();
    private List<Candidate> selected = List.of();

    /**
     * Made by {@link org.evenkeel.api.DecisionInput#alphaModel}.
     *
     * @param market the market as of the decision
     * @param quotes what trades would come to
     * @param settings how the strategy is run
     */
    public AlphaModel(MarketView market, Quotes quotes, Settings settings) {
        this.market = market;
        this.quotes = quotes;
        this.settings = settings;
        this.steps = new Steps(market.asOf());
    }

    /** Sets the signal of a pair, without triggers. */
    public AlphaModel setSignal(TradingPair pair, double signal) {
        return setSignal(pair, signal, TriggerFactors.NONE);
    }

    /**
     * Sets the signal of a pair.
     *
     * @param pair a pair of the universe
     * @param signal the higher the better
     * @param triggers what is to be watched for once a position is open
     * @throws StrategyException when the signal is not a finite number
     * @throws org.evenkeel.market.DataException when the pair is not in the universe
     */
    public AlphaModel setSignal(TradingPair pair, double signal, TriggerFactors triggers) {
        return setSignal(pair, signal, triggers, Optional.empty());
    }

    /** As {@link #setSignal(TradingPair, double, TriggerFactors)}; a position that it opens belongs to the basket. */
    public AlphaModel setSignal(TradingPair pair, double signal, TriggerFactors triggers, Basket basket) {
        return setSignal(pair, signal, triggers, Optional.of(basket));
    }

    private AlphaModel setSignal(TradingPair pair, double signal, TriggerFactors triggers, Optional<Basket> basket) {
        if (!Double.isFinite(signal)) {
            throw new StrategyException("The signal of " + pair + " at " + market.asOf() + " is " + signal
                    + ": set none for a pair that has no value, and check what it was computed from.");
        }
        market.universe().indexOf(pair);
        candidate(pair).set(signal, triggers, basket);
        steps.signalSet();
        return this;
    }

    /**
     * Selects the best so many signals, however small they are. A negative signal would be a short, and is left out
     * where the strategy does not go short; to hold the least bad of falling pairs, set signals that are above 0. A
     * pair that cannot be traded now is left out too.
     *
     * @param count how many, 0 or more
     */
    public AlphaModel selectTopSignals(int count) {
        return selectTopSignals(count, Double.NEGATIVE_INFINITY);
    }

    /**
     * Selects the best so many signals of those above a threshold. A pair that cannot be traded now is left out, and so
     * is a negative signal, which would be a short. Equal signals rank in the universe's order.
     *
     * @param count how many, 0 or more
     * @param threshold what a signal must be above
     */
    public AlphaModel selectTopSignals(int count, double threshold) {
        if (count < 0) {
            throw new StrategyException(
                    "The best " + count + " signals at " + market.asOf() + " cannot be selected: give 0 or more.");
        }
        steps.take(Step.SELECTED);
        List<Candidate> passed = new ArrayList<>();
        for (Candidate candidate : candidates.values()) {
            if (candidate.hasSignal() && candidate.passes(threshold, quotes.findObstacle(candidate.pair()))) {
                passed.add(candidate);
            }
        }
        passed.sort(Comparator.comparingDouble(Candidate::strength)
                .reversed()
                .thenComparingInt(candidate -> market.universe().indexOf(candidate.pair())));
        selected = List.copyOf(passed.subList(0, Math.min(count, passed.size())));
        for (int i = 0; i < selected.size(); i++) {
            selected.get(i).selected(i + 1);
        }
        passed.subList(selected.size(), passed.size()).forEach(candidate -> candidate.outranked(count));
        return this;
    }

    /**
     * Gives each selected signal a weight. Where all are 0, nothing is wanted and everything goes to cash.
     *
     * @throws StrategyException when nothing has been selected, or a weight is negative or not a finite number
     */
    public AlphaModel assignWeights(Weighting weighting) {
        steps.take(Step.WEIGHED);
        if (selected.isEmpty()) {
            return this;
        }
        double[] weights = weighting.weigh(new RankedSignals(
                selected.stream().map(Candidate::pair).toList(),
                selected.stream().mapToDouble(Candidate::signal).toArray(),
                market));
        requireWeights(weights);
        for (int i = 0; i < weights.length; i++) {
            selected.get(i).rawWeight(weights[i]);
        }
        return this;
    }

    private void requireWeights(double[] weights) {
        boolean usable = weights.length == selected.size()
                && Arrays.stream(weights).allMatch(weight -> weight >= 0 && Double.isFinite(weight));
        if (!usable) {
            throw new StrategyException("The weighting at " + market.asOf() + " gave " + Arrays.toString(weights)
                    + " for the " + selected.size() + " signals of "
                    + selected.stream().map(Candidate::pair).toList()
                    + ": it must give each a finite weight of 0 or more.");
        }
    }

    /** As {@link #normaliseWeights(WeightLimits)}, without caps: the weights then add up to 1. */
    public AlphaModel normaliseWeights() {
        return normaliseWeights(WeightLimits.NONE);
    }

    /**
     * Scales the weights so that they add up to at most 1 and each obeys its cap.
     *
     * @throws StrategyException when no weights have been assigned
     */
    public AlphaModel normaliseWeights(WeightLimits limits) {
        steps.take(Step.NORMALISED);
        if (selected.isEmpty()) {
            return this;
        }
        double[] weights = Weights.normalised(
                selected.stream().mapToDouble(Candidate::rawWeight).toArray(),
                selected.stream()
                        .mapToDouble(candidate -> limits.capOf(candidate.pair()))
                        .toArray(),
                limits.excess());
        for (int i = 0; i < weights.length; i++) {
            selected.get(i).weight(weights[i]);
        }
        return this;
    }

    /**
     * Takes in what is held: a position without a selected signal is to be closed. May come at any time before the
     * targets.
     */
    public AlphaModel updateOldWeights(Portfolio portfolio) {
        candidates.values().forEach(candidate -> candidate.holds(BigDecimal.ZERO, 0));
        for (Position position : portfolio.positions()) {
            double value = quotes.saleValue(position.pair(), position.quantity().doubleValue());
            candidate(position.pair()).holds(position.quantity(), value);
        }
        steps.holdingsTaken();
        return this;
    }

    /**
     * Sets each pair's target: weight × investable equity.
     *
     * @param investableEquity in USD, 0 or more
     * @throws StrategyException when it is negative or not a finite number, the weights have not been normalised, or
     *     what is held has not been taken in
     */
    public AlphaModel calculateTargetPositions(double investableEquity) {
        if (!(investableEquity >= 0 && investableEquity < Double.POSITIVE_INFINITY)) {
            throw new StrategyException("Targets for an investable equity of " + investableEquity + " at "
                    + market.asOf() + " cannot be calculated: give 0 or more.");
        }
        steps.take(Step.TARGETS);
        candidates.values().forEach(candidate -> candidate.target(investableEquity));
        return this;
    }

    /** The trades that bring what is held to the targets, within the limits of the settings. */
    public List<TradeIntent> generateRebalanceTradesAndTriggers() {
        return generateRebalanceTradesAndTriggers(TradeLimits.of(settings));
    }

    /**
     * The trades that bring what is held to the targets, with the triggers of the positions that they open.
     *
     * @throws StrategyException when the targets have not been calculated
     */
    public List<TradeIntent> generateRebalanceTradesAndTriggers(TradeLimits limits) {
        steps.take(Step.TRADES);
        List<Candidate> inOrder = new ArrayList<>(candidates.values());
        inOrder.sort(Comparator.comparingInt(Candidate::rankOrLast));
        Rebalance rebalance = new Rebalance(quotes, limits);
        List<TradeIntent> intents = new ArrayList<>();
        for (Candidate candidate : inOrder) {
            rebalance.intent(candidate).ifPresent(intents::add);
        }
        return intents;
    }

    /** What became of each signal so far, in the order the signals were set in. */
    public List<SignalOutcome> outcomes() {
        return candidates.values().stream().map(Candidate::outcome).toList();
    }

    private Candidate candidate(TradingPair pair) {
        return candidates.computeIfAbsent(pair, Candidate::new);
    }
}
