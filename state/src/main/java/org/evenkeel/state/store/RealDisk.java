package org.evenkeel.state.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.evenkeel.files.DurableFiles;

/** The file system of this machine. */
final class RealDisk implements Disk {
    @Override
    public Output create(Path file) throws IOException {
        return new RealOutput(FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
    }

    @Override
    public Output append(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new RealOutput(channel.position(channel.size()));
    }

    @Override
    public void link(Path existing, Path name) throws IOException {
        try {
            Files.createLink(name, existing);
        } catch (UnsupportedOperationException | IOException e) {
            // Some file systems have no links. A copy serves as well, it only takes longer.
            Files.copy(existing, name, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void flushNames(Path folder) throws IOException {
        DurableFiles.flushNames(folder);
    }
}
