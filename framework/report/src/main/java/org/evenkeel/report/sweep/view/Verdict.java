package org.evenkeel.report.sweep.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.metrics.arrays.Periods;
import org.evenkeel.report.sweep.OverfittingTest;
import org.evenkeel.report.sweep.SweepInput;
import org.evenkeel.report.sweep.SweepSubject;
import org.evenkeel.report.view.Numbers;

/**
 * Whether the best is likely luck, as a sentence, and what speaks for it and against it.
 *
 * @param headline the answer
 * @param why how it follows from the reasons, which may contradict each other; empty where there are none
 * @param reasons what each test that has an answer says
 * @param kind {@code good}, {@code bad} or {@code open}
 */
public record Verdict(String headline, String why, List<Reason> reasons, String kind) {
    /**
     * What a test says.
     *
     * @param side what it speaks for, as a word or two
     * @param text as a sentence
     */
    public record Reason(String side, String text) {}

    /** As good as a coin. */
    private static final double COIN = 0.5;

    private static final double RARELY_OVERFITTED = 0.1;
    private static final double CONFIDENT = 0.95;
    private static final double RARELY_BY_CHANCE = 0.05;
    private static final double OFTEN_BY_CHANCE = 0.2;

    static Verdict of(SweepInput input) {
        Scales scales = new Scales(input);
        scales.weighOverfitting();
        scales.weighDeflatedSharpe();
        scales.weighPermutation();
        scales.weighLength();
        return scales.verdict();
    }

    /** Gathers what speaks for luck and against it. */
    private static final class Scales {
        private final SweepInput input;
        private final List<Reason> reasons = new ArrayList<>();
        private int forLuck;
        private int againstLuck;
        private boolean isCoin;

        Scales(SweepInput input) {
            this.input = input;
        }

        private void weigh(boolean luck, boolean skill, String reason) {
            forLuck += luck ? 1 : 0;
            againstLuck += skill ? 1 : 0;
            reasons.add(new Reason(luck ? "For luck" : skill ? "Against luck" : "Undecided", reason));
        }

        void weighOverfitting() {
            OptionalDouble overfitted = find(OverfittingTest.PROBABILITY_OF_OVERFITTING);
            isCoin = overfitted.orElse(0) >= COIN;
            overfitted.ifPresent(p -> weigh(
                    p >= COIN,
                    p <= RARELY_OVERFITTED,
                    "In " + percent(p) + " of the ways to halve the time, the run that was best in one half was"
                            + " no better than the median in the other."));
        }

        void weighDeflatedSharpe() {
            long trials = input.overfitting().trials();
            find(OverfittingTest.DEFLATED_SHARPE)
                    .ifPresent(p -> weigh(
                            p < COIN,
                            p >= CONFIDENT,
                            "The probability that its Sharpe ratio is above what the best of "
                                    + FigureTexts.count(trials, "run", "runs")
                                    + " without skill would show is " + percent(p) + "."));
        }

        void weighPermutation() {
            find(OverfittingTest.PERMUTATION)
                    .ifPresent(p -> weigh(
                            p >= OFTEN_BY_CHANCE,
                            p <= RARELY_BY_CHANCE,
                            "On shuffled prices the same parameters did as well in " + percent(p) + " of the tries."));
        }

        void weighLength() {
            SweepSubject.Data data = input.subject().data();
            double years = Duration.between(data.from(), data.to()).toMillis() / Periods.YEAR_MILLIS;
            find(OverfittingTest.MINIMUM_LENGTH)
                    .ifPresent(least -> weigh(
                            least > years,
                            false,
                            "So many tries want " + Numbers.oneDecimal(least) + " years of data before such a Sharpe"
                                    + " ratio means something; there are " + Numbers.oneDecimal(years) + "."));
        }

        private OptionalDouble find(OverfittingTest test) {
            return input.overfitting().find(test);
        }

        Verdict verdict() {
            if (input.best().isEmpty()) {
                return new Verdict("There is no best run to judge.", "", reasons, "open");
            }
            if (reasons.isEmpty()) {
                return new Verdict("Whether the best is luck was not tested.", "", reasons, "open");
            }
            return new Verdict(headline(), why(), reasons, kind());
        }

        private String headline() {
            if (isCoin || forLuck >= 2) {
                return "The best is likely luck.";
            }
            if (forLuck == 1) {
                return againstLuck == 0
                        ? "Luck may well explain the best."
                        : "The tests disagree: luck may explain the best.";
            }
            return againstLuck >= 2 ? "Luck alone is unlikely to explain the best." : "Luck cannot be ruled out.";
        }

        /** What outweighs what, and why, for a reader who sees good figures beside bad ones. */
        private String why() {
            if (isCoin) {
                return "The first test decides. It asks whether choosing by the past finds what does well afterwards, and"
                        + " here that is no better than a coin. The others judge the best run by the very prices that it"
                        + " was chosen on: they can say that its figures are high, even for so many tries, but not that"
                        + " such a choice lasts.";
            }
            if (forLuck > 0) {
                return (forLuck == 1 ? "One test speaks for luck" : forLuck + " tests speak for luck")
                        + (againstLuck == 0 ? "" : ", and that outweighs what speaks against it")
                        + ". Each looks for another way in which luck gets in: to be free of one says nothing of the rest.";
            }
            return againstLuck >= 2
                    ? "No test speaks for luck, and " + againstLuck
                            + " speak clearly against it. It stays a look at the past."
                    : "No test speaks for luck, but fewer than two speak clearly against it.";
        }

        private String kind() {
            return forLuck > 0 ? "bad" : againstLuck >= 2 ? "good" : "open";
        }

        private static String percent(double share) {
            return FigureTexts.share(share);
        }
    }
}
