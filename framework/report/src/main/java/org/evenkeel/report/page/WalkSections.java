package org.evenkeel.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.report.sweep.WalkInput;
import org.evenkeel.report.sweep.view.ChoicesView;
import org.evenkeel.report.sweep.view.WalkForwardView;
import org.evenkeel.report.sweep.view.WalkSummary;
import org.evenkeel.report.view.Island;
import org.evenkeel.report.view.Texts;

/** What the sections of a walk-forward's page show. */
record WalkSections(
        boolean synthetic,
        WalkSummary summary,
        WalkForwardView walk,
        Optional<ChoicesView> choices,
        List<String> notes) {
    static WalkSections of(WalkInput input) {
        return new WalkSections(
                input.subject().data().synthetic(),
                WalkSummary.of(input),
                WalkForwardView.of(input.walk()),
                ChoicesView.of(input.walk()),
                input.notes().stream().map(Texts::text).toList());
    }

    /** The data of all sections. */
    List<Island> islands() {
        List<Island> islands = new ArrayList<>();
        walk.equity().ifPresent(islands::add);
        islands.add(walk.folds());
        choices.ifPresent(view -> islands.add(view.island()));
        return islands;
    }
}
