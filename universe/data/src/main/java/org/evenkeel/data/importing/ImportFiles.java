package org.evenkeel.data.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.market.DataException;

/** Reads the files of an import, each by its kind. */
final class ImportFiles {
    private ImportFiles() {}

    static List<RawPair> read(List<Path> files) {
        if (files.isEmpty()) {
            throw new DataException("There is nothing to import: name at least one file.");
        }
        List<RawPair> pairs = new ArrayList<>();
        for (Path file : files) {
            pairs.addAll(read(file));
        }
        return pairs;
    }

    private static List<RawPair> read(Path file) {
        if (Files.isDirectory(file)) {
            return ParquetImport.readFolder(file);
        }
        if (!Files.isRegularFile(file)) {
            throw new DataException("There is no file " + file + ": check the path.");
        }
        String name = file.getFileName().toString();
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".zip")) {
            return ZipImport.read(file);
        }
        if (lower.endsWith(".parquet")) {
            throw new DataException(file
                    + " is a Parquet file: name its folder, which has the pairs.json that says what is" + " in it.");
        }
        return CsvCandles.read(new CsvInput(file.toString(), () -> Files.newInputStream(file)), name);
    }
}
