package org.evenkeel.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.report.sweep.view.BestView;
import org.evenkeel.report.sweep.view.MapView;
import org.evenkeel.report.sweep.view.OverfittingView;
import org.evenkeel.report.sweep.view.PlateauView;
import org.evenkeel.report.sweep.view.RunsView;
import org.evenkeel.report.sweep.view.Summary;
import org.evenkeel.report.sweep.view.Sweep;
import org.evenkeel.report.sweep.view.WalkForwardView;
import org.evenkeel.report.view.Island;
import org.evenkeel.report.view.Texts;

/** What the sections of a sweep's page show. */
record SweepSections(
        boolean synthetic,
        Summary summary,
        MapView map,
        PlateauView plateau,
        BestView best,
        OverfittingView overfitting,
        Optional<WalkForwardView> walkForward,
        RunsView runs,
        List<String> notes) {
    static SweepSections of(Sweep sweep) {
        return new SweepSections(
                sweep.isSynthetic(),
                Summary.of(sweep),
                MapView.of(sweep),
                PlateauView.of(sweep),
                BestView.of(sweep),
                OverfittingView.of(sweep),
                WalkForwardView.of(sweep),
                RunsView.of(sweep),
                sweep.input().notes().stream().map(Texts::text).toList());
    }

    /** The data of all sections. */
    List<Island> islands() {
        List<Island> islands = new ArrayList<>();
        map.island().ifPresent(islands::add);
        plateau.island().ifPresent(islands::add);
        best.island().ifPresent(islands::add);
        overfitting.island().ifPresent(islands::add);
        walkForward.ifPresent(walk -> {
            islands.add(walk.folds());
            walk.equity().ifPresent(islands::add);
        });
        return islands;
    }
}
