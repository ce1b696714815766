package org.evenkeel.state.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads a file line by line, as bytes, holding no more of it than one line needs. */
final class LineScanner implements AutoCloseable {
    /** The longest line that is read, in bytes. */
    static final int MAX_LINE = 1 << 28;

    private final Path file;
    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int from;
    private int to = -1;
    private int filled;

    LineScanner(Path file) {
        this.file = file;
        try {
            this.in = Files.newInputStream(file);
        } catch (IOException e) {
            throw new StateException.Io(file, "Opening", e);
        }
    }

    /** Goes on to the next line that has a line end; false when there is none, and the rest is what is left. */
    boolean next() {
        from = to + 1;
        int newLine = newLine(from);
        while (newLine < 0) {
            int searched = filled - from;
            if (!fill()) {
                return false;
            }
            newLine = newLine(from + searched);
        }
        to = newLine;
        return true;
    }

    private int newLine(int begin) {
        for (int i = begin; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Moves the line that was begun to the front and reads on; false at the end of the file. */
    private boolean fill() {
        System.arraycopy(buffer, from, buffer, 0, filled - from);
        filled -= from;
        from = 0;
        to = -1;
        if (filled == buffer.length) {
            requireRoom();
            buffer = Arrays.copyOf(buffer, filled * 2);
        }
        try {
            int read = in.read(buffer, filled, buffer.length - filled);
            filled += Math.max(read, 0);
            return read > 0;
        } catch (IOException e) {
            throw new StateException.Io(file, "Reading", e);
        }
    }

    private void requireRoom() {
        if (filled >= MAX_LINE) {
            throw new StateException.Io(
                    file, "Reading", new IOException("a line is longer than " + MAX_LINE + " bytes"));
        }
    }

    byte[] buffer() {
        return buffer;
    }

    /** Where the line begins in the buffer. */
    int from() {
        return from;
    }

    /** Where its line end is in the buffer. */
    int to() {
        return to;
    }

    /** Part of the buffer as a text, for messages. */
    String text(int begin, int end) {
        return new String(buffer, begin, end - begin, StandardCharsets.UTF_8);
    }

    /** What follows after the last line end, once there is no further line. */
    byte[] rest() {
        return Arrays.copyOfRange(buffer, from, filled);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new StateException.Io(file, "Closing", e);
        }
    }
}
