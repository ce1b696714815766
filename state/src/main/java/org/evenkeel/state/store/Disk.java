package org.evenkeel.state.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the store asks of a file system to change it. A seam: tests put disks here that fail, fill up or lose power. */
interface Disk {
    /** Writes a new file, over one that may be there; flushed to the disk if so wanted. */
    void write(Path file, List<byte[]> pieces, boolean flushed) throws IOException;

    /** Makes a second name for a file. */
    void link(Path existing, Path name) throws IOException;

    /** Gives a file another name, in one step, over one that may be there. */
    void rename(Path from, Path to) throws IOException;

    /** Removes a file if it is there. */
    void delete(Path file) throws IOException;

    /** Flushes the names in a folder to the disk. */
    void flushNames(Path folder) throws IOException;

    /** Opens a file to write at its end; makes it if it is not there. */
    Tail append(Path file) throws IOException;

    /** The end of a file. */
    interface Tail extends Closeable {
        /** How long the file is, in bytes. */
        long size() throws IOException;

        /** Writes at the end. */
        void write(List<byte[]> pieces) throws IOException;

        /** Flushes what was written to the disk. */
        void flush() throws IOException;

        /** Cuts the file off. */
        void truncate(long size) throws IOException;
    }
}
