package org.evenkeel.cli.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.cli.terminal.Words;
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
    private static final int USUAL_FOLDS = 6;
    private static final int MOST_FOLDS = 20;
    private static final int USUAL_TESTED = 2;
    private static final int YEAR_DAYS = 365;
    private static final Pattern YEARS = Pattern.compile("(\\d{1,4})y");

    /** The ways to cut, each with the options that say how. */
    enum Way {
        /** By the last stretch of time, on the next one. */
        ROLLING("--train", "--test", "--gap"),
        /** By all the time before, on the next stretch. */
        EXPANDING("--train", "--test", "--gap"),
        /** By all folds but one, on that one. */
        FOLDS("--folds", "--purge", "--embargo"),
        /** By all folds but some, on those, in every combination. */
        COMBINATORIAL("--folds", "--tested", "--purge", "--embargo");

        private final List<String> options;

        Way(String... options) {
            this.options = List.of(options);
        }

        /** Whether each choice is run again, with fresh money. */
        boolean walks() {
            return this == ROLLING || this == EXPANDING;
        }

        /** Its name on the command line. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static List<String> words() {
            return Arrays.stream(values()).map(Way::word).toList();
        }

        /** The names of those that an option goes with. */
        private static String with(String option) {
            return Arrays.stream(values())
                    .filter(way -> way.options.contains(option))
                    .map(Way::word)
                    .collect(Collectors.joining(" and "));
        }
    }

    @Option(
            names = "--scheme",
            paramLabel = "WAY",
            description = "rolling: choose by the last stretch of time, test on the next. expanding: choose by all the"
                    + " time before. folds: purged cross-validation. combinatorial: every choice of some folds",
            defaultValue = "rolling",
            showDefaultValue = picocli.CommandLine.Help.Visibility.ALWAYS)
    private String scheme = "rolling";

    @Option(
            names = "--train",
            paramLabel = "TIME",
            description = "rolling, expanding: how long a choice is made by, as 90d, 52w or 1y, which is 365 days;"
                    + " three eighths of the time where left out")
    private @Nullable String train;

    @Option(
            names = "--test",
            paramLabel = "TIME",
            description = "rolling, expanding: how long it is tested on; an eighth of the time where left out")
    private @Nullable String test;

    @Option(
            names = "--gap",
            paramLabel = "TIME",
            description = "rolling, expanding: what is left out between the two; nothing where left out")
    private @Nullable String gap;

    @Option(
            names = "--folds",
            paramLabel = "N",
            description = "folds, combinatorial: how many folds; " + USUAL_FOLDS + " where left out")
    private @Nullable Integer folds;

    @Option(
            names = "--tested",
            paramLabel = "N",
            description = "combinatorial: how many folds each test has; " + USUAL_TESTED + " where left out")
    private @Nullable Integer tested;

    @Option(
            names = "--purge",
            paramLabel = "N",
            description = "folds, combinatorial: how many periods are left out on either side of a tested fold; none"
                    + " where left out")
    private @Nullable Integer purge;

    @Option(
            names = "--embargo",
            paramLabel = "N",
            description = "folds, combinatorial: how many more are left out after it; none where left out")
    private @Nullable Integer embargo;

    /**
     * The way to cut.
     *
     * @throws UsageException when there is none of that name, with the nearest there is
     */
    Way way() {
        String word = Words.choice("--scheme", scheme, Way.words());
        return Way.values()[Way.words().indexOf(word)];
    }

    /**
     * Makes sure that nothing is said that the scheme has no use for, and that what is said makes sense.
     *
     * @throws UsageException with the options that it takes
     */
    void requireSense() {
        Way way = way();
        for (String option : given()) {
            if (!way.options.contains(option)) {
                throw new UsageException("--scheme " + way.word() + " has no use for " + option + ", which goes with "
                        + Way.with(option) + ": it takes " + String.join(", ", way.options) + ".");
            }
        }
        if (!way.walks()) {
            requireFolds();
        }
    }

    private List<String> given() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("--train", train);
        all.put("--test", test);
        all.put("--gap", gap);
        all.put("--folds", folds);
        all.put("--tested", tested);
        all.put("--purge", purge);
        all.put("--embargo", embargo);
        List<String> given = new ArrayList<>(all.keySet());
        given.removeIf(option -> all.get(option) == null);
        return given;
    }

    private void requireFolds() {
        if (folds() < 2 || folds() > MOST_FOLDS) {
            throw new UsageException("--folds " + folds() + " will not do: give 2 to " + MOST_FOLDS + ".");
        }
        if (tested() < 1 || tested() >= folds()) {
            throw new UsageException("--tested " + tested() + " of " + folds()
                    + " folds will not do: test on 1 or more," + " and leave at least one to choose by.");
        }
        gapOfFolds();
    }

    private int folds() {
        return folds == null ? USUAL_FOLDS : folds;
    }

    private int tested() {
        if (way() == Way.FOLDS) {
            return 1;
        }
        return tested == null ? Math.min(USUAL_TESTED, folds() - 1) : tested;
    }

    private Splits.Gap gapOfFolds() {
        try {
            return new Splits.Gap(purge == null ? 0 : purge, embargo == null ? 0 : embargo);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The windows of a walk. */
    WalkForward.Scheme scheme(Backtest.Period period) {
        Duration all = Duration.between(period.from(), period.to());
        Duration part = Duration.ofDays(Math.max(1, all.toDays() / PARTS));
        return new WalkForward.Scheme(
                length("--train", train, part.multipliedBy(USUAL_TRAIN)),
                length("--test", test, part),
                length("--gap", gap, Duration.ZERO),
                way() == Way.EXPANDING);
    }

    /** The splits of a cross-validation. */
    List<Split> splits(int periods) {
        try {
            return Splits.combinatorial(periods, folds(), tested(), gapOfFolds());
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The way as texts, by which it is told whether a walk is the same. */
    SequencedMap<String, String> plan(Backtest.Period period) {
        SequencedMap<String, String> plan = new LinkedHashMap<>();
        plan.put("scheme", way().word());
        if (way().walks()) {
            WalkForward.Scheme walk = scheme(period);
            plan.put("train", walk.train().toString());
            plan.put("test", walk.test().toString());
            plan.put("gap", walk.gap().toString());
        } else {
            plan.put("folds", Integer.toString(folds()));
            plan.put("tested", Integer.toString(tested()));
            plan.put("purge", Integer.toString(gapOfFolds().purge()));
            plan.put("embargo", Integer.toString(gapOfFolds().embargo()));
        }
        return plan;
    }

    /** How time is cut, in words, and what of it is not as asked for. */
    WalkForwardSummary.Scheme told(Backtest.Period period) {
        return new WalkForwardSummary.Scheme(words(period), way().walks() ? shortTest(period) : Optional.empty());
    }

    /** The last test has what time is left for it. */
    private Optional<String> shortTest(Backtest.Period period) {
        WalkForward.Scheme walk = scheme(period);
        Backtest.Period last = walk.windows(period).getLast().test();
        Duration left = Duration.between(last.from(), last.to());
        return left.compareTo(walk.test()) >= 0
                ? Optional.empty()
                : Optional.of("The last test has " + words(left) + ", less than the " + words(walk.test()) + " "
                        + (test == null ? "of a whole one" : "asked for") + ": no more time is left for it.");
    }

    private String words(Backtest.Period period) {
        if (way().walks()) {
            WalkForward.Scheme walk = scheme(period);
            return (walk.expanding() ? "all time before, at least " : "rolling, ") + words(walk.train())
                    + " to choose by, " + words(walk.test()) + " to test on"
                    + (walk.gap().isZero() ? "" : ", " + words(walk.gap()) + " left out between");
        }
        Splits.Gap left = gapOfFolds();
        return folds() + " folds, " + (tested() == 1 ? "one" : "every " + tested()) + " tested, "
                + (left.equals(Splits.Gap.NONE)
                        ? "nothing left out around them"
                        : periods(left.purge()) + " purged, " + periods(left.embargo()) + " under embargo");
    }

    private static String words(Duration length) {
        long hours = length.toHours();
        long count = hours % 24 == 0 ? hours / 24 : hours;
        return count + (hours % 24 == 0 ? " day" : " hour") + (count == 1 ? "" : "s");
    }

    private static String periods(int count) {
        return count + (count == 1 ? " period" : " periods");
    }

    private static Duration length(String option, @Nullable String text, Duration usual) {
        if (text == null) {
            return usual;
        }
        if (text.strip().equals("0")) {
            return Duration.ZERO;
        }
        Matcher years = YEARS.matcher(text.strip());
        if (years.matches()) {
            return Duration.ofDays(YEAR_DAYS * Long.parseLong(years.group(1)));
        }
        try {
            return Interval.parse(text).duration();
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    option + " " + text + " is no length of time: write a number and h, d, w or y, as 90d, 52w or 1y"
                            + " (a year is 365 days).",
                    e);
        }
    }
}
