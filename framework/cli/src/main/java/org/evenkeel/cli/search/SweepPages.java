package org.evenkeel.cli.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.evenkeel.api.FillPrice;
import org.evenkeel.cli.backtest.BacktestJob;
import org.evenkeel.cli.strategy.SettingWords;
import org.evenkeel.market.TradingPair;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.Metric;
import org.evenkeel.metrics.Metrics;
import org.evenkeel.metrics.MetricsInput;
import org.evenkeel.metrics.NamedFigure;
import org.evenkeel.metrics.PerformanceReport;
import org.evenkeel.metrics.UndefinedReason;
import org.evenkeel.metrics.arrays.Periods;
import org.evenkeel.metrics.arrays.Returns;
import org.evenkeel.metrics.overfitting.OverfittingEstimate;
import org.evenkeel.report.sweep.OverfittingFigure;
import org.evenkeel.report.sweep.OverfittingTest;
import org.evenkeel.report.sweep.SweepAsset;
import org.evenkeel.report.sweep.SweepBest;
import org.evenkeel.report.sweep.SweepCounts;
import org.evenkeel.report.sweep.SweepCurve;
import org.evenkeel.report.sweep.SweepFigure;
import org.evenkeel.report.sweep.SweepForm;
import org.evenkeel.report.sweep.SweepGrid;
import org.evenkeel.report.sweep.SweepInput;
import org.evenkeel.report.sweep.SweepMetric;
import org.evenkeel.report.sweep.SweepOverfitting;
import org.evenkeel.report.sweep.SweepSubject;
import org.evenkeel.report.sweep.SweepWalkForward;
import org.evenkeel.sweep.PointCounts;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.store.SweepFolder;
import org.evenkeel.sweep.subject.Held;
import org.evenkeel.sweep.validation.CrossValidation;
import org.evenkeel.sweep.validation.Split;

/** What the page of a sweep is made of, from what came of the sweep. */
final class SweepPages {
    private static final String TOTAL_RETURN = "." + Metric.TOTAL_RETURN.key();
    private static final String SHARPE = "." + Metric.SHARPE.key();
    private static final String FILL = "fill";
    private final SweepSummary sweep;
    private final SweepSetup setup;

    private SweepPages(SweepSummary sweep) {
        this.sweep = sweep;
        this.setup = sweep.setup();
    }

    /**
     * The input of a page.
     *
     * @param folder the runs
     */
    static SweepInput of(SweepSummary sweep, SweepFolder folder) {
        return new SweepPages(sweep).input(folder);
    }

    private SweepInput input(SweepFolder folder) {
        SweepGrid grid = new SweepGrid(
                new SweepPointsOf(setup).read(folder),
                setup.objective().figure(),
                counts(),
                Optional.of(SweepFolder.RUNS));
        SweepInput input = SweepInput.of(
                        subject(setup, "Sweep of " + setup.base().strategy().name()), grid)
                .withOverfitting(overfitting());
        for (String note : setup.base().notes()) {
            input = input.withNote(note);
        }
        if (setup.form().obstacle().isPresent()) {
            input = input.withNote("The engine was run, not the vectorised form, for "
                    + setup.form().obstacle().get() + ".");
        }
        Optional<String> remark = setup.form().findRemark();
        input = remark.isPresent() ? input.withNote(remark.get()) : input;
        Optional<String> failures = sweep.overfitting().permutation().findFailures();
        input = failures.isPresent() ? input.withNote(failures.get()) : input;
        Optional<SweepWalkForward> walked = walkForward();
        input = walked.isPresent() ? input.withWalkForward(walked.get()) : input;
        Optional<SweepBest> best = sweep.result().best().map(this::best);
        return best.isPresent() ? input.withBest(best.get()) : input;
    }

    /** What is searched, under a heading. */
    static SweepSubject subject(SweepSetup setup, String title) {
        var catalog = setup.experiment().data().catalog();
        SweepSubject.Data data = new SweepSubject.Data(
                catalog.name(),
                BacktestJob.whole(setup.location()),
                setup.experiment().period().from(),
                setup.experiment().period().to(),
                catalog.synthetic());
        String name = setup.base().strategy().name();
        return new SweepSubject(
                title,
                name,
                data,
                setup.form().vectorised() ? SweepForm.VECTORISED : SweepForm.ENGINE,
                List.of(
                        new SweepSubject.Assumption("Fills", fills(setup)),
                        new SweepSubject.Assumption("Fees", fees(setup)),
                        new SweepSubject.Assumption("Search", setup.search().description())));
    }

    private static String fills(SweepSetup setup) {
        return setup.swept().contains(FILL)
                ? "as the parameter " + FILL + " of each run says: open, " + words(FillPrice.OPEN) + "; close, "
                        + words(FillPrice.CLOSE)
                : words(setup.base().settings().fills().price());
    }

    private static String words(FillPrice price) {
        return switch (price) {
            case OPEN -> "at the open that follows a decision";
            case CLOSE -> "at the close that the decision saw";
        };
    }

