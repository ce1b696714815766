package org.evenkeel.data.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** One row group whose pages are in memory; each of its columns may be read once, by any thread. */
record RowGroup(PageReadStore pages, BlockMetaData meta, FileMetaData file) {
    RowGroup {
        pages = new GuardedPages(pages);
    }

    int rows() {
        return Math.toIntExact(pages.getRowCount());
    }

    /** A reader of single values, for every type and encoding. */
    ColumnReader column(ColumnDescriptor column) {
        return new ColumnReadStoreImpl(pages, NoConverter.INSTANCE, file.getSchema(), file.getCreatedBy())
                .getColumnReader(column);
    }

    /** The first so many whole numbers of a column. */
    long[] longs(ColumnDescriptor column, LongSource source, int rows, long missing) {
        if (isPlain(column, PrimitiveTypeName.INT64)) {
            return plain(column, rows, missing);
        }
        long[] values = new long[rows];
        ColumnReader reader = column(column);
        int present = column.getMaxDefinitionLevel();
        for (int row = 0; row < rows; row++) {
            values[row] = reader.getCurrentDefinitionLevel() == present ? source.read(reader) : missing;
            reader.consume();
        }
        return values;
    }

    /** The numbers of a column; NaN where there is none. */
    double[] doubles(ColumnDescriptor column) {
        double[] values = new double[rows()];
        if (isPlain(column, PrimitiveTypeName.DOUBLE)) {
            long[] bits = plain(column, values.length, Double.doubleToRawLongBits(Double.NaN));
            Arrays.setAll(values, row -> Double.longBitsToDouble(bits[row]));
            return values;
        }
        ColumnReader reader = column(column);
        DoubleSource source = DoubleSource.of(column.getPrimitiveType());
        int present = column.getMaxDefinitionLevel();
        for (int row = 0; row < values.length; row++) {
            values[row] = reader.getCurrentDefinitionLevel() == present ? source.read(reader) : Double.NaN;
            reader.consume();
        }
        return values;
    }

    private boolean isPlain(ColumnDescriptor column, PrimitiveTypeName type) {
        return column.getPrimitiveType().getPrimitiveTypeName() == type
                && meta.getColumns().stream()
                        .filter(chunk -> Arrays.equals(chunk.getPath().toArray(), column.getPath()))
                        .anyMatch(chunk -> PlainPages.canRead(chunk, column));
    }

    private long[] plain(ColumnDescriptor column, int rows, long missing) {
        try {
            return PlainPages.read(pages.getPageReader(column), column, rows, missing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Values are taken from the readers directly: nothing is handed to converters. */
    private static final class NoConverter extends GroupConverter {
        private static final NoConverter INSTANCE = new NoConverter();
        private static final Converter PRIMITIVE = new PrimitiveConverter() {};

        @Override
        public Converter getConverter(int fieldIndex) {
            return PRIMITIVE;
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }
}
