package org.evenkeel.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.state.model.Cycle;

/**
 * What the strategy recorded: values for plots, and messages.
 *
 * @param plots how many plots are drawn
 * @param plotsLeftOut how many more there are
 * @param island their columns; empty where there are none
 * @param messages the latest first
 * @param leftOut how many older messages are left out
 */
public record NotesView(int plots, int plotsLeftOut, Optional<Island> island, List<Message> messages, int leftOut) {
    private static final int MOST_MESSAGES = 500;

    /**
     * A message.
     *
     * @param cycle the cycle it was recorded in
     * @param at when, for readers
     * @param text what it says
     */
    public record Message(int cycle, String at, String text) {}

    /** The notes of a run. */
    public static NotesView of(Run run) {
        List<Cycle> cycles = run.book().cycles();
        SequencedSet<String> names = new TreeSet<>();
        List<Message> messages = new ArrayList<>();
        for (Cycle cycle : cycles) {
            names.addAll(cycle.decision().notes().plots().keySet());
            for (String text : cycle.decision().notes().messages()) {
                messages.add(new Message(cycle.number(), Numbers.minute(cycle.at()), Texts.text(text)));
            }
        }
        List<Message> latest = messages.reversed().stream().limit(MOST_MESSAGES).toList();
        List<String> plots = names.stream().limit(DecisionInput.DRAWN_PLOTS).toList();
        Optional<Island> island = plots.isEmpty() ? Optional.empty() : Optional.of(island(cycles, plots));
        return new NotesView(
                plots.size(), names.size() - plots.size(), island, latest, messages.size() - latest.size());
    }

    private static Island island(List<Cycle> cycles, List<String> names) {
        long[] times =
                cycles.stream().mapToLong(cycle -> cycle.at().toEpochMilli()).toArray();
        List<Object> plots = new ArrayList<>();
        for (String name : names) {
            double[] values = cycles.stream()
                    .mapToDouble(cycle -> cycle.decision().notes().plots().getOrDefault(name, Double.NaN))
                    .toArray();
            Thinning thinning = Thinning.of(values, EquityView.MOST_POINTS);
            plots.add(Island.part()
                    .with("panel", Texts.label(panel(name, names)))
                    .with("name", Texts.label(name))
                    .with("times", thinning.of(times))
                    .with("values", new Island.Column(thinning.of(values), 6)));
        }
        return new Island("notes").with("plots", plots);
    }

    /** What its name has before the slash, where it shares that with others; else its name. */
    private static String panel(String name, List<String> names) {
        String begin = name.substring(0, name.indexOf('/') + 1);
        boolean shared = !begin.isEmpty()
                && names.stream().filter(other -> other.startsWith(begin)).count() > 1;
        return shared ? begin.substring(0, begin.length() - 1) : name;
    }

    /** Whether the strategy recorded nothing at all. */
    public boolean isEmpty() {
        return plots == 0 && messages.isEmpty();
    }
}
