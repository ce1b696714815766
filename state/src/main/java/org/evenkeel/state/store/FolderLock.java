package org.evenkeel.state.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps a second store away from a folder. The system releases the lock when the process ends, however it ends; the
 * file that carries it stays, and says which process has it.
 */
final class FolderLock implements AutoCloseable {
    /** The file that carries the lock. */
    static final String FILE = ".lock";

    /**
     * The folders that this process has locked. Asked first: on many systems a process that opens the file of a lock it
     * holds, and closes it again, loses the lock.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final Pattern PID = Pattern.compile("pid (\\d{1,18})\\s*");

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * @throws StateException.Locked when another store has the folder, in this process or in another one
     */
    static FolderLock of(Path wanted) {
        Path folder = real(wanted);
        if (!HELD.add(folder)) {
            throw new StateException.Locked(
                    folder, OptionalLong.of(ProcessHandle.current().pid()));
        }
        boolean locked = false;
        try {
            FolderLock lock = new FolderLock(folder, lock(folder));
            locked = true;
            return lock;
        } finally {
            if (!locked) {
                HELD.remove(folder);
            }
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new StateException.Io(folder, "Opening", e);
        }
    }

    private static FileChannel lock(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean locked = false;
            try {
                take(channel, folder);
                locked = true;
            } finally {
                if (!locked) {
                    channel.close();
                }
            }
            return channel;
        } catch (IOException e) {
            throw new StateException.Io(file, "Locking", e);
        }
    }

    private static void take(FileChannel channel, Path folder) throws IOException {
        // A byte far behind the text, which others can then read where locks keep readers away too.
        FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
        if (lock == null) {
            throw new StateException.Locked(folder, owner(folder.resolve(FILE)));
        }
        String text = "pid " + ProcessHandle.current().pid() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static OptionalLong owner(Path file) throws IOException {
        Matcher matcher = PID.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    /**
     * Lets go of the folder; the file stays, empty. To remove it could take it from a process that has just locked it.
     */
    @Override
    public void close() {
        try (channel) {
            channel.truncate(0);
        } catch (IOException e) {
            throw new StateException.Io(folder.resolve(FILE), "Unlocking", e);
        } finally {
            HELD.remove(folder);
        }
    }
}
