package org.evenkeel.state.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The real disk, until a given operation: that one fails, as on a full disk, after it wrote half. */
final class FailingDisk implements Disk {
    private final Disk real = new RealDisk();
    private final int failing;
    private int operations;

    /**
     * @param failing the number of the operation that fails, from 1; 0 for none
     */
    FailingDisk(int failing) {
        this.failing = failing;
    }

    /** How many operations there were. */
    int operations() {
        return operations;
    }

    private boolean fails() {
        operations++;
        return operations == failing;
    }

    private void failOn(String what) throws IOException {
        if (fails()) {
            throw new IOException("No space left on device (" + what + ")");
        }
    }

    private static List<byte[]> half(List<byte[]> pieces) {
        byte[] all = StateJson.joined(pieces);
        return List.of(Arrays.copyOf(all, all.length / 2));
    }

    @Override
    public void link(Path existing, Path name) throws IOException {
        failOn("link");
        real.link(existing, name);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        failOn("rename");
        real.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        failOn("delete");
        real.delete(file);
    }

    @Override
    public void flushNames(Path folder) throws IOException {
        failOn("flush of names");
        real.flushNames(folder);
    }

    @Override
    public Output create(Path file) throws IOException {
        failOn("create");
        return new FailingOutput(real.create(file));
    }

    @Override
    public Output append(Path file) throws IOException {
        failOn("open");
        return new FailingOutput(real.append(file));
    }

    private final class FailingOutput implements Output {
        private final Output output;

        FailingOutput(Output output) {
            this.output = output;
        }

        @Override
        public void write(List<byte[]> pieces) throws IOException {
            if (fails()) {
                output.write(half(pieces));
                throw new IOException("No space left on device");
            }
            output.write(pieces);
        }

        @Override
        public void overwrite(long place, byte[] bytes) throws IOException {
            failOn("overwrite");
            output.overwrite(place, bytes);
        }

        @Override
        public void flush() throws IOException {
            failOn("flush");
            output.flush();
        }

        @Override
        public void truncate(long size) throws IOException {
            failOn("truncate");
            output.truncate(size);
        }

        @Override
        public void close() throws IOException {
            output.close();
        }
    }
}
