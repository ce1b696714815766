package org.evenkeel.data.parquet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;

/** Collects how far apart the candles of a pair are, from the first rows of some row groups. */
final class SpacingSampler {
    private static final int ROWS_OF_A_GROUP = 4096;

    private final FileColumns columns;
    private final String file;
    private final List<Long> spacings = new ArrayList<>();

    SpacingSampler(FileColumns columns, String file) {
        this.columns = columns;
        this.file = file;
    }

    List<ColumnDescriptor> needed() {
        List<ColumnDescriptor> needed = new ArrayList<>(List.of(columns.time()));
        columns.findPair().ifPresent(needed::add);
        return needed;
    }

    void add(RowGroup group) {
        int rows = Math.min(group.rows(), ROWS_OF_A_GROUP);
        if (rows == 0) {
            return;
        }
        long[] times = new TimeReader(columns.time()).read(group, rows);
        Object[] pairs = pairs(group, rows);
        Map<Object, Long> last = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            Long before = times[row] == TimeReader.MISSING ? null : last.put(pairs[row], times[row]);
            if (before != null && before != times[row]) {
                spacings.add(Math.abs(times[row] - before));
            }
        }
    }

    private Object[] pairs(RowGroup group, int rows) {
        Object[] pairs = new Object[rows];
        Arrays.fill(pairs, file);
        columns.findPair().ifPresent(column -> {
            if (LongSource.isText(column.getPrimitiveType())) {
                fillTexts(group, column, pairs);
            } else {
                long[] ids = group.longs(column, LongSource.id(column.getPrimitiveType()), rows, -1);
                Arrays.setAll(pairs, row -> ids[row]);
            }
        });
        return pairs;
    }

    private static void fillTexts(RowGroup group, ColumnDescriptor column, Object[] pairs) {
        ColumnReader reader = group.column(column);
        for (int row = 0; row < pairs.length; row++) {
            if (reader.getCurrentDefinitionLevel() == column.getMaxDefinitionLevel()) {
                pairs[row] = reader.getBinary().toStringUsingUTF8();
            }
            reader.consume();
        }
    }

    List<Long> spacings() {
        return spacings;
    }
}
