package org.evenkeel.cli.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.evenkeel.cli.strategy.ParameterValue;
import org.evenkeel.metrics.Metric;
import org.evenkeel.report.sweep.SweepAxis;
import org.evenkeel.report.sweep.SweepMetric;
import org.evenkeel.report.sweep.SweepPoints;
import org.evenkeel.report.sweep.SweepPointsBuilder;
import org.evenkeel.sweep.Axis;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.store.SweepFolder;

/** The runs of a sweep as the points of a page: where each lies on the axes, and the figures that a page shows. */
final class SweepPointsOf {
    /** Longer axes, of which a search tries a few values, show those alone. */
    private static final int MOST_VALUES = 1_000;
    /** Larger grids do not show what was left out. */
    private static final long MOST_POINTS = 100_000;

    private static final List<Metric> SHOWN = List.of(
            Metric.TOTAL_RETURN,
            Metric.SHARPE,
            Metric.CAGR,
            Metric.VOLATILITY,
            Metric.MAX_DRAWDOWN,
            Metric.CALMAR,
            Metric.TURNOVER,
            Metric.FEES_PAID);

    private final SweepSetup setup;
    private final List<SweepMetric> metrics;

    SweepPointsOf(SweepSetup setup) {
        this.setup = setup;
        this.metrics = metrics();
    }

    private List<SweepMetric> metrics() {
        List<String> has = setup.form().subject().figures();
        SequencedSet<String> keys =
                new LinkedHashSet<>(List.of(setup.objective().figure()));
        Stream.concat(Stream.of("meanSharpe", "meanTotalReturn"), SHOWN.stream().map(Metric::key))
                .filter(has::contains)
                .forEach(keys::add);
        return keys.stream().map(this::metric).toList();
    }

    private SweepMetric metric(String key) {
        SweepMetric metric = SweepMetric.ofKey(key);
        boolean objective = setup.objective().figure().equals(key);
        return objective && metric.higherIsBetter() == setup.objective().smaller() ? metric.reversed() : metric;
    }

    SweepPoints read(SweepFolder folder) {
        List<SweepAxis> axes = axes(folder);
        List<Map<String, Integer>> places =
                axes.stream().map(SweepPointsOf::places).toList();
        SweepPointsBuilder builder = SweepPoints.builder(axes, metrics);
        try (Stream<Trial> runs = folder.runs()) {
            runs.forEach(run -> add(run, places, builder));
        }
        if (setup.grid().size() <= MOST_POINTS) {
            for (long number = 0; number < setup.grid().size(); number++) {
                var point = setup.grid().point(number);
                int[] place = place(point, places);
                boolean shown = Arrays.stream(place).allMatch(at -> at >= 0);
                if (shown && setup.form().subject().findRefusal(point).isPresent()) {
                    builder.invalid(place);
                }
            }
        }
        return builder.build();
    }

    private void add(Trial run, List<Map<String, Integer>> places, SweepPointsBuilder builder) {
        int[] place = place(run.set(), places);
        switch (run) {
            case Trial.Failed failed -> builder.failed(place, failed.reason());
            case Trial.Done done ->
                builder.done(
                        place,
                        metrics.stream()
                                .mapToDouble(metric -> done.figure(metric.key()))
                                .toArray());
        }
    }

    private int[] place(Map<String, String> set, List<Map<String, Integer>> places) {
        int[] place = new int[places.size()];
        for (int axis = 0; axis < place.length; axis++) {
            String value = set.get(setup.grid().axes().get(axis).name());
            place[axis] = value == null ? -1 : places.get(axis).getOrDefault(value, -1);
        }
        return place;
    }

    private List<SweepAxis> axes(SweepFolder folder) {
        List<SweepAxis> axes = new ArrayList<>();
        for (Axis axis : setup.grid().axes()) {
            SequencedSet<String> values = new LinkedHashSet<>();
            if (axis.size() <= MOST_VALUES) {
                LongStream.range(0, axis.size()).mapToObj(axis::value).forEach(values::add);
            } else {
                try (Stream<Trial> runs = folder.runs()) {
                    runs.forEach(run -> values.add(run.set().getOrDefault(axis.name(), "")));
                }
            }
            boolean numbers = ParameterValue.isNumber(axis)
                    && values.stream().map(Double::valueOf).distinct().count() == values.size();
            List<String> shown = numbers
                    ? values.stream()
                            .sorted(Comparator.comparing(BigDecimal::new))
                            .toList()
                    : List.copyOf(values);
            axes.add(numbers ? SweepAxis.numbers(axis.name(), shown) : SweepAxis.choices(axis.name(), shown));
        }
        return axes;
    }

    private static Map<String, Integer> places(SweepAxis axis) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < axis.values().size(); i++) {
            places.put(axis.values().get(i), i);
        }
        return places;
    }
}
