package org.evenkeel.data.parquet;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** One row group whose pages are in memory; each of its columns may be read once, by any thread. */
record RowGroup(PageReadStore pages, MessageType schema, @Nullable String createdBy) {
    int rows() {
        return Math.toIntExact(pages.getRowCount());
    }

    ColumnReader column(ColumnDescriptor column) {
        return new ColumnReadStoreImpl(new GuardedPages(pages), NoConverter.INSTANCE, schema, createdBy)
                .getColumnReader(column);
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
