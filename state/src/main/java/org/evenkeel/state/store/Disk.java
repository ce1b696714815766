package org.evenkeel.state.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the store asks of a file system to change it. A seam: tests put disks here that fail, fill up or lose power. */
interface Disk {
    /** Begins a new file, over one that may be there. */
    Output create(Path file) throws IOException;

    /** Opens a file to write at its end; makes it if it is not there. */
    Output append(Path file) throws IOException;

    /** Makes a second name for a file. */
    void link(Path existing, Path name) throws IOException;

    /** Gives a file another name, in one step, over one that may be there. */
    void rename(Path from, Path to) throws IOException;

    /** Removes a file if it is there. */
    void delete(Path file) throws IOException;

    /** Flushes the names in a folder to the disk. */
    void flushNames(Path folder) throws IOException;

    /** A file that is being written. */
    interface Output extends Closeable {
        /** Writes at the end. */
        void write(List<byte[]> pieces) throws IOException;

        /** Writes over what stands at a place. */
        void overwrite(long place, byte[] bytes) throws IOException;

        /** Flushes what was written to the disk. */
        void flush() throws IOException;

        /** Cuts the file off. */
        void truncate(long size) throws IOException;
    }
}
