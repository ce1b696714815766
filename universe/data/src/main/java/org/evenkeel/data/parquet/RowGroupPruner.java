package org.evenkeel.data.parquet;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.schema.PrimitiveType;
import org.evenkeel.data.columns.TimeUnits;

/** Tells from the statistics which row groups cannot hold a wanted candle; those are not read. */
record RowGroupPruner(FileColumns columns, Selection selection) {
    boolean mayHold(BlockMetaData group) {
        return group.getRowCount() > 0 && mayHoldPair(group) && mayHoldTime(group);
    }

    private boolean mayHoldPair(BlockMetaData group) {
        return columns.findPair()
                .filter(column -> LongSource.isId(column.getPrimitiveType()))
                .map(column -> Range.of(group, column))
                .map(ids -> selection.mayHold(ids.least(), ids.greatest()))
                .orElse(true);
    }

    private boolean mayHoldTime(BlockMetaData group) {
        ColumnDescriptor column = columns.time();
        PrimitiveType type = column.getPrimitiveType();
        Range times = Range.of(group, column);
        // Dates are counted in days: their statistics are not in the unit that the reader converts to.
        boolean plain = type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.INT64;
        if (!times.known() || !plain) {
            return true;
        }
        long largest = Math.max(Math.abs(times.least()), Math.abs(times.greatest()));
        TimeUnits unit = LongSource.declaredUnit(type).orElse(TimeUnits.judge(largest));
        return selection.window().overlaps(unit.toMillis(times.least()), unit.toMillis(times.greatest()));
    }
}
