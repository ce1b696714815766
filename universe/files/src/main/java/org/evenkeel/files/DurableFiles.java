package org.evenkeel.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.evenkeel.market.DataException;
import org.evenkeel.market.UnwritableException;

/**
 * Writes files so that a reader, or a process that starts after a crash, finds the old file or the new one and never a
 * part: write beside it, fsync, rename, fsync the folder.
 */
public final class DurableFiles {
    private DurableFiles() {}

    /** What fills a new file. */
    @FunctionalInterface
    public interface Content {
        /** Writes the whole file at the path, which may already exist as an empty file. */
        void writeTo(Path path) throws IOException;
    }

    /**
     * Puts new content in the place of a file, or makes the file.
     *
     * @throws UnwritableException when it cannot be written; what was there before is still there
     */
    public static void replace(Path target, Content content) {
        // Named after the process, so that two that write the same file do not write into each other's.
        Path temporary = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".new");
        try {
            Files.deleteIfExists(temporary);
            content.writeTo(temporary);
            sync(temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            flushNames(target.toAbsolutePath().resolveSibling(""));
        } catch (IOException | UncheckedIOException e) {
            deleteQuietly(temporary, e);
            throw new UnwritableException(
                    target + " cannot be written: " + e + ". Check the free space and the folder's permissions.", e);
        } catch (RuntimeException e) {
            deleteQuietly(temporary, e);
            throw e;
        }
    }

    /** Puts bytes in the place of a file; see {@link #replace(Path, Content)}. */
    public static void replace(Path target, byte[] bytes) {
        replace(target, path -> Files.write(path, bytes));
    }

    /**
     * Removes a file, if it is there.
     *
     * @throws UnwritableException when it cannot be removed
     */
    public static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
            flushNames(file.toAbsolutePath().resolveSibling(""));
        } catch (IOException e) {
            throw new UnwritableException(file + " cannot be removed: " + e + ". Check the folder's permissions.", e);
        }
    }

    /**
     * Makes a folder and those above it.
     *
     * @throws DataException when there is a file where a folder is to be
     * @throws UnwritableException when the machine does not let it be made
     */
    public static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new DataException(folder + " is a file, but a folder is to be made there: choose another path.", e);
        } catch (IOException e) {
            throw new UnwritableException("The folder " + folder + " cannot be made: " + e + ". Check permissions.", e);
        }
    }

    private static void deleteQuietly(Path temporary, Exception failure) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /**
     * Flushes the names in a folder to the disk: until then a power cut can take back that a file was made, renamed or
     * removed. Where a folder is no file that can be opened, as on Windows, the system keeps names safe by itself.
     */
    public static void flushNames(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
