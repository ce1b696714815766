package org.evenkeel.sweep.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.sweep.ReturnsSample;
import org.evenkeel.sweep.SweepException;

/**
 * The sampled returns of a sweep: the number of points, their times, and for each run its number, how many returns it
 * has, and those. All big-endian, as longs, ints and doubles.
 */
final class ReturnsFile implements Closeable {
    private final Path file;
    private final DataOutputStream out;
    private int written;

    private ReturnsFile(Path file, DataOutputStream out, int written) {
        this.file = file;
        this.out = out;
        this.written = written;
    }

    /**
     * Opens a file to go on with, or begins one.
     *
     * @param length how much of it is whole, from {@link #restore}
     * @param sample what was restored of it
     */
    static ReturnsFile open(Path file, long length, ReturnsSample sample) {
        try {
            FileOutputStream stream = new FileOutputStream(file.toFile(), true);
            stream.getChannel().truncate(length);
            int written = sample.known().size();
            return new ReturnsFile(file, new DataOutputStream(new BufferedOutputStream(stream)), written);
        } catch (IOException e) {
            throw RunTable.unwritable(file, e);
        }
    }

    /** Writes what came to the sample since. */
    void addNew(ReturnsSample sample) {
        try {
            List<ReturnsSample.Row> known = sample.known();
            while (written < known.size()) {
                if (written == 0) {
                    times(sample.times());
                }
                row(known.get(written++));
            }
            out.flush();
        } catch (IOException e) {
            throw RunTable.unwritable(file, e);
        }
    }

    private void times(long[] times) throws IOException {
        out.writeInt(times.length);
        for (long time : times) {
            out.writeLong(time);
        }
    }

    private void row(ReturnsSample.Row row) throws IOException {
        out.writeLong(row.number());
        out.writeInt(row.returns().length);
        for (double value : row.returns()) {
            out.writeDouble(value);
        }
    }

    /**
     * Reads the returns of the first runs, as far as they are whole.
     *
     * @param runs how many runs are known of
     * @param sample takes the returns
     * @return how many bytes they take
     */
    static long restore(Path file, long runs, ReturnsSample sample) {
        long length = 0;
        if (!Files.exists(file)) {
            return length;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            long[] times = new long[in.readInt()];
            for (int i = 0; i < times.length; i++) {
                times[i] = in.readLong();
            }
            long bytes = Integer.BYTES + (long) Long.BYTES * times.length;
            while (true) {
                ReturnsSample.Row row = read(in);
                if (row.number() >= runs) {
                    return length;
                }
                sample.add(row, times);
                bytes += Long.BYTES + Integer.BYTES + (long) Double.BYTES * row.returns().length;
                length = bytes;
            }
        } catch (EOFException end) {
            return length;
        } catch (IOException e) {
            throw new SweepException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static ReturnsSample.Row read(DataInputStream in) throws IOException {
        long number = in.readLong();
        double[] returns = new double[in.readInt()];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = in.readDouble();
        }
        return new ReturnsSample.Row(number, returns);
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw RunTable.unwritable(file, e);
        }
    }
}
