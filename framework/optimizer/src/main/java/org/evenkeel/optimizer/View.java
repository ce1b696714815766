package org.evenkeel.optimizer;

import java.util.OptionalDouble;
import org.evenkeel.optimizer.OptimizerException.Reason;

/**
 * What somebody expects of some assets. Immutable.
 *
 * @param picks how much of each asset it is about: 1 for the one of an absolute view; 1 and −1 for the two of a relative
 *     one
 * @param expectedReturn what a portfolio of these picks is expected to return, over the covariance's period
 * @param confidence from 0, as if it were not there, to 1, beyond doubt; empty for the usual: as unsure as the prior
 * @param variance of the view's error, instead of a confidence
 */
public record View(double[] picks, double expectedReturn, OptionalDouble confidence, OptionalDouble variance) {
    /**
     * @throws OptimizerException when a number is not finite, all picks are 0, or the confidence is not in [0, 1]
     */
    public View {
        picks = picks.clone();
        Matrices.requireFinite(picks, "the picks of a view");
        Matrices.requireFinite(new double[] {expectedReturn}, "a view's return");
        if (Stationary.largest(picks) == 0) {
            throw new OptimizerException(Reason.BAD_INPUT, "A view is about no asset: pick one at least.");
        }
        if (confidence.isPresent() && !(confidence.getAsDouble() >= 0 && confidence.getAsDouble() <= 1)) {
            throw new OptimizerException(
                    Reason.BAD_INPUT,
                    "A confidence of " + confidence.getAsDouble() + " is none: give one from 0 to 1.");
        }
        if (variance.isPresent() && !(variance.getAsDouble() >= 0)) {
            throw new OptimizerException(
                    Reason.BAD_INPUT, "A variance of " + variance.getAsDouble() + " is none: give 0 or more.");
        }
    }

    /** That an asset returns so much. */
    public static View absolute(int assets, int asset, double expectedReturn) {
        double[] picks = new double[assets];
        picks[asset] = 1;
        return new View(picks, expectedReturn, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** That one asset returns so much more than another. */
    public static View relative(int assets, int better, int worse, double difference) {
        double[] picks = new double[assets];
        picks[better] += 1;
        picks[worse] -= 1;
        return new View(picks, difference, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** The same, held with a confidence from 0 to 1. */
    public View withConfidence(double certainty) {
        return new View(picks, expectedReturn, OptionalDouble.of(certainty), OptionalDouble.empty());
    }

    /** The same with a variance of its error. */
    public View withVariance(double ofError) {
        return new View(picks, expectedReturn, OptionalDouble.empty(), OptionalDouble.of(ofError));
    }
}
