package org.evenkeel.data.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.data.check.PairCheck.Fault;
import org.evenkeel.data.check.PairCheck.Gap;
import org.evenkeel.data.columns.CandleColumn;
import org.evenkeel.data.columns.RawCandles;
import org.evenkeel.data.columns.RawChunk;
import org.evenkeel.market.Interval;

/** Checks the rows of one pair. */
final class PairChecker {
    private static final int EXAMPLES = 5;
    private static final double FAR = 2;

    private final RawCandles raw;
    private final Optional<Interval> interval;
    private final Map<FaultKind, Integer> counts = new EnumMap<>(FaultKind.class);
    private final List<Fault> examples = new ArrayList<>();
    private int gaps;
    private Optional<Gap> longest = Optional.empty();

    PairChecker(RawCandles raw, Optional<Interval> interval) {
        this.raw = raw;
        this.interval = interval;
    }

    PairCheck check() {
        String file = "";
        long before = Long.MIN_VALUE;
        for (RawChunk chunk : raw.chunks()) {
            before = chunk.file().equals(file) ? before : Long.MIN_VALUE;
            file = chunk.file();
            for (int i = 0; i < chunk.size(); i++) {
                checkValues(chunk, i);
                if (chunk.times()[i] < before) {
                    note(FaultKind.DISORDER, chunk, i);
                }
                before = Math.max(before, chunk.times()[i]);
            }
        }
        Row[] rows = sorted();
        checkSpacings(rows);
        Optional<Instant> first = rows.length == 0 ? Optional.empty() : Optional.of(rows[0].at());
        Optional<Instant> last = rows.length == 0 ? Optional.empty() : Optional.of(rows[rows.length - 1].at());
        boolean volumes = raw.chunks().stream().anyMatch(chunk -> chunk.has(CandleColumn.VOLUME));
        return new PairCheck(raw.pair(), rows.length, first, last, gaps, longest, volumes, counts, examples);
    }

    private record Row(RawChunk chunk, int index, long time) {
        Instant at() {
            return Instant.ofEpochMilli(time);
        }
    }

    private Row[] sorted() {
        List<Row> rows = new ArrayList<>(raw.size());
        for (RawChunk chunk : raw.chunks()) {
            for (int i = 0; i < chunk.size(); i++) {
                rows.add(new Row(chunk, i, chunk.times()[i]));
            }
        }
        Row[] sorted = rows.toArray(Row[]::new);
        Arrays.sort(sorted, (a, b) -> Long.compare(a.time(), b.time()));
        return sorted;
    }

    private void checkSpacings(Row[] rows) {
        for (int i = 1; i < rows.length; i++) {
            long spacing = rows[i].time() - rows[i - 1].time();
            if (spacing == 0) {
                note(FaultKind.DUPLICATE, rows[i].chunk(), rows[i].index());
            } else if (interval.isPresent()) {
                checkSpacing(rows[i - 1], rows[i], spacing, interval.get().millis());
            }
        }
    }

    private void checkSpacing(Row before, Row row, long spacing, long length) {
        if (spacing < length) {
            note(FaultKind.OVERLAP, row.chunk(), row.index());
        }
        long missing = spacing / length - 1;
        if (missing > 0) {
            gaps++;
            if (missing > longest.map(Gap::candles).orElse(0L)) {
                longest = Optional.of(new Gap(before.at(), missing));
            }
        }
    }

    private void checkValues(RawChunk chunk, int i) {
        boolean bad = false;
        for (CandleColumn column : chunk.values().keySet()) {
            double value = chunk.value(column, i);
            if (column.isPrice()) {
                bad |= !(value > 0 && value < Double.POSITIVE_INFINITY);
            } else if (value < 0 || value == Double.POSITIVE_INFINITY) {
                note(FaultKind.BAD_AMOUNT, chunk, i);
            }
        }
        if (bad) {
            note(FaultKind.BAD_PRICE, chunk, i);
        } else {
            checkWicks(chunk, i);
        }
        if (chunk.value(CandleColumn.VOLUME, i) == 0) {
            note(FaultKind.ZERO_VOLUME, chunk, i);
        }
    }

    private void checkWicks(RawChunk chunk, int i) {
        double close = chunk.value(CandleColumn.CLOSE, i);
        double open = chunk.has(CandleColumn.OPEN) ? chunk.value(CandleColumn.OPEN, i) : close;
        double high = chunk.value(CandleColumn.HIGH, i);
        double low = chunk.value(CandleColumn.LOW, i);
        double top = Math.max(open, close);
        double bottom = Math.min(open, close);
        if (high < top || low > bottom) {
            note(FaultKind.CONTRADICTION, chunk, i);
        }
        if (high > FAR * top || low < bottom / FAR) {
            note(FaultKind.FAR_WICK, chunk, i);
        }
    }

    private void note(FaultKind kind, RawChunk chunk, int index) {
        int count = counts.merge(kind, 1, Integer::sum);
        if (count <= EXAMPLES) {
            examples.add(new Fault(kind, Instant.ofEpochMilli(chunk.times()[index]), chunk.place(index)));
        }
    }
}
