package org.evenkeel.cli.terminal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.evenkeel.data.columns.TimeTexts;
import org.evenkeel.market.DataException;

/**
 * A CSV of numbers by date: dates in the first column, one row or more, a name for each of the other columns in the
 * first line. The first line may be missing where there is one other column.
 *
 * @param file where it was read from
 * @param times in milliseconds since the epoch, rising
 * @param names of the columns, the dates' left out
 * @param values {@code [row][column]}; NaN where a cell is blank
 */
public record CsvTable(Path file, long[] times, List<String> names, double[][] values) {
    private static final Set<String> BLANKS = Set.of("", "nan", "null", "none", "na", "n/a", "-");

    /**
     * Reads a file of comma-, semicolon- or tab-separated values.
     *
     * @throws DataException when it is missing, no table, or a cell is neither a number nor blank
     */
    public static CsvTable read(Path file) {
        if (Files.isDirectory(file)) {
            throw new DataException(file + " is a folder: give the CSV itself.");
        }
        if (!Files.isRegularFile(file)) {
            throw new DataException("There is no file " + file + ": check the path.");
        }
        try {
            List<CsvRecord> lines = lines(file);
            if (lines.isEmpty()) {
                throw new DataException(file + " is empty: it needs a line of names and a row at least.");
            }
            return table(file, lines);
        } catch (CharacterCodingException e) {
            throw new DataException(file + " is no text in UTF-8: save it as such.", e);
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new DataException(file + " cannot be read as CSV: " + e.getMessage() + ".", e);
        }
    }

    private static List<CsvRecord> lines(Path file) throws IOException {
        String text = Files.readString(file);
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(delimiter(plain))
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(plain)) {
            return reader.stream().toList();
        }
    }

    /** The one that the first line has most of. */
    private static char delimiter(String text) {
        String first = text.lines().findFirst().orElse("");
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count = first.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static CsvTable table(Path file, List<CsvRecord> lines) {
        List<String> header = lines.getFirst().getFields();
        boolean headless =
                header.size() == 2 && TimeTexts.findMillis(header.getFirst()).isPresent();
        if (header.stream().anyMatch(name -> name.chars().anyMatch(Character::isISOControl))) {
            throw new DataException(file + " is no text: give a CSV.");
        }
        if (header.size() < 2) {
            throw new DataException(file + " has one column only, " + header
                    + ": it needs dates in the first and numbers beside them, separated by commas.");
        }
        List<String> names = headless ? List.of("value") : names(file, header);
        List<CsvRecord> rows = headless ? lines : lines.subList(1, lines.size());
        if (rows.isEmpty()) {
            throw new DataException(file + " has names but no row.");
        }
        long[] times = new long[rows.size()];
        double[][] values = new double[rows.size()][];
        for (int row = 0; row < times.length; row++) {
            CsvRecord line = rows.get(row);
            times[row] = time(file, line);
            if (row > 0 && times[row] <= times[row - 1]) {
                throw new DataException("In " + file + ", line " + line.getStartingLineNumber() + " is of "
                        + Dates.words(Instant.ofEpochMilli(times[row]))
                        + (times[row] == times[row - 1]
                                ? " as the line before it is: leave no date in twice."
                                : ", earlier than the line before it: sort the lines by date."));
            }
            values[row] = values(file, line, names);
        }
        return new CsvTable(file, times, names, values);
    }

    private static List<String> names(Path file, List<String> header) {
        List<String> names =
                header.subList(1, header.size()).stream().map(String::strip).toList();
        if (names.stream().anyMatch(String::isEmpty) || Set.copyOf(names).size() < names.size()) {
            throw new DataException("The columns of " + file + " are " + names + ": give each a name of its own.");
        }
        return names;
    }

    private static long time(Path file, CsvRecord line) {
        String text = line.getField(0);
        return TimeTexts.findMillis(text)
                .orElseThrow(() -> new DataException("In " + file + ", line " + line.getStartingLineNumber() + " begins"
                        + " with '" + text + "', which is no date: write dates as 2021-06-01."));
    }

    private static double[] values(Path file, CsvRecord line, List<String> names) {
        double[] values = new double[names.size()];
        for (int column = 0; column < values.length; column++) {
            String cell = column + 1 < line.getFieldCount()
                    ? line.getField(column + 1).strip()
                    : "";
            values[column] = BLANKS.contains(cell.toLowerCase(Locale.ROOT)) ? Double.NaN : number(cell);
            if (Double.isInfinite(values[column])) {
                throw new DataException("In " + file + ", line " + line.getStartingLineNumber() + " has '" + cell
                        + "' under " + names.get(column) + ", which is no number: "
                        + (cell.matches("[+-]?[0-9]+,[0-9]+")
                                ? "write decimals with a point."
                                : "mend it, or leave it blank."));
            }
        }
        return values;
    }

    /** Infinite where it is none. */
    private static double number(String cell) {
        boolean plain = cell.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
        try {
            return plain ? Double.parseDouble(cell) : Double.POSITIVE_INFINITY;
        } catch (NumberFormatException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** Where a column is. */
    public int column(String name) {
        int column = names.indexOf(name);
        if (column < 0) {
            throw new UsageException(file + " has no column " + name + ": it has " + String.join(", ", names) + ".");
        }
        return column;
    }

    /** The rows in which a column has a value. */
    public CsvTable only(String name) {
        int column = column(name);
        List<Integer> kept = new ArrayList<>();
        for (int row = 0; row < times.length; row++) {
            if (!Double.isNaN(values[row][column])) {
                kept.add(row);
            }
        }
        if (kept.isEmpty()) {
            throw new DataException("The column " + name + " of " + file + " has no value.");
        }
        return new CsvTable(
                file,
                kept.stream().mapToLong(row -> times[row]).toArray(),
                List.of(name),
                kept.stream().map(row -> new double[] {values[row][column]}).toArray(double[][]::new));
    }
}
