package org.evenkeel.report.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.report.Story;
import org.evenkeel.state.model.Cycle;
import org.junit.jupiter.api.Test;

final class NotesViewTest {
    private static NotesView of(String... names) {
        Map<String, Double> plots = new LinkedHashMap<>();
        for (String name : names) {
            plots.put(name, 1.0);
        }
        Cycle.Notes notes = new Cycle.Notes(plots, List.of());
        return NotesView.of(new Story("A")
                .decide(1_000, 1_000, notes, 1)
                .close(1_000, 1_000)
                .run());
    }

    private static List<Object> panels(NotesView view) {
        List<?> plots = (List<?>) view.island().orElseThrow().data().get("plots");
        return plots.stream().map(plot -> ((Island) plot).data().get("panel")).toList();
    }

    @Test
    void plots_that_begin_alike_up_to_a_slash_share_a_panel() {
        assertEquals(List.of("exposure", "price", "price"), panels(of("price/close", "exposure", "price/average")));
    }

    @Test
    void a_slash_that_nobody_shares_is_part_of_a_name() {
        assertEquals(
                List.of("/odd", "WETH/USDC", "price", "prices/all"),
                panels(of("WETH/USDC", "price", "prices/all", "/odd")));
    }

    @Test
    void plots_beyond_those_that_are_drawn_are_counted() {
        String[] names = new String[DecisionInput.DRAWN_PLOTS + 3];
        for (int i = 0; i < names.length; i++) {
            names[i] = "plot " + (100 + i);
        }
        NotesView view = of(names);
        assertEquals(DecisionInput.DRAWN_PLOTS, view.plots());
        assertEquals(3, view.plotsLeftOut());
    }
}
