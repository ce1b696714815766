package org.evenkeel.data.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * The codecs of Parquet pages, without Hadoop's, which would have its configuration loaded. They keep no state, so
 * columns may be decoded by several threads, and they check a page's declared size before they allocate it.
 */
// BytesInput tells of no other way to its bytes that takes no allocator.
@SuppressWarnings("deprecation")
final class Codecs implements CompressionCodecFactory {
    static final Codecs INSTANCE = new Codecs();
    /** Making a context costs as much as expanding a small page with it. */
    private static final ThreadLocal<ZstdDecompressCtx> ZSTD = ThreadLocal.withInitial(ZstdDecompressCtx::new);

    private static final int ZSTD_LEVEL = 3;
    private static final int MOST_PAGE_BYTES = 256 << 20;
    private static final int BEST_LZ4_RATIO = 255;

    private Codecs() {}

    @FunctionalInterface
    private interface Expand {
        byte[] expand(byte[] compressed, int size) throws IOException;
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED -> new Decompressor((bytes, size) -> bytes);
            case ZSTD -> new Decompressor(Codecs::zstd);
            case SNAPPY -> new Decompressor(Codecs::snappy);
            case GZIP -> new Decompressor(Codecs::gzip);
            case LZ4_RAW -> new Decompressor(Codecs::lz4);
            default ->
                throw new IllegalArgumentException("its pages are compressed with " + codec
                        + ", which is not supported: use ZSTD, SNAPPY, GZIP, LZ4_RAW or none");
        };
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        if (codec != CompressionCodecName.ZSTD) {
            throw new IllegalArgumentException("Files are written with ZSTD, not with " + codec + ".");
        }
        return new ZstdCompressor();
    }

    @Override
    public void release() {}

    private static byte[] zstd(byte[] compressed, int size) throws IOException {
        long declared = Zstd.getFrameContentSize(compressed);
        check(declared <= 0 || declared == size, declared, size);
        byte[] plain = new byte[size];
        try {
            int written = ZSTD.get().decompress(plain, compressed);
            check(written == size, written, size);
        } catch (ZstdException e) {
            throw new IOException("a page is not compressed as it says: " + e.getMessage(), e);
        }
        return plain;
    }

    private static byte[] snappy(byte[] compressed, int size) throws IOException {
        int declared = Snappy.uncompressedLength(compressed);
        check(declared == size, declared, size);
        return Snappy.uncompress(compressed);
    }

    private static byte[] gzip(byte[] compressed, int size) throws IOException {
        try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            byte[] plain = stream.readNBytes(size);
            check(plain.length == size && stream.read() < 0, plain.length, size);
            return plain;
        }
    }

    private static byte[] lz4(byte[] compressed, int size) throws IOException {
        check(size / BEST_LZ4_RATIO <= compressed.length, compressed.length, size);
        byte[] plain = new byte[size];
        int written = new Lz4Decompressor().decompress(compressed, 0, compressed.length, plain, 0, size);
        check(written == size, written, size);
        return plain;
    }

    private static void check(boolean holds, long found, long declared) throws IOException {
        if (!holds) {
            throw new IOException("a page is declared to have " + declared + " bytes, but its content says " + found);
        }
    }

    private record Decompressor(Expand expand) implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            check(size >= 0 && size <= MOST_PAGE_BYTES, MOST_PAGE_BYTES, size);
            byte[] plain = size == 0 ? new byte[0] : expand.expand(bytes.toByteArray(), size);
            check(plain.length == size, plain.length, size);
            return BytesInput.from(plain);
        }

        @Override
        public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int size) throws IOException {
            byte[] compressed = new byte[compressedSize];
            input.get(compressed);
            output.put(decompress(BytesInput.from(compressed), size).toByteArray());
        }

        @Override
        public void release() {}
    }

    private static final class ZstdCompressor implements BytesInputCompressor {
        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            return BytesInput.from(Zstd.compress(bytes.toByteArray(), ZSTD_LEVEL));
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {}
    }
}
