package org.evenkeel.data.parquet;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.PrimitiveType;
import org.evenkeel.data.columns.TimeUnits;

/** Reads a group's times as epoch milliseconds. */
record TimeReader(ColumnDescriptor column) {
    /** Stands for a time that is not there. */
    static final long MISSING = Long.MIN_VALUE;

    long[] read(RowGroup group) {
        return read(group, group.rows());
    }

    /** The first so many rows. */
    long[] read(RowGroup group, int rows) {
        PrimitiveType type = column.getPrimitiveType();
        ColumnReader reader = group.column(column);
        LongSource source = LongSource.time(type);
        int present = column.getMaxDefinitionLevel();
        long[] times = new long[rows];
        long largest = 0;
        for (int row = 0; row < rows; row++) {
            if (reader.getCurrentDefinitionLevel() == present) {
                times[row] = source.read(reader);
                largest = Math.max(largest, Math.abs(times[row]));
            } else {
                times[row] = MISSING;
            }
            reader.consume();
        }
        toMillis(times, LongSource.declaredUnit(type).orElse(TimeUnits.judge(largest)));
        return times;
    }

    private static void toMillis(long[] times, TimeUnits unit) {
        if (unit == TimeUnits.MILLIS) {
            return;
        }
        for (int row = 0; row < times.length; row++) {
            if (times[row] != MISSING) {
                times[row] = unit.toMillis(times[row]);
            }
        }
    }
}
