package org.evenkeel.state.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;

/** A file of this machine that is being written. */
record RealOutput(FileChannel channel) implements Disk.Output {
    /** How much of small pieces is handed to the system at once, in bytes. */
    private static final int BUFFER = 1 << 15;

    /** Collects small pieces, as a journal's lines are; what is large goes to the system as it is. */
    @Override
    public void write(List<byte[]> pieces) throws IOException {
        ByteBuffer small = ByteBuffer.allocate(Math.min(BUFFER, length(pieces)));
        for (byte[] piece : pieces) {
            if (piece.length > small.remaining()) {
                drain(small.flip());
                small.clear();
            }
            if (piece.length > small.remaining()) {
                drain(ByteBuffer.wrap(piece));
            } else {
                small.put(piece);
            }
        }
        drain(small.flip());
    }

    private static int length(List<byte[]> pieces) {
        long length = 0;
        for (byte[] piece : pieces) {
            length += piece.length;
        }
        return (int) Math.min(length, Integer.MAX_VALUE);
    }

    private void drain(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
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
