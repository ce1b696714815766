package org.evenkeel.data.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.jspecify.annotations.Nullable;

/**
 * Pages whose counts are checked before the decoders believe them: a decoder allocates what a page's header says, and a
 * flipped bit there would take all memory.
 */
@SuppressWarnings("deprecation") // BytesInput tells of no other way to its bytes that takes no allocator.
record GuardedPages(PageReadStore pages) implements PageReadStore {
    private static final int LEAST_BYTES_OF_A_VALUE = 4;

    @Override
    public PageReader getPageReader(ColumnDescriptor column) {
        return new Reader(pages.getPageReader(column), column, pages.getRowCount());
    }

    @Override
    public long getRowCount() {
        return pages.getRowCount();
    }

    private static final class Reader implements PageReader {
        private final PageReader pages;
        private final ColumnDescriptor column;
        private final long rows;
        private long seen;

        Reader(PageReader pages, ColumnDescriptor column, long rows) {
            this.pages = pages;
            this.column = column;
            this.rows = rows;
        }

        @Override
        public @Nullable DictionaryPage readDictionaryPage() {
            DictionaryPage page = pages.readDictionaryPage();
            if (page != null) {
                long most = page.getUncompressedSize() / LEAST_BYTES_OF_A_VALUE;
                check(page.getDictionarySize() >= 0 && page.getDictionarySize() <= most, page.getDictionarySize());
            }
            return page;
        }

        @Override
        public long getTotalValueCount() {
            long count = pages.getTotalValueCount();
            check(count == rows, count);
            return count;
        }

        @Override
        public @Nullable DataPage readPage() {
            DataPage page = pages.readPage();
            if (page != null) {
                seen += page.getValueCount();
                check(page.getValueCount() >= 0 && seen <= rows, page.getValueCount());
                page.accept(new DataPage.Visitor<@Nullable Void>() {
                    @Override
                    public @Nullable Void visit(DataPageV1 v1) {
                        checkDelta(v1.getValueEncoding(), v1.getBytes(), v1.getValueCount(), true);
                        return null;
                    }

                    @Override
                    public @Nullable Void visit(DataPageV2 v2) {
                        checkDelta(v2.getDataEncoding(), v2.getData(), v2.getValueCount(), false);
                        return null;
                    }
                });
            }
            return page;
        }

        /** The delta encodings repeat the count of values in the data: block size, miniblocks, count, as varints. */
        private void checkDelta(Encoding encoding, BytesInput bytes, int values, boolean levelsInside) {
            if (encoding != Encoding.DELTA_BINARY_PACKED
                    && encoding != Encoding.DELTA_LENGTH_BYTE_ARRAY
                    && encoding != Encoding.DELTA_BYTE_ARRAY) {
                return;
            }
            try {
                ByteBuffer data = bytes.toByteBuffer().duplicate().order(ByteOrder.LITTLE_ENDIAN);
                if (levelsInside && column.getMaxDefinitionLevel() > 0) {
                    data.position(data.position() + Integer.BYTES + data.getInt(data.position()));
                }
                long blockSize = varint(data);
                check(blockSize > 0 && blockSize <= 1 << 20, blockSize);
                long miniblocks = varint(data);
                check(miniblocks > 0 && miniblocks <= blockSize, miniblocks);
                long count = varint(data);
                check(count >= 0 && count <= values, count);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static long varint(ByteBuffer data) {
            long value = 0;
            for (int shift = 0; shift < Integer.SIZE; shift += 7) {
                byte next = data.get();
                value |= (long) (next & 0x7f) << shift;
                if (next >= 0) {
                    return value;
                }
            }
            return -1;
        }

        private void check(boolean holds, long found) {
            if (!holds) {
                throw new IllegalStateException("a page of the column '" + String.join(".", column.getPath())
                        + "' claims " + found + " values, which cannot be among " + rows + " rows");
            }
        }
    }
}
