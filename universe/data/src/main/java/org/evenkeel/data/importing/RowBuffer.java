package org.evenkeel.data.importing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.evenkeel.data.columns.CandleColumn;
import org.evenkeel.data.columns.RawChunk;

/** Rows of one pair as they come in from a text file. */
final class RowBuffer {
    /** Stands for a time that could not be read. */
    static final long NO_TIME = Long.MIN_VALUE;

    private final String file;
    private final CandleColumn[] columns;
    private long[] lines = new long[256];
    private long[] times = new long[256];
    private final double[][] values;
    private int size;

    RowBuffer(String file, CandleColumn... columns) {
        this.file = file;
        this.columns = columns;
        this.values = new double[columns.length][256];
    }

    /** Adds a row; the numbers are in the order of the columns. */
    void add(long line, long time, double[] numbers) {
        if (size == times.length) {
            lines = Arrays.copyOf(lines, 2 * size);
            times = Arrays.copyOf(times, 2 * size);
            for (int i = 0; i < values.length; i++) {
                values[i] = Arrays.copyOf(values[i], 2 * size);
            }
        }
        lines[size] = line;
        times[size] = time;
        for (int i = 0; i < values.length; i++) {
            values[i][size] = numbers[i];
        }
        size++;
    }

    RawChunk toChunk() {
        Map<CandleColumn, double[]> named = new EnumMap<>(CandleColumn.class);
        for (int i = 0; i < columns.length; i++) {
            named.put(columns[i], Arrays.copyOf(values[i], size));
        }
        long[] ownLines = Arrays.copyOf(lines, size);
        return new RawChunk(file, index -> ownLines[index], Arrays.copyOf(times, size), named);
    }
}
