package org.evenkeel.cli.search;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.metrics.Metrics;
import org.evenkeel.metrics.MetricsInput;
import org.evenkeel.sweep.RunLog;
import org.evenkeel.sweep.SweepWatch;
import org.evenkeel.sweep.store.CountedLog;
import org.evenkeel.sweep.store.SweepFolder;
import org.evenkeel.sweep.store.TrialLedger;
import org.evenkeel.sweep.store.WalkFolder;
import org.evenkeel.sweep.subject.Experiment;
import org.evenkeel.sweep.validation.WalkForward;
import org.evenkeel.sweep.validation.WalkLog;

/** The search again and again, each choice with fresh money. */
final class WindowsWork implements WalkForwardWork {
    private final SweepSetup setup;
    private final WalkForwardSummary.Scheme told;
    private final List<WalkForward.Window> windows;
    private final WalkFolder folder;
    private final int steps;
    private final long underWay;

    WindowsWork(SweepSetup setup, WalkForwardOptions scheme, Path out, SweepFolder.Plan plan, boolean resume) {
        this.setup = setup;
        Backtest.Period period = setup.experiment().period();
        told = scheme.told(period);
        windows = scheme.scheme(period).windows(period);
        folder = WalkFolder.open(out, plan, resume);
        steps = folder.steps();
        underWay = folder.runsUnderWay();
    }

    @Override
    public Optional<Path> replaced() {
        return folder.replaced();
    }

    @Override
    public String before() {
        return steps + underWay == 0
                ? ""
                : steps + " of " + windows.size() + " steps and " + underWay + " runs of the next";
    }

    @Override
    public long most() {
        return Math.max(0, (windows.size() - steps) * setup.search().most() - underWay);
    }

    @Override
    public Optional<WalkForwardSummary> run(RunPlace place, TrialLedger ledger, SweepWatch watch) {
        Experiment experiment = setup.experiment();
        WalkForward walk = new WalkForward(
                setup.search(),
                setup.grid().size(),
                setup.objective(),
                period -> setup.form().of(experiment.during(period)).subject(),
                subject -> place.runner(subject, setup.search().most(), watch::ended));
        List<WalkForward.Fold> made = walk.run(windows, counted(ledger), watch);
        if (made.size() < windows.size()) {
            return Optional.empty();
        }
        EquityCurve curve = WalkForward.stitched(made);
        return Optional.of(new WalkForwardSummary(
                setup,
                told,
                folder.counts(),
                made.stream()
                        .map(fold -> WalkForwardSummary.Fold.of(
                                fold, setup.objective().figure()))
                        .toList(),
                List.of(new WalkForwardSummary.History(
                        curve, Metrics.of(MetricsInput.of(curve), experiment.metrics())))));
    }

    /** Each step's runs are counted before they can be seen in its folder. */
    private WalkLog counted(TrialLedger ledger) {
        return new WalkLog() {
            @Override
            public List<WalkForward.Fold> earlier(List<WalkForward.Window> windows) {
                return folder.earlier(windows);
            }

            @Override
            public RunLog begin(int step) {
                return new CountedLog(folder.begin(step), ledger, setup::everything);
            }

            @Override
            public void finish(int step, WalkForward.Fold fold) {
                folder.finish(step, fold);
            }
        };
    }

    @Override
    public void finish() {
        folder.finish();
    }

    @Override
    public void close() {
        folder.close();
    }
}
