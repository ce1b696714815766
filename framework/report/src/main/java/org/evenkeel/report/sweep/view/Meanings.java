package org.evenkeel.report.sweep.view;

import org.evenkeel.report.sweep.OverfittingTest;
import org.evenkeel.report.view.Numbers;

/** What the tests of overfitting say, each in a sentence or two. */
final class Meanings {
    private Meanings() {}

    static String of(OverfittingTest test, double value, long trials) {
        return switch (test) {
            case PROBABILITY_OF_OVERFITTING, PROBABILITY_OF_LOSS, DEGRADATION -> ofSplits(test, value);
            case PROBABILISTIC_SHARPE, DEFLATED_SHARPE, MINIMUM_LENGTH, LENGTH -> ofLuck(test, value, trials);
            case PERMUTATION ->
                "On shuffled prices, which hold nothing to find, the same parameters did as well in "
                        + FigureTexts.share(value) + " of the tries.";
            case WALK_FORWARD_SHARPE, WALK_FORWARD_EFFICIENCY, CROSS_VALIDATED_SHARPE, CROSS_VALIDATED_LOSSES ->
                ofFolds(test, value);
        };
    }

    private static String ofSplits(OverfittingTest test, double value) {
        if (test == OverfittingTest.PROBABILITY_OF_OVERFITTING) {
            return "Chosen on half of the time, the best was no better than the median run in the other half in "
                    + FigureTexts.share(value) + " of the splits. From 50\u00a0% on, choosing is worth nothing.";
        }
        if (test == OverfittingTest.PROBABILITY_OF_LOSS) {
            return "In " + FigureTexts.share(value) + " of the splits the choice lost in the other half.";
        }
        return value < 0
                ? "The better the choice looked in one half, the worse it did in the other."
                : "Each point of Sharpe ratio more in one half came with " + Numbers.money(value)
                        + " in the other; 1 would be skill that lasts.";
    }

    private static String ofLuck(OverfittingTest test, double value, long trials) {
        return switch (test) {
            case PROBABILISTIC_SHARPE ->
                "Were it the only run, its Sharpe ratio would be above zero with a probability of "
                        + FigureTexts.share(value) + ".";
            case DEFLATED_SHARPE ->
                "As the best of " + FigureTexts.count(trials, "run", "runs") + ", it beats what luck alone would reach"
                        + " with a probability of " + FigureTexts.share(value) + ".";
            case MINIMUM_LENGTH ->
                "With less than " + Numbers.oneDecimal(value)
                        + " years of data, so many runs without skill are expected to show such a Sharpe ratio.";
            default -> "The years that the runs cover, to be held against those.";
        };
    }

    private static String ofFolds(OverfittingTest test, double value) {
        return switch (test) {
            case WALK_FORWARD_SHARPE ->
                "Always taking the parameters that were best so far had a Sharpe ratio of " + Numbers.money(value)
                        + " on what came next.";
            case WALK_FORWARD_EFFICIENCY ->
                "Of the Sharpe ratio that the choices promised, " + FigureTexts.share(value) + " came true.";
            case CROSS_VALIDATED_SHARPE ->
                "On the folds that it was not chosen on, the choice had a Sharpe ratio of " + Numbers.money(value)
                        + " on average.";
            default -> "In " + FigureTexts.share(value) + " of those tests the choice lost money.";
        };
    }
}
