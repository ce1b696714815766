package org.evenkeel.report.sweep.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.report.sweep.SweepPoints;
import org.evenkeel.report.sweep.SweepPoints.Status;
import org.evenkeel.report.view.Island;
import org.evenkeel.report.view.Texts;

/** Why cells have no figure. */
final class CellReasons {
    private static final int MOST = 2_000;
    private static final int ALL_METRICS = -1;

    private final Map<String, List<Long>> byText = new TreeMap<>();
    private int count;

    private CellReasons() {}

    /** By text, the cells and their metrics (−1 for all of them) in turn; none where cells are made of several points. */
    static List<Object> of(Sweep sweep, int[] metrics) {
        CellReasons reasons = new CellReasons();
        if (sweep.isWhole()) {
            for (int point = 0; point < sweep.points().size() && reasons.count < MOST; point++) {
                reasons.look(sweep, point, metrics);
            }
        }
        return reasons.byText.entrySet().stream()
                .map(entry -> (Object) Island.part()
                        .with("text", entry.getKey())
                        .with(
                                "cells",
                                entry.getValue().stream()
                                        .mapToLong(Long::longValue)
                                        .toArray()))
                .toList();
    }

    private void look(Sweep sweep, int point, int[] metrics) {
        SweepPoints points = sweep.points();
        if (points.status(point) == Status.FAILED) {
            add(
                    points.findReason(metrics[0], point).orElseThrow(),
                    sweep.cells().cellOf(point),
                    ALL_METRICS);
        }
        for (int i = 0; i < metrics.length && points.status(point) == Status.DONE; i++) {
            int metric = i;
            points.findReason(metrics[metric], point)
                    .ifPresent(text -> add(text, sweep.cells().cellOf(point), metric));
        }
    }

    private void add(String text, long cell, long metric) {
        byText.computeIfAbsent(Texts.text(text), none -> new ArrayList<>()).addAll(List.of(cell, metric));
        count++;
    }
}
