package org.evenkeel.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.report.view.AllocationView;
import org.evenkeel.report.view.CalendarView;
import org.evenkeel.report.view.CandlesView;
import org.evenkeel.report.view.ChainView;
import org.evenkeel.report.view.CostsView;
import org.evenkeel.report.view.CyclesView;
import org.evenkeel.report.view.DrawdownsView;
import org.evenkeel.report.view.EquityView;
import org.evenkeel.report.view.FiguresView;
import org.evenkeel.report.view.HeaderView;
import org.evenkeel.report.view.Island;
import org.evenkeel.report.view.NormalisedView;
import org.evenkeel.report.view.NotesView;
import org.evenkeel.report.view.PaidInView;
import org.evenkeel.report.view.PositionsView;
import org.evenkeel.report.view.RollingView;
import org.evenkeel.report.view.Run;

/** What the sections of a page show. */
record Sections(
        boolean synthetic,
        HeaderView header,
        FiguresView figures,
        EquityView equity,
        CalendarView calendar,
        RollingView rolling,
        DrawdownsView drawdowns,
        AllocationView allocation,
        Optional<PaidInView> paidIn,
        CandlesView candles,
        NormalisedView normalised,
        PositionsView positions,
        CyclesView cycles,
        CostsView costs,
        Optional<ChainView> chain,
        NotesView notes) {
    static Sections of(Run run) {
        return new Sections(
                run.isSynthetic(),
                HeaderView.of(run),
                FiguresView.of(run),
                EquityView.of(run),
                CalendarView.of(run),
                RollingView.of(run),
                DrawdownsView.of(run),
                AllocationView.of(run),
                PaidInView.of(run),
                CandlesView.of(run),
                NormalisedView.of(run),
                PositionsView.of(run),
                CyclesView.of(run),
                CostsView.of(run),
                ChainView.of(run).filter(view -> !view.isEmpty()),
                NotesView.of(run));
    }

    /** The data of all sections. */
    List<Island> islands() {
        List<Island> islands = new ArrayList<>();
        islands.add(equity.island());
        rolling.island().ifPresent(islands::add);
        islands.add(allocation.island());
        paidIn.ifPresent(view -> islands.add(view.island()));
        candles.panes().forEach(pane -> islands.add(pane.island()));
        normalised.island().ifPresent(islands::add);
        islands.add(positions.island());
        islands.add(cycles.island());
        islands.add(costs.island());
        notes.island().ifPresent(islands::add);
        return islands;
    }
}
