package org.evenkeel.report.sweep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.UndefinedReason;
import org.evenkeel.metrics.Unit;
import org.evenkeel.metrics.overfitting.Cscv;
import org.evenkeel.metrics.overfitting.OverfittingEstimate;
import org.evenkeel.report.sweep.SweepWalkForward.Fold;
import org.evenkeel.report.sweep.SweepWalkForward.Window;

/**
 * Made-up sweeps for tests: a hill over the parameters with noise upon it, runs that fail, figures that are undefined,
 * and all that a report can show. The same seed makes the same sweep.
 */
public final class SeededSweep {
    /** The figures of every run. */
    public static final List<SweepMetric> METRICS = List.of(
            SweepMetric.higher("meanSharpe", "Mean Sharpe", Unit.RATIO),
            SweepMetric.higher("meanTotalReturn", "Mean total return", Unit.PERCENT),
            SweepMetric.of(Metric.MAX_DRAWDOWN),
            SweepMetric.of(Metric.VOLATILITY),
            SweepMetric.of(Metric.CLOSED_TRADES));

    private static final Instant FROM = Instant.parse("2021-01-04T00:00:00Z");
    private static final Instant TO = Instant.parse("2025-12-31T00:00:00Z");
    private static final int DAYS = 1_250;
    private static final long DAY = 86_400_000;

    private final SplittableRandom random;
    private final List<SweepAxis> axes;
    private double failures = 0.01;
    private double undefined = 0.02;
    private boolean isTriangle;
    private Optional<int[]> drawn = Optional.empty();

    private SeededSweep(long seed, List<SweepAxis> axes) {
        this.random = new SplittableRandom(seed);
        this.axes = axes;
    }

    /** Windows of 10 to 48 in steps of 2, the fast below the slow. */
    public static SeededSweep crossover(long seed) {
        SeededSweep sweep = new SeededSweep(seed, List.of(steps("fast", 10, 20, 2), steps("slow", 10, 20, 2)));
        sweep.isTriangle = true;
        return sweep;
    }

    /** So many values on each of some axes. */
    public static SeededSweep grid(long seed, int... sizes) {
        return new SeededSweep(
                seed,
                IntStream.range(0, sizes.length)
                        .mapToObj(axis -> steps("p" + axis, 1 + axis, sizes[axis], 1 + axis))
                        .toList());
    }

    /** So many points drawn at random on axes with a value for each. */
    public static SeededSweep scattered(long seed, int points, int axes) {
        SeededSweep sweep = new SeededSweep(
                seed,
                IntStream.range(0, axes)
                        .mapToObj(axis -> steps("p" + axis, 1, points, 1))
                        .toList());
        sweep.drawn = Optional.of(IntStream.range(0, points).toArray());
        return sweep;
    }

    /** The same with a last axis of choices. */
    public SeededSweep withChoices(String name, String... values) {
        List<SweepAxis> more = new ArrayList<>(axes);
        more.add(SweepAxis.choices(name, List.of(values)));
        SeededSweep sweep = new SeededSweep(random.nextLong(), more);
        sweep.isTriangle = isTriangle;
        return sweep;
    }

    /** The same, these shares of its runs failed or without an objective. */
    public SeededSweep without(double failed, double objective) {
        failures = failed;
        undefined = objective;
        return this;
    }

    private static SweepAxis steps(String name, int first, int count, int step) {
        return SweepAxis.numbers(
                name,
                IntStream.range(0, count)
                        .mapToObj(i -> Integer.toString(first + i * step))
                        .toList());
    }

    /** The points alone. */
    public SweepPoints points() {
        SweepPointsBuilder builder = SweepPoints.builder(axes, METRICS);
        if (drawn.isPresent()) {
            for (int ignored : drawn.get()) {
                add(
                        builder,
                        axes.stream()
                                .mapToInt(axis -> random.nextInt(axis.size()))
                                .toArray());
            }
            return builder.build();
        }
        int[] at = new int[axes.size()];
        do {
            add(builder, at.clone());
        } while (next(at));
        return builder.build();
    }

    private boolean next(int[] at) {
        for (int axis = at.length - 1; axis >= 0; axis--) {
            if (++at[axis] < axes.get(axis).size()) {
                return true;
            }
            at[axis] = 0;
        }
        return false;
    }

    private void add(SweepPointsBuilder builder, int[] at) {
        if (isTriangle && at[0] >= at[1]) {
            builder.invalid(at);
        } else if (random.nextDouble() < failures) {
            builder.failed(
                    at,
                    "the strategy threw IllegalStateException: no price of <b>X</b> at 2021-03-0"
                            + random.nextInt(1, 4));
        } else if (random.nextDouble() < undefined) {
            builder.done(at, noTrades());
        } else {
            double sharpe = hill(at) + 0.06 * gaussian();
            builder.done(
                    at,
                    sharpe,
                    2.2 * sharpe + 0.3 * gaussian(),
                    -0.3 - 0.1 * random.nextDouble(),
                    0.25 + 0.02 * gaussian(),
                    random.nextInt(10, 200));
        }
    }

    private static List<Figure> noTrades() {
        return List.of(
                Figure.undefined(UndefinedReason.NO_VARIATION),
                Figure.value(0),
                Figure.undefined(UndefinedReason.NO_DRAWDOWN),
                Figure.value(0),
                Figure.value(0));
    }

    private double hill(int[] at) {
        double height = 0.75;
        for (int axis = 0; axis < at.length; axis++) {
            double share =
                    axes.get(axis).size() < 2 ? 0 : at[axis] / (axes.get(axis).size() - 1.0);
            height -= 0.9 * Math.pow(share - 0.35 - 0.2 * axis, 2);
        }
        return height;
    }

    private double gaussian() {
        return random.nextGaussian();
    }

