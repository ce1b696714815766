package org.evenkeel.onchain.tx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;

/** A disk that is a list, which forgets lines or fills up as told. */
record MemoryLog(List<String> disk, Predicate<String> keeps, int room, boolean says) implements TxLog {
    /** One that keeps everything. */
    static MemoryLog of(List<String> disk) {
        return new MemoryLog(disk, line -> true, Integer.MAX_VALUE, true);
    }

    /** One that loses what is written and does not say so. */
    static MemoryLog forgetting(List<String> disk, Predicate<String> lost) {
        return new MemoryLog(disk, lost.negate(), Integer.MAX_VALUE, true);
    }

    /** One with room for so many lines; then it fails, or lies. */
    static MemoryLog full(List<String> disk, int room, boolean says) {
        return new MemoryLog(disk, line -> true, room, says);
    }

    @Override
    public List<String> records() {
        return List.copyOf(disk);
    }

    @Override
    public void append(String record) {
        if (disk.size() >= room) {
            if (says) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
            return;
        }
        if (keeps.test(record)) {
            disk.add(record);
        }
    }

    @Override
    public void close() {}
}
