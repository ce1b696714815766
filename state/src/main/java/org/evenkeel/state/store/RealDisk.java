package org.evenkeel.state.store;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The file system of this machine. */
final class RealDisk implements Disk {
    /** What is handed to the system at once; it copies each piece outside the heap and keeps that memory. */
    private static final int PIECE = 1 << 16;

    @Override
    public void write(Path file, byte[] bytes, boolean flushed) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeAll(channel, bytes);
            if (flushed) {
                channel.force(true);
            }
        }
    }

    private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; from += PIECE) {
            ByteBuffer piece = ByteBuffer.wrap(bytes, from, Math.min(PIECE, bytes.length - from));
            while (piece.hasRemaining()) {
                channel.write(piece);
            }
        }
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
        if (File.separatorChar == '\\') {
            // Windows opens no folder as a file, and keeps names safe by itself.
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public Tail append(Path file) throws IOException {
        return new RealTail(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    private record RealTail(FileChannel channel) implements Tail {
        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            channel.position(channel.size());
            writeAll(channel, bytes);
        }

        @Override
        public void flush() throws IOException {
            channel.force(true);
        }

        @Override
        public void truncate(long size) throws IOException {
            channel.truncate(size);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
