package org.evenkeel.state.store;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The file system of this machine. */
final class RealDisk implements Disk {
    /** What is handed to the system at once, in bytes. */
    private static final int BUFFER = 1 << 16;

    @Override
    public void write(Path file, List<byte[]> pieces, boolean flushed) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeAll(channel, pieces);
            if (flushed) {
                channel.force(true);
            }
        }
    }

    /** Collects small pieces into one buffer outside the heap, where the system takes them from. */
    private static void writeAll(FileChannel channel, List<byte[]> pieces) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        for (byte[] piece : pieces) {
            int done = 0;
            while (done < piece.length) {
                int length = Math.min(piece.length - done, buffer.remaining());
                buffer.put(piece, done, length);
                done += length;
                if (!buffer.hasRemaining()) {
                    drain(channel, buffer);
                }
            }
        }
        drain(channel, buffer);
    }

    private static void drain(FileChannel channel, ByteBuffer buffer) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
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
        public void write(List<byte[]> pieces) throws IOException {
            channel.position(channel.size());
            writeAll(channel, pieces);
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
