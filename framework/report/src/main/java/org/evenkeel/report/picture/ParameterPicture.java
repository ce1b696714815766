package org.evenkeel.report.picture;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.report.sweep.view.HeatMap;
import org.evenkeel.report.sweep.view.Sweep;
import org.evenkeel.report.sweep.view.SweepWords;

/** One figure of a sweep over its only parameter as a line, the best marked. */
public final class ParameterPicture {
    private ParameterPicture() {}

    /**
     * The picture as a file.
     *
     * @param map of one row, over a parameter whose values are numbers
     */
    public static byte[] png(Sweep sweep, HeatMap map) {
        SweepWords words = new SweepWords(sweep);
        List<String> labels = words.labels(map.choice().x());
        List<PlanePicture.Point> known = new ArrayList<>();
        for (int step = 0; step < labels.size(); step++) {
            double value = map.values()[0][step];
            if (!Double.isNaN(value)) {
                known.add(new PlanePicture.Point(labels.get(step), Double.parseDouble(labels.get(step)), value));
            }
        }
        PlanePicture picture = new PlanePicture(
                words.title(map.choice().metric()),
                words.axis(map.choice().x()),
                words.metric(map.choice().metric()));
        if (!known.isEmpty()) {
            picture.line(
                    "runs",
                    known.stream().mapToDouble(PlanePicture.Point::x).toArray(),
                    known.stream().mapToDouble(PlanePicture.Point::y).toArray());
        }
        sweep.bestSteps()
                .map(place -> labels.get(place[map.choice().x()]))
                .ifPresent(best -> picture.chosen(
                        "best run",
                        known.stream()
                                .filter(point -> point.name().equals(best))
                                .toList()));
        return picture.png();
    }
}
