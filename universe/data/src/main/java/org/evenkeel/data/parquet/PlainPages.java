package org.evenkeel.data.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.EncodingStats;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/**
 * Reads columns of int64 and double whose pages are plain or dictionary-encoded, as most are, a page at a time instead
 * of a value at a time: several times faster, and without loading the library's decoders.
 */
// Files of old writers name deprecated encodings, and BytesInput has no other way to its bytes without an allocator.
@SuppressWarnings("deprecation")
final class PlainPages {
    private static final Set<Encoding> SUPPORTED =
            EnumSet.of(Encoding.PLAIN, Encoding.PLAIN_DICTIONARY, Encoding.RLE_DICTIONARY);

    private final PageReader pages;
    private final boolean optional;
    private final long missing;
    private final long[] values;
    private int filled;
    private long[] dictionary = new long[0];

    private PlainPages(PageReader pages, boolean optional, long missing, int rows) {
        this.pages = pages;
        this.optional = optional;
        this.missing = missing;
        this.values = new long[rows];
    }

    /** Whether the pages of a column of int64 or double can be read. */
    static boolean canRead(ColumnChunkMetaData chunk, ColumnDescriptor column) {
        EncodingStats stats = chunk.getEncodingStats();
        return column.getMaxRepetitionLevel() == 0
                && column.getMaxDefinitionLevel() <= 1
                && stats != null
                && SUPPORTED.containsAll(stats.getDataEncodings());
    }

    /**
     * The bits of the first so many values.
     *
     * @param missing stands for a null
     */
    static long[] read(PageReader pages, ColumnDescriptor column, int rows, long missing) throws IOException {
        PlainPages reader = new PlainPages(pages, column.getMaxDefinitionLevel() == 1, missing, rows);
        reader.readDictionary();
        while (reader.filled < rows) {
            reader.readPage();
        }
        return reader.values;
    }

    private void readDictionary() throws IOException {
        DictionaryPage page = pages.readDictionaryPage();
        if (page != null) {
            LongBuffer plain = littleEndian(page.getBytes()).asLongBuffer();
            dictionary = new long[Math.min(page.getDictionarySize(), plain.remaining())];
            plain.get(dictionary);
        }
    }

    private void readPage() throws IOException {
        DataPage page = pages.readPage();
        switch (page) {
            case null -> throw new IllegalStateException("a column ends after " + filled + " values");
            case DataPageV1 v1 -> {
                ByteBuffer data = littleEndian(v1.getBytes());
                ByteBuffer levels = data;
                if (optional) {
                    int length = data.getInt();
                    levels = data.slice(data.position(), length);
                    data.position(data.position() + length);
                }
                add(v1.getValueCount(), levels, data, v1.getValueEncoding());
            }
            case DataPageV2 v2 ->
                add(
                        v2.getValueCount(),
                        littleEndian(v2.getDefinitionLevels()),
                        littleEndian(v2.getData()),
                        v2.getDataEncoding());
            default -> throw new IllegalStateException("a page is of an unknown kind");
        }
    }

    private static ByteBuffer littleEndian(BytesInput bytes) throws IOException {
        return bytes.toByteBuffer().slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private void add(int count, ByteBuffer levels, ByteBuffer data, Encoding encoding) {
        int wanted = Math.min(count, values.length - filled);
        int[] present = optional ? present(levels, wanted) : new int[0];
        int there = optional ? Arrays.stream(present).sum() : wanted;
        switch (encoding) {
            case PLAIN -> data.asLongBuffer().get(values, filled, there);
            case PLAIN_DICTIONARY, RLE_DICTIONARY -> lookUp(data, there);
            default ->
                throw new IllegalStateException("a page is encoded as " + encoding + ", which its footer denies");
        }
        if (there < wanted) {
            spread(present, there, wanted);
        }
        filled += wanted;
    }

    private static int[] present(ByteBuffer levels, int count) {
        int[] present = new int[count];
        HybridRuns.read(levels, 1, present, count);
        return present;
    }

    private void lookUp(ByteBuffer data, int count) {
        int[] indexes = new int[count];
        if (count > 0) {
            HybridRuns.read(data, data.get(), indexes, count);
        }
        for (int i = 0; i < count; i++) {
            values[filled + i] = dictionary[indexes[i]];
        }
    }

    /** Moves the values that are there, which stand first, to their rows, from the last to the first. */
    private void spread(int[] present, int there, int rows) {
        int from = filled + there;
        for (int row = rows - 1; row >= 0; row--) {
            values[filled + row] = present[row] == 1 ? values[--from] : missing;
        }
    }
}
