package org.evenkeel.data.store;

import java.util.Locale;

/** Which files of a folder are data: those that other tools would read too. */
final class ParquetNames {
    private ParquetNames() {}

    static boolean isParquet(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".parquet")
                && !fileName.startsWith(".")
                && !fileName.startsWith("_");
    }
}
