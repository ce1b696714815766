package org.evenkeel.data.parquet;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
        disownOutsideWindow(owners, times);
        Runs runs = Runs.of(owners, selection.wanted().size());
        if (runs.isEmpty()) {
            return;
        }
        Map<CandleColumn, double[][]> values = values(group, runs);
        long[][] timesByPair = runs.split(times);
        for (int slot = 0; slot < timesByPair.length; slot++) {
            if (timesByPair[slot].length > 0) {
                chunks.get(slot).add(chunk(slot, timesByPair[slot], values, runs));
            }
        }
    }

    private RawChunk chunk(int slot, long[] times, Map<CandleColumn, double[][]> values, Runs runs) {
        Map<CandleColumn, double[]> own = new EnumMap<>(CandleColumn.class);
        values.forEach((column, byPair) -> own.put(column, byPair[slot]));
        return new RawChunk(file, index -> firstRow + runs.row(slot, index), times, own);
    }

    private void disownOutsideWindow(int[] owners, long[] times) {
        TimeWindow window = selection.window();
        for (int row = 0; row < owners.length; row++) {
            if (owners[row] == NOBODY) {
                continue;
            }
            if (times[row] == TimeReader.MISSING) {
                throw new DataException(file + ", row " + (firstRow + row)
                        + " has no time: remove the row, or make the data set again without it.");
            }
            if (!window.contains(times[row])) {
                owners[row] = NOBODY;
            }
        }
    }

    private Map<CandleColumn, double[][]> values(RowGroup group, Runs runs) {
        List<CandleColumn> wanted = columns.numbers();
        double[][][] decoded = new double[wanted.size()][][];
        // Decoding is arithmetic: the columns of a group are shared out over the cores.
        Arrays.parallelSetAll(decoded, i -> runs.split(group.doubles(columns.column(wanted.get(i)))));
        Map<CandleColumn, double[][]> values = new EnumMap<>(CandleColumn.class);
        for (int i = 0; i < decoded.length; i++) {
            values.put(wanted.get(i), decoded[i]);
        }
        return values;
    }
}
