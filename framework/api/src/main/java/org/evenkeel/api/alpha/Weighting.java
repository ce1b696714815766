package org.evenkeel.api.alpha;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.evenkeel.market.Indicator;
import org.evenkeel.market.Interval;

/**
 * Gives each selected signal a weight. Only the proportions count: the weights are normalised afterwards.
 *
 * <p>Any function of the ranked signals is one; the ones here are the usual.
 */
@FunctionalInterface
public interface Weighting {
    /**
     * Weighs the selected signals.
     *
     * @param ranked the signals, best first; at least one
     * @return a finite weight for each, 0 or more; all 0 where nothing is wanted
     */
    double[] weigh(RankedSignals ranked);

    /** By rank: the best gets 1/1, the next 1/2, the n-th 1/n. */
    static Weighting oneOverN() {
        return ranked -> IntStream.rangeClosed(1, ranked.size())
                .mapToDouble(rank -> 1.0 / rank)
                .toArray();
    }

    /** The same for each. */
    static Weighting equal() {
        return ranked -> {
            double[] weights = new double[ranked.size()];
            Arrays.fill(weights, 1);
            return weights;
        };
    }

    /** In proportion to the signal's size. */
    static Weighting bySignal() {
        return ranked -> Arrays.stream(ranked.signals()).map(Math::abs).toArray();
    }

    /**
     * In proportion to exp(signal / temperature): the lower the temperature, the more goes to the best.
     *
     * @param temperature above 0, in the signal's unit
     */
    static Weighting softmax(double temperature) {
        if (!(temperature > 0)) {
            throw new IllegalArgumentException(
                    "A softmax of temperature " + temperature + " is none: give one above 0.");
        }
        return ranked -> {
            double best = Arrays.stream(ranked.signals()).max().orElse(0);
            return Arrays.stream(ranked.signals())
                    .map(signal -> Math.exp((signal - best) / temperature))
                    .toArray();
        };
    }

    /**
     * In inverse proportion to an indicator of risk, such as the standard deviation of returns. A pair without a value
     * gets nothing, unless none has one: then all get the same.
     *
     * @param risk the indicator, above 0
     */
    static Weighting inverseVolatility(Indicator risk) {
        return ranked -> {
            double[] weights = ranked.pairs().stream()
                    .mapToDouble(pair -> {
                        OptionalDouble value = ranked.market().value(risk, pair);
                        return value.isPresent() && value.getAsDouble() > 0 ? 1 / value.getAsDouble() : 0;
                    })
                    .toArray();
            return Arrays.stream(weights).sum() > 0 ? weights : equal().weigh(ranked);
        };
    }

    /**
     * So that each pair contributes the same to the portfolio's risk: more to the calm ones and to those that move
     * against the others.
     *
     * <p>The risk is the covariance of the returns of the last closes, shrunk after Ledoit and Wolf. A pair gets
     * nothing where the closes do not measure it (it is younger than the lookback, traded in fewer than half of the
     * candles, or did not move at all), unless that is so for all: then all get the same. The same goes for the
     * weightings below.
     *
     * @param interval the length of the candles, a multiple of the finest there are
     * @param lookbackCandles how many of them to look back, 3 or more
     */
    static Weighting riskParity(Interval interval, int lookbackCandles) {
        return ReturnsWeighting.riskParity(interval, lookbackCandles);
    }

    /**
     * So that the portfolio's returns vary least. Much may go to a single calm pair: set caps with it.
     *
     * @param interval the length of the candles, a multiple of the finest there are
     * @param lookbackCandles how many of them to look back, 3 or more
     */
    static Weighting minimumVariance(Interval interval, int lookbackCandles) {
        return ReturnsWeighting.minimumVariance(interval, lookbackCandles);
    }

    /**
     * So that the ratio of mean return to risk is best, by the returns of the last closes alone: the signals only
     * select. Where no pair gained on average there is no best ratio, and the weights are those of
     * {@link #minimumVariance(Interval, int)}.
     *
     * @param interval the length of the candles, a multiple of the finest there are
     * @param lookbackCandles how many of them to look back, 3 or more
     */
    static Weighting maximumSharpe(Interval interval, int lookbackCandles) {
        return ReturnsWeighting.maximumSharpe(interval, lookbackCandles);
    }

    /**
     * So that risk is shared out along a tree in which pairs that move alike are neighbours: hierarchical risk parity.
     * Unlike the minimum of the variance it never leaves a pair out, and it inverts no covariance.
     *
     * @param interval the length of the candles, a multiple of the finest there are
     * @param lookbackCandles how many of them to look back, 3 or more
     */
    static Weighting hierarchicalRiskParity(Interval interval, int lookbackCandles) {
        return ReturnsWeighting.hierarchicalRiskParity(interval, lookbackCandles);
    }

    /**
     * So that the worst returns are least bad on average: the least conditional value at risk over the last candles.
     * Little is known of a tail of few candles: look back over some hundred.
     *
     * @param interval the length of the candles, a multiple of the finest there are
     * @param lookbackCandles how many of them to look back, 3 or more
     * @param tail the share of candles that are the worst, in (0, 1), as 0.05
     */
    static Weighting minimumCvar(Interval interval, int lookbackCandles, double tail) {
        return ReturnsWeighting.minimumCvar(interval, lookbackCandles, tail);
    }
}
