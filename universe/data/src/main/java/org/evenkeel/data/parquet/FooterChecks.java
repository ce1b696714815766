package org.evenkeel.data.parquet;

import java.util.Locale;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/** Checks that a footer can be true of its file before anything is allocated on its word. */
final class FooterChecks {
    private static final int FIRST_DATA_BYTE = 4;
    /** An owner, a time and up to eight numbers for each row, at the worst. */
    private static final long BYTES_A_ROW = 76;

    private FooterChecks() {}

    static void check(ParquetMetadata footer, long fileBytes) {
        for (BlockMetaData group : footer.getBlocks()) {
            long rows = group.getRowCount();
            that(rows >= 0, "a row group claims %d rows", rows);
            long most = Runtime.getRuntime().maxMemory();
            that(
                    rows <= Integer.MAX_VALUE - 16 && rows * BYTES_A_ROW <= most,
                    "a row group of %d rows does not fit into this process, which may use %d MB: write smaller row"
                            + " groups, or give more memory (-Xmx)",
                    rows,
                    most >> 20);
            for (ColumnChunkMetaData column : group.getColumns()) {
                check(column, rows, fileBytes);
            }
        }
    }

    private static void check(ColumnChunkMetaData column, long rows, long fileBytes) {
        boolean flat = column.getPath().size() == 1;
        that(!flat || column.getValueCount() == rows, "the column %s does not have a value a row", column.getPath());
        long start = column.getStartingPos();
        long size = column.getTotalSize();
        that(
                start >= FIRST_DATA_BYTE && size >= 0 && start <= fileBytes && size <= fileBytes - start,
                "the column %s claims bytes %d to %d of a file of %d bytes",
                column.getPath(),
                start,
                start + size,
                fileBytes);
    }

    private static void that(boolean holds, String message, Object... arguments) {
        if (!holds) {
            throw new IllegalStateException(String.format(Locale.ROOT, message, arguments));
        }
    }
}
