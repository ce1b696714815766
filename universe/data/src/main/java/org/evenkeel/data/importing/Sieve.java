package org.evenkeel.data.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.data.columns.CandleColumn;
import org.evenkeel.data.columns.RawChunk;
import org.evenkeel.data.importing.ImportReport.BadRow;

/**
 * Sorts the rows of one pair into those that can be used and those that cannot. Rows that stand newest first are turned
 * round; rows in no order at all are a fault, as are two rows of one time.
 */
final class Sieve {
    private final List<BadRow> bad = new ArrayList<>();
    private final List<Row> good = new ArrayList<>();

    private record Row(RawChunk chunk, int index, long time) {}

    static Sieve of(List<RawChunk> chunks) {
        Sieve sieve = new Sieve();
        for (RawChunk chunk : chunks) {
            sieve.add(chunk);
        }
        sieve.removeDoubles();
        return sieve;
    }

    private void add(RawChunk chunk) {
        int size = chunk.size();
        boolean newestFirst = size > 1 && chunk.times()[0] > chunk.times()[size - 1];
        long before = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            int index = newestFirst ? size - 1 - i : i;
            String fault = RowFaults.find(chunk, index);
            long time = chunk.times()[index];
            if (fault != null) {
                bad.add(new BadRow(chunk.place(index), fault));
                continue;
            }
            if (time < before) {
                bad.add(new BadRow(chunk.place(index), RowFaults.at(time) + " stands out of the order of time"));
            }
            before = Math.max(before, time);
            good.add(new Row(chunk, index, time));
        }
    }

    private void removeDoubles() {
        good.sort(Comparator.comparingLong(Row::time));
        List<Row> single = new ArrayList<>(good.size());
        for (Row row : good) {
            if (!single.isEmpty() && single.getLast().time() == row.time()) {
                Row first = single.getLast();
                bad.add(new BadRow(
                        row.chunk().place(row.index()),
                        RowFaults.at(row.time()) + " is there already, in "
                                + first.chunk().place(first.index())));
            } else {
                single.add(row);
            }
        }
        good.clear();
        good.addAll(single);
    }

    /** The rows that are wrong, and those that stand in the wrong place. */
    List<BadRow> bad() {
        return bad;
    }

    /** How many rows can be used. */
    int left() {
        return good.size();
    }

    /** The good rows in time order, as one chunk. */
    RawChunk toChunk() {
        Set<CandleColumn> columns = new LinkedHashSet<>();
        good.forEach(row -> columns.addAll(row.chunk().values().keySet()));
        good.forEach(row ->
                columns.removeIf(column -> column.isPrice() && !row.chunk().has(column)));
        Map<CandleColumn, double[]> values = new EnumMap<>(CandleColumn.class);
        for (CandleColumn column : columns) {
            double[] numbers = new double[good.size()];
            Arrays.setAll(
                    numbers, i -> good.get(i).chunk().value(column, good.get(i).index()));
            values.put(column, numbers);
        }
        long[] times = good.stream().mapToLong(Row::time).toArray();
        String file = good.isEmpty() ? "" : good.getFirst().chunk().file();
        return new RawChunk(
                file, i -> good.get(i).chunk().rowOf().applyAsLong(good.get(i).index()), times, values);
    }
}
