package org.evenkeel.data.store;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenkeel.market.DataException;

/** A folder that holds a data set. */
public interface DataFolder {
    /** A scheme of two letters or more, so that a drive letter is not taken for one. */
    Pattern URI_START = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*");

    /** Where it is, as a person would write it. */
    String location();

    /** Its last path element: what the data set is called where nothing else names it. */
    String name();

    /**
     * The Parquet files directly in it, by name; those whose names start with a dot or an underscore are not counted.
     *
     * @throws DataException when the folder is missing or cannot be read
     */
    List<DataFile> parquetFiles();

    /**
     * The content of a small file in it; empty where there is no such file.
     *
     * @throws DataException when it cannot be read
     */
    Optional<byte[]> findContent(String fileName);

    /**
     * The folder at a path or URI: {@code data/defi}, {@code file:///data/defi}, {@code s3a://bucket/defi}.
     *
     * @param location the path or URI; a scheme other than {@code file} goes to Hadoop's file system of that name
     * @param hadoopSettings settings for Hadoop, such as {@code fs.s3a.endpoint}, over those of its own files
     * @throws DataException when the location cannot be understood or reached
     */
    static DataFolder at(String location, Map<String, String> hadoopSettings) {
        if (location.isBlank()) {
            throw new DataException("The data set's location is empty: give the path of its folder.");
        }
        if (!URI_START.matcher(location).matches()) {
            return new LocalFolder(LocalFolder.path(location));
        }
        if (location.startsWith("file:")) {
            return new LocalFolder(fileUri(location));
        }
        return HadoopFolder.at(location, hadoopSettings);
    }

    private static Path fileUri(String location) {
        try {
            return Path.of(URI.create(location));
        } catch (IllegalArgumentException e) {
            throw new DataException(
                    "'" + location + "' is no file URI: write file:///path/to/folder, or the plain path.", e);
        }
    }
}
