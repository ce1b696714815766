package org.evenkeel.data.parquet;

import org.apache.parquet.column.ColumnDescriptor;
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
        long[] times = group.longs(column, LongSource.time(type), rows, MISSING);
        TimeUnits unit = LongSource.declaredUnit(type).orElseGet(() -> TimeUnits.judge(largest(times)));
        toMillis(times, unit);
        return times;
    }

    private static long largest(long[] times) {
        long largest = 0;
        for (long time : times) {
            largest = time == MISSING ? largest : Math.max(largest, Math.abs(time));
        }
        return largest;
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
