package org.evenkeel.data.parquet;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Decodes Parquet's hybrid of run lengths and bit-packed groups of eight, which levels and dictionary indexes are
 * written in (parquet-format, Encodings, RLE = 3). It allocates nothing on the word of the data.
 */
final class HybridRuns {
    private static final int GROUP = 8;

    private HybridRuns() {}

    /**
     * Reads values.
     *
     * @param data where the runs begin
     * @param bitWidth how many bits a value has, 0 to 32
     * @param values filled up to the count
     * @param count how many values there are
     * @throws RuntimeException when the data ends before, or is no such thing
     */
    static void read(ByteBuffer data, int bitWidth, int[] values, int count) {
        if (bitWidth < 0 || bitWidth > Integer.SIZE) {
            throw new IllegalStateException("a page claims values of " + bitWidth + " bits");
        }
        int at = 0;
        while (at < count) {
            int header = varint(data);
            if ((header & 1) == 0) {
                int value = littleEndian(data, (bitWidth + 7) / 8);
                int end = (int) Math.min(count, (long) at + (header >>> 1));
                Arrays.fill(values, at, end, value);
                at = end;
            } else {
                int end = (int) Math.min(count, (long) at + (long) (header >>> 1) * GROUP);
                unpack(data, bitWidth, values, at, end);
                at = end;
            }
        }
    }

    private static void unpack(ByteBuffer data, int bitWidth, int[] values, int from, int to) {
        long mask = (1L << bitWidth) - 1;
        long bits = 0;
        int held = 0;
        for (int i = from; i < to; i++) {
            while (held < bitWidth) {
                bits |= (data.get() & 0xffL) << held;
                held += Byte.SIZE;
            }
            values[i] = (int) (bits & mask);
            bits >>>= bitWidth;
            held -= bitWidth;
        }
        // Groups are whole: what is left of the last one is padding.
        int padded = (to - from + GROUP - 1) / GROUP * bitWidth;
        int read = (int) (((long) (to - from) * bitWidth + 7) / 8);
        data.position(Math.min(data.limit(), data.position() + padded - read));
    }

    private static int varint(ByteBuffer data) {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            byte next = data.get();
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalStateException("a run's length does not end");
    }

    private static int littleEndian(ByteBuffer data, int bytes) {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (data.get() & 0xff) << (i * Byte.SIZE);
        }
        return value;
    }
}
