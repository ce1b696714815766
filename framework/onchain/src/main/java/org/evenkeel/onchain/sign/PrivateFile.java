package org.evenkeel.onchain.sign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.evenkeel.files.DurableFiles;

/** Files that nobody but their owner may read. */
final class PrivateFile {
    /** More is no password and no keystore. */
    private static final int MOST_BYTES = 1 << 16;

    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private PrivateFile() {}

    /** The first line of a file with a password. */
    static String password(Path file) {
        String text = new String(read(file, "password"), StandardCharsets.UTF_8);
        String line = text.lines().findFirst().orElse("");
        if (line.isEmpty()) {
            throw new KeyException("The password file " + file + " is empty: its first line is the password.");
        }
        return line;
    }

    static byte[] read(Path file, String what) {
        try {
            // What is no regular file is a descriptor that this process was handed, and nobody else has.
            if (Files.isRegularFile(file) && !isPrivate(file)) {
                throw new KeyException("The " + what + " file " + file + " can be read by others than its owner."
                        + " Whoever has read it can spend: change it, and then chmod 600 " + file + ".");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(MOST_BYTES);
            }
        } catch (NoSuchFileException missing) {
            throw new KeyException(
                    "There is no " + what + " file " + file
                            + ": correct its path, or make it first ('wallet create' makes a keystore).",
                    missing);
        } catch (IOException e) {
            throw new KeyException(
                    "The " + what + " file " + file + " cannot be read ("
                            + e.getClass().getSimpleName() + "). Check its rights.",
                    e);
        }
    }

    /** Where a file system knows no rights of this kind, it is left to its owner. */
    static boolean isPrivate(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return true;
        }
        return Collections.disjoint(view.readAttributes().permissions(), OF_OTHERS);
    }

    /** A new file with the right rights from its first moment on, on the disk when this returns. */
    static void create(Path file, byte[] content) {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        try (FileChannel channel = posix
                ? FileChannel.open(
                        file,
                        options,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : FileChannel.open(file, options)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            DurableFiles.flushNames(file.toAbsolutePath().resolveSibling(""));
        } catch (FileAlreadyExistsException there) {
            throw new KeyException(
                    file + " is there already, and may hold the only key of a wallet: give another name.", there);
        } catch (IOException e) {
            throw new KeyException(
                    "The keystore " + file + " cannot be written ("
                            + e.getClass().getSimpleName() + "). Check the folder and its rights.",
                    e);
        }
    }
}
