package org.evenkeel.state.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;

/** A file of this machine that is being written. */
record RealOutput(FileChannel channel) implements Disk.Output {
    /** What is handed to the system at once, in bytes. */
    private static final int BUFFER = 1 << 16;

    /** Collects small pieces into one buffer outside the heap, where the system takes them from. */
    @Override
    public void write(List<byte[]> pieces) throws IOException {
        channel.position(channel.size());
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        for (byte[] piece : pieces) {
            int done = 0;
            while (done < piece.length) {
                int length = Math.min(piece.length - done, buffer.remaining());
                buffer.put(piece, done, length);
                done += length;
                if (!buffer.hasRemaining()) {
                    drain(buffer);
                }
            }
        }
        drain(buffer);
    }

    private void drain(ByteBuffer buffer) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public void overwrite(long place, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, place + buffer.position());
        }
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
