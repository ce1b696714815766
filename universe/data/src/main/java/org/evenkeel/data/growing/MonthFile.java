package org.evenkeel.data.growing;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Names the file that has the candles which open in a month, UTC. */
final class MonthFile {
    private static final String BEFORE = "collected-";
    private static final String AFTER = ".parquet";

    private MonthFile() {}

    static YearMonth monthOf(long epochMillis) {
        return YearMonth.from(Instant.ofEpochMilli(epochMillis).atOffset(ZoneOffset.UTC));
    }

    static Path of(Path folder, YearMonth month) {
        return folder.resolve(BEFORE + month + AFTER);
    }

    /** The month that a file is of; empty where it is another file. */
    static Optional<YearMonth> findMonth(String fileName) {
        if (!fileName.startsWith(BEFORE) || !fileName.endsWith(AFTER)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    YearMonth.parse(fileName.substring(BEFORE.length(), fileName.length() - AFTER.length())));
        } catch (DateTimeParseException another) {
            return Optional.empty();
        }
    }
}
