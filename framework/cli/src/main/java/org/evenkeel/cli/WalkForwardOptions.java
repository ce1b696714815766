package org.evenkeel.cli;

import java.time.Duration;
import java.util.List;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.market.Interval;
import org.evenkeel.sweep.validation.Split;
import org.evenkeel.sweep.validation.Splits;
import org.evenkeel.sweep.validation.WalkForward;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How time is cut into what is chosen by and what is tested on. */
final class WalkForwardOptions {
    /** Where nothing is said, three eighths of the time make the first choice, and each is tested on one. */
    private static final int PARTS = 8;

    private static final int USUAL_TRAIN = 3;

    /** The ways to cut. */
    enum Way {
        /** By the last stretch of time, on the next one. */
        ROLLING,
        /** By all the time before, on the next stretch. */
        EXPANDING,
        /** By all folds but one, on that one. */
        FOLDS,
        /** By all folds but some, on those, in every combination. */
        COMBINATORIAL;

        /** Whether each choice is run again, with fresh money. */
        boolean walks() {
            return this == ROLLING || this == EXPANDING;
        }
    }

    @Option(
            names = "--scheme",
            paramLabel = "WAY",
            description = "rolling: choose by the last stretch of time, test on the next. expanding: choose by all the"
                    + " time before. folds: purged cross-validation. combinatorial: every choice of some folds; these two compare"
                    + " Sharpe ratios",
            defaultValue = "rolling",
            showDefaultValue = picocli.CommandLine.Help.Visibility.ALWAYS)
    private Way way = Way.ROLLING;

    @Option(
            names = "--train",
            paramLabel = "TIME",
            description = "how long a choice is made by, as 365d or 52w; three eighths of the time where left out")
    private @Nullable String train;

    @Option(
            names = "--test",
            paramLabel = "TIME",
            description = "how long it is tested on; an eighth of the time where left out")
    private @Nullable String test;

    @Option(names = "--gap", paramLabel = "TIME", description = "what is left out between the two", defaultValue = "0")
    private String gap = "0";

    @Option(names = "--folds", paramLabel = "N", description = "how many folds", defaultValue = "6")
    private int folds;

    @Option(
            names = "--tested",
            paramLabel = "N",
            description = "how many folds each test has, with --scheme combinatorial",
            defaultValue = "2")
    private int tested;

    @Option(
            names = "--purge",
            paramLabel = "N",
            description = "how many periods are left out on either side of a tested fold",
            defaultValue = "0")
    private int purge;

    @Option(
            names = "--embargo",
            paramLabel = "N",
            description = "how many more are left out after it",
            defaultValue = "0")
    private int embargo;

    Way way() {
        return way;
    }

    /** The windows of a walk. */
    WalkForward.Scheme scheme(Backtest.Period period) {
        Duration all = Duration.between(period.from(), period.to());
        Duration part = Duration.ofDays(Math.max(1, all.toDays() / PARTS));
        return new WalkForward.Scheme(
                length("--train", train, part.multipliedBy(USUAL_TRAIN)),
                length("--test", test, part),
                length("--gap", gap, Duration.ZERO),
                way == Way.EXPANDING);
    }

    /** The splits of a cross-validation. */
    List<Split> splits(int periods) {
        try {
            return Splits.combinatorial(periods, folds, way == Way.FOLDS ? 1 : tested, new Splits.Gap(purge, embargo));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The way in words. */
    String words(Backtest.Period period) {
        if (way.walks()) {
            WalkForward.Scheme scheme = scheme(period);
            return (scheme.expanding() ? "all time before, at least " : "rolling, ")
                    + scheme.train().toDays() + " days to choose by, "
                    + scheme.test().toDays() + " to test on"
                    + (scheme.gap().isZero() ? "" : ", " + scheme.gap().toHours() + " hours left out between");
        }
        return (way == Way.FOLDS ? folds + " folds, one tested" : folds + " folds, every " + tested + " tested") + ", "
                + purge + " periods purged, " + embargo + " under embargo";
    }

    private static Duration length(String option, @Nullable String text, Duration usual) {
        if (text == null) {
            return usual;
        }
        if (text.strip().equals("0")) {
            return Duration.ZERO;
        }
        try {
            return Interval.parse(text).duration();
        } catch (IllegalArgumentException e) {
            throw new UsageException(option + " " + text + " is no length of time: write it as 365d or 52w.", e);
        }
    }
}