    private static String fees(SweepSetup setup) {
        double[] rates = setup.base().history().universe().pairs().stream()
                .mapToDouble(TradingPair::feeBps)
                .distinct()
                .sorted()
                .toArray();
        String range = rates.length == 1
                ? SettingWords.number(rates[0])
                : SettingWords.number(rates[0]) + " to " + SettingWords.number(rates[rates.length - 1]);
        return range + " basis points a trade, by the pair";
    }

    private SweepCounts counts() {
        PointCounts counts = sweep.result().counts();
        List<SweepCounts.LeftOut> leftOut = counts.invalid().entrySet().stream()
                .map(rule -> new SweepCounts.LeftOut(rule.getKey(), rule.getValue()))
                .toList();
        long asked = Math.min(setup.search().most(), counts.grid());
        return new SweepCounts(
                Math.max(asked, counts.invalidPoints() + counts.runs()),
                leftOut,
                counts.done(),
                counts.failedRuns(),
                sweep.tried().runs());
    }

    private SweepBest best(Trial.Done best) {
        List<SweepFigure> figures = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            double value = best.figure(metric.key());
            if (!Double.isNaN(value)) {
                figures.add(SweepFigure.of(new NamedFigure(metric, Figure.value(value))));
            }
        }
        SweepBest found = SweepBest.of(best.set(), figures);
        return best.curve()
                .map(curve -> found.withCurves(curves(curve)).withAssets(assets(best, curve)))
                .orElse(found);
    }

    private List<SweepCurve> curves(EquityCurve curve) {
        double[] held = new Held(setup.base().history(), curve.times()).values(curve.equity()[0]);
        return List.of(
                new SweepCurve("Best", curve.times(), curve.equity()),
                new SweepCurve("Buy and hold", curve.times(), held));
    }

    /** The assets that have a book of their own, by the names that the figures give them. */
    private List<SweepAsset> assets(Trial.Done best, EquityCurve curve) {
        List<String> names = best.figures().keySet().stream()
                .filter(name -> name.endsWith(TOTAL_RETURN))
                .map(name -> name.substring(0, name.length() - TOTAL_RETURN.length()))
                .toList();
        List<TradingPair> pairs = setup.base().history().universe().pairs();
        List<SweepAsset> assets = new ArrayList<>();
        for (int i = 0; i < names.size() && names.size() == pairs.size(); i++) {
            double[] values = new Held(setup.base().history(), curve.times()).values(pairs.get(i), 1);
            PerformanceReport held = Metrics.of(
                    MetricsInput.of(EquityCurve.of(curve.times(), values)),
                    setup.experiment().metrics());
            assets.add(new SweepAsset(
                    names.get(i),
                    new SweepAsset.Result(
                            figure(best.figure(names.get(i) + TOTAL_RETURN)),
                            figure(best.figure(names.get(i) + SHARPE))),
                    new SweepAsset.Result(held.figure(Metric.TOTAL_RETURN), held.figure(Metric.SHARPE))));
        }
        return assets;
    }

    private static Figure figure(double value) {
        return Figure.of(value, UndefinedReason.NO_VARIATION);
    }

    private SweepOverfitting overfitting() {
        List<OverfittingFigure> figures = new ArrayList<>();
        for (var named : sweep.overfitting().figures()) {
            OverfittingTest.findByKey(named.key())
                    .ifPresent(test -> figures.add(OverfittingFigure.of(test, named.figure())));
        }
        double perYear = perYear();
        return new SweepOverfitting(
                figures,
                sweep.overfitting().cscv().map(OverfittingEstimate::splits),
                Double.isNaN(perYear) ? 1 : perYear,
                sweep.tried().distinct());
    }

    /** NaN where there is no run. */
    private double perYear() {
        return setup.experiment()
                .metrics()
                .periodsPerYear()
                .orElseGet(() -> Periods.perYear(sweep.result().sample().times()));
    }

    /** The choice of each sixth of the time by what was before it, on the runs as they are. */
    private Optional<SweepWalkForward> walkForward() {
        long[] times = sweep.result().sample().times();
        return sweep.overfitting().walkForward().map(validation -> {
            List<SweepWalkForward.Fold> folds =
                    validation.folds().stream().map(fold -> fold(fold, times)).toList();
            int first = validation.folds().getFirst().split().test().getFirst().from();
            double[] growth = Returns.growth(validation.outOfSampleReturns());
            long[] points = Arrays.copyOfRange(times, first, times.length);
            return new SweepWalkForward(
                    "on the runs as they are, each choice by all the time before it",
                    SweepMetric.of(Metric.SHARPE),
                    folds,
                    List.of(new SweepCurve("Walked forward", points, growth)),
                    List.of());
        });
    }

    private SweepWalkForward.Fold fold(CrossValidation.Fold fold, long[] times) {
        double year = Math.sqrt(perYear());
        return new SweepWalkForward.Fold(
                window(fold.split().train().getFirst(), times),
                window(fold.split().test().getFirst(), times),
                sweep.chosen().getOrDefault(fold.run(), new LinkedHashMap<>()),
                figure(fold.inSample() * year),
                figure(fold.outOfSample() * year));
    }

    private static SweepWalkForward.Window window(Split.Range range, long[] times) {
        return new SweepWalkForward.Window(
                Instant.ofEpochMilli(times[range.from()]), Instant.ofEpochMilli(times[range.to()]));
    }
}
