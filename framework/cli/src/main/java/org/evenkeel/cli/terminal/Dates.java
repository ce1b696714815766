package org.evenkeel.cli.terminal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** Instants as people write them. */
public final class Dates {
    private Dates() {}

    /**
     * Reads a date ({@code 2021-06-01}: midnight, UTC) or an instant ({@code 2021-06-01T12:00:00Z}).
     *
     * @throws UsageException when the text is neither
     */
    public static Instant parse(String option, String text) {
        try {
            return text.length() <= "2021-06-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException(
                    option + " " + text + " is no date: write it as 2021-06-01, or as 2021-06-01T12:00:00Z.", e);
        }
    }

    /** The day alone where it is midnight, else the instant. */
    public static String words(Instant time) {
        boolean midnight = time.equals(time.truncatedTo(ChronoUnit.DAYS));
        return midnight ? LocalDate.ofInstant(time, ZoneOffset.UTC).toString() : time.toString();
    }

    /** To the second: nobody reads what is finer. */
    public static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
