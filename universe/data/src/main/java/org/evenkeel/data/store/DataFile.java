package org.evenkeel.data.store;

import java.io.IOException;
import org.apache.parquet.io.InputFile;

/** A file of a data set, as it was when the folder was listed. */
public interface DataFile {
    /** What is the same for as long as nobody changed the file. */
    Identity identity();

    /** The file, to be read by Parquet. */
    InputFile open() throws IOException;

    /**
     * Tells one state of a file from another.
     *
     * @param path where it is, as a person would write it
     * @param bytes how long it is
     * @param modifiedMillis when it was last changed, in epoch milliseconds
     */
    record Identity(String path, long bytes, long modifiedMillis) {}

    /** Where the file is, as a person would write it. */
    default String path() {
        return identity().path();
    }
}
