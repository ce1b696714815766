package org.evenkeel.data.parquet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("deprecation") // BytesInput tells of no other way to its bytes that takes no allocator.
class HybridRunsTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_the_library_encodes_is_decoded(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int width = 0; width <= 32; width++) {
            int[] values = new int[random.nextInt(3000)];
            int at = 0;
            while (at < values.length) {
                int run = random.nextBoolean() ? 1 : 1 + random.nextInt(100);
                int value = width == 0 ? 0 : random.nextInt() >>> (32 - width);
                for (; run > 0 && at < values.length; run--) {
                    values[at++] = value;
                }
            }
            RunLengthBitPackingHybridEncoder encoder =
                    new RunLengthBitPackingHybridEncoder(width, 64, 1 << 20, new HeapByteBufferAllocator());
            for (int value : values) {
                encoder.writeInt(value);
            }
            int[] decoded = new int[values.length];
            HybridRuns.read(ByteBuffer.wrap(encoder.toBytes().toByteArray()), width, decoded, decoded.length);
            assertArrayEquals(values, decoded);
        }
    }

    @Test
    void data_that_ends_early_is_refused() {
        assertThrows(RuntimeException.class, () -> HybridRuns.read(ByteBuffer.allocate(0), 1, new int[5], 5));
        assertThrows(RuntimeException.class, () -> HybridRuns.read(ByteBuffer.allocate(3), 40, new int[5], 5));
    }
}
