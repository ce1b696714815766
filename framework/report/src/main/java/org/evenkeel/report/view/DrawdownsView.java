package org.evenkeel.report.view;

import java.time.Instant;
import java.util.List;
import org.evenkeel.metrics.DrawdownEpisode;

/**
 * The worst drawdowns.
 *
 * @param rows the deepest first
 */
public record DrawdownsView(List<Row> rows) {
    private static final int MOST = 10;

    /**
     * One drawdown, for readers.
     *
     * @param depth how deep
     * @param peak the date of the peak before it
     * @param trough the date of its deepest point
     * @param recovery the date at which the peak was reached again
     * @param daysDown days from peak to trough
     * @param days days from peak to recovery, or to the end
     */
    public record Row(String depth, String peak, String trough, String recovery, String daysDown, String days) {}

    /** The drawdowns of a run. */
    public static DrawdownsView of(Run run) {
        return new DrawdownsView(DrawdownEpisode.worst(run.curve(), MOST).stream()
                .map(DrawdownsView::row)
                .toList());
    }

    private static Row row(DrawdownEpisode episode) {
        String recovery =
                episode.recoveryTime().isPresent() ? date(episode.recoveryTime().getAsLong()) : "not yet";
        return new Row(
                Numbers.percent(episode.depth()),
                date(episode.peakTime()),
                date(episode.troughTime()),
                recovery,
                Numbers.oneDecimal(episode.daysDown()),
                Numbers.oneDecimal(episode.days()));
    }

    private static String date(long time) {
        return Numbers.date(Instant.ofEpochMilli(time));
    }
}