    /** Everything that a report can show. */
    public SweepInput input() {
        SweepPoints points = points();
        SweepInput input = SweepInput.of(
                        subject(), new SweepGrid(points, "meanSharpe", counts(points), Optional.of("runs.csv")))
                .withOverfitting(overfitting())
                .withWalkForward(walkForward())
                .withNote("The averages are simple ones of closes.");
        return best(points).map(input::withBest).orElse(input);
    }

    private SweepSubject subject() {
        String names = String.join(", ", axes.stream().map(SweepAxis::name).toList());
        return new SweepSubject(
                "SmaCrossover: a sweep of " + names,
                "SmaCrossover",
                new SweepSubject.Data("a made-up market", "memory", FROM, TO, true),
                SweepForm.VECTORISED,
                List.of(
                        new SweepSubject.Assumption("Fills", "At the close that the decision saw."),
                        new SweepSubject.Assumption("Fees", "0.1 % of the value of each trade, on top of it.")));
    }

    private SweepCounts counts(SweepPoints points) {
        long invalid = points.count(SweepPoints.Status.INVALID);
        List<SweepCounts.LeftOut> rules =
                invalid == 0 ? List.of() : List.of(new SweepCounts.LeftOut("fast must be below slow", invalid));
        long done = points.count(SweepPoints.Status.DONE);
        return new SweepCounts(points.size(), rules, done, points.count(SweepPoints.Status.FAILED), 3 * done);
    }

    private Optional<SweepBest> best(SweepPoints points) {
        double[] values = points.values(0);
        return IntStream.range(0, points.size())
                .filter(point -> !Double.isNaN(values[point]))
                .reduce((a, b) -> values[b] > values[a] ? b : a)
                .stream()
                .mapToObj(point -> best(points, point))
                .findFirst();
    }

    private SweepBest best(SweepPoints points, int point) {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            parameters.put(axes.get(axis).name(), axes.get(axis).values().get(points.at(axis)[point]));
        }
        List<SweepFigure> figures = IntStream.range(0, METRICS.size())
                .mapToObj(metric -> SweepFigure.of(
                        METRICS.get(metric).label(),
                        METRICS.get(metric).unit(),
                        Figure.of(points.values(metric)[point], UndefinedReason.TOO_FEW_RETURNS)))
                .toList();
        return SweepBest.of(parameters, figures)
                .withCurves(List.of(curve("Best run", 0.0009), curve("Buy and hold", 0.0012)))
                .withAssets(Arrays.stream("AAA BBB CCC DDD".split(" "))
                        .map(name -> new SweepAsset(name, result(), result()))
                        .toList());
    }

    private SweepAsset.Result result() {
        return new SweepAsset.Result(Figure.value(random.nextDouble(-0.5, 4)), Figure.value(random.nextDouble(0, 1.5)));
    }

    private SweepCurve curve(String name, double drift) {
        long[] times = new long[DAYS];
        double[] values = new double[DAYS];
        double value = 70_000;
        for (int day = 0; day < DAYS; day++) {
            times[day] = FROM.toEpochMilli() + day * DAY * 7 / 5;
            values[day] = value;
            value *= 1 + drift + 0.016 * gaussian();
        }
        return new SweepCurve(name, times, values);
    }

    private SweepOverfitting overfitting() {
        double[][] trials = new double[60][DAYS];
        for (int trial = 0; trial < trials.length; trial++) {
            for (int day = 0; day < DAYS; day++) {
                trials[trial][day] = 0.0004 + 0.000_01 * trial + 0.012 * gaussian();
            }
        }
        OverfittingEstimate estimate = Cscv.of(trials, 12);
        return new SweepOverfitting(
                List.of(
                        OverfittingFigure.of(OverfittingTest.PROBABILITY_OF_OVERFITTING, estimate.probability()),
                        OverfittingFigure.of(OverfittingTest.PROBABILITY_OF_LOSS, estimate.probabilityOfLoss()),
                        OverfittingFigure.of(OverfittingTest.DEGRADATION, estimate.degradation()),
                        OverfittingFigure.of(OverfittingTest.PROBABILISTIC_SHARPE, 0.943),
                        OverfittingFigure.of(OverfittingTest.DEFLATED_SHARPE, 0.61),
                        OverfittingFigure.of(OverfittingTest.MINIMUM_LENGTH, 6.4),
                        OverfittingFigure.undefined(
                                OverfittingTest.PERMUTATION, "it was not asked for: run the sweep with permutations")),
                Optional.of(estimate.splits()),
                252,
                570);
    }

    private SweepWalkForward walkForward() {
        List<Fold> folds = new ArrayList<>();
        for (int fold = 0; fold < 6; fold++) {
            Instant from = FROM.plusMillis(fold * 180L * DAY);
            Instant cut = from.plusMillis(700 * DAY);
            SequencedMap<String, String> parameters = new LinkedHashMap<>();
            axes.forEach(axis -> parameters.put(axis.name(), axis.values().get(random.nextInt(axis.size()))));
            folds.add(new Fold(
                    new Window(from, cut),
                    new Window(cut.plusMillis(5 * DAY), cut.plusMillis(180 * DAY)),
                    parameters,
                    Figure.value(0.9 + 0.1 * gaussian()),
                    fold == 4 ? Figure.undefined(UndefinedReason.NO_VARIATION) : Figure.value(0.4 + 0.4 * gaussian())));
        }
        return new SweepWalkForward(
                "rolling, 700 days to choose and 175 to run, 5 days of embargo",
                SweepMetric.of(Metric.SHARPE),
                folds,
                List.of(curve("Out of sample", 0.0005), curve("Buy and hold", 0.0009)),
                List.of(SweepFigure.of("Sharpe", Unit.RATIO, Figure.value(0.42))));
    }
}
