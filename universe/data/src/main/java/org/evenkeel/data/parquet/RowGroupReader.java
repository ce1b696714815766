package org.evenkeel.data.parquet;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.evenkeel.data.columns.CandleColumn;
import org.evenkeel.data.columns.RawChunk;
import org.evenkeel.data.columns.TimeWindow;
import org.evenkeel.market.DataException;

/** Decodes the wanted rows of one row group straight into a column for each pair. */
final class RowGroupReader {
    private static final int NOBODY = -1;

    private final FileColumns columns;
    private final Selection selection;
    private final String file;
    private final long firstRow;

    /** @param firstRow the number of the group's first row within the file, counted from 1 */
    RowGroupReader(FileColumns columns, Selection selection, String file, long firstRow) {
        this.columns = columns;
        this.selection = selection;
        this.file = file;
        this.firstRow = firstRow;
    }

    void read(RowGroup group, List<List<RawChunk>> chunks) {
        int[] owners = new OwnerReader(columns, selection, file, firstRow).read(group);
        long[] times = new TimeReader(columns.time()).read(group);
        int[] counts = count(owners, times);
        if (Arrays.stream(counts).noneMatch(count -> count > 0)) {
            return;
        }
        Map<CandleColumn, double[][]> values = values(group, owners, counts);
        long[][] timesByPair = scatter(times, owners, counts);
        for (int slot = 0; slot < counts.length; slot++) {
            if (counts[slot] > 0) {
                chunks.get(slot).add(chunk(slot, timesByPair[slot], values, owners));
            }
        }
    }

    private RawChunk chunk(int slot, long[] times, Map<CandleColumn, double[][]> values, int[] owners) {
        Map<CandleColumn, double[]> own = new EnumMap<>(CandleColumn.class);
        values.forEach((column, byPair) -> own.put(column, byPair[slot]));
        return new RawChunk(file, index -> firstRow + rowOf(owners, slot, index), times, own);
    }

    /** The row of the group that a pair's value at an index came from; searched for only when a message needs it. */
    private static int rowOf(int[] owners, int slot, int index) {
        int left = index;
        for (int row = 0; row < owners.length; row++) {
            if (owners[row] == slot && left-- == 0) {
                return row;
            }
        }
        throw new IllegalArgumentException("There is no row " + index + " of pair " + slot + ".");
    }

    /** Counts the rows of each wanted pair, and disowns those outside the time that is wanted. */
    private int[] count(int[] owners, long[] times) {
        int[] counts = new int[selection.wanted().size()];
        TimeWindow window = selection.window();
        for (int row = 0; row < owners.length; row++) {
            int owner = owners[row];
            if (owner == NOBODY) {
                continue;
            }
            if (times[row] == TimeReader.MISSING) {
                throw new DataException(file + ", row " + (firstRow + row)
                        + " has no time: remove the row, or make the data set again without it.");
            }
            if (window.contains(times[row])) {
                counts[owner]++;
            } else {
                owners[row] = NOBODY;
            }
        }
        return counts;
    }

    private static long[][] scatter(long[] times, int[] owners, int[] counts) {
        long[][] byPair = new long[counts.length][];
        Arrays.setAll(byPair, slot -> new long[counts[slot]]);
        int[] next = new int[counts.length];
        for (int row = 0; row < owners.length; row++) {
            int owner = owners[row];
            if (owner != NOBODY) {
                byPair[owner][next[owner]++] = times[row];
            }
        }
        return byPair;
    }

    private Map<CandleColumn, double[][]> values(RowGroup group, int[] owners, int[] counts) {
        List<CandleColumn> wanted = columns.numbers();
        double[][][] decoded = new double[wanted.size()][][];
        // Decoding is arithmetic: the columns of a group are shared out over the cores.
        Arrays.parallelSetAll(decoded, i -> decode(group, columns.column(wanted.get(i)), owners, counts));
        Map<CandleColumn, double[][]> values = new EnumMap<>(CandleColumn.class);
        for (int i = 0; i < decoded.length; i++) {
            values.put(wanted.get(i), decoded[i]);
        }
        return values;
    }

    private static double[][] decode(RowGroup group, ColumnDescriptor column, int[] owners, int[] counts) {
        double[] all = group.doubles(column);
        double[][] byPair = new double[counts.length][];
        Arrays.setAll(byPair, slot -> new double[counts[slot]]);
        int[] next = new int[counts.length];
        for (int row = 0; row < owners.length; row++) {
            int owner = owners[row];
            if (owner != NOBODY) {
                byPair[owner][next[owner]++] = all[row];
            }
        }
        return byPair;
    }
}
