package org.evenkeel.sweep.store;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.evenkeel.sweep.SweepException;
import org.evenkeel.sweep.Trial;

/**
 * The runs of a sweep as CSV: number, parameters, figures, and what a failed run said. Each row is handed to the system
 * once its run is done, so a process that is killed loses none; a row that was cut short is cut off when the table is
 * opened again.
 */
final class RunTable implements Closeable {
    private static final String NUMBER = "run";
    private static final String ERROR = "error";
    /** What a small sweep wrote need not be read again: a file, a page and a summary are made of it. */
    private static final int MOST_KEPT = 1_000;

    private final Path file;
    private final Columns columns;
    private final FileOutputStream stream;
    private final FileLock lock;
    private final CsvWriter writer;
    /** All rows, while they are few. */
    private final List<Trial> kept = new ArrayList<>();

    private long rows;

    /**
     * Which columns there are between the number and the error.
     *
     * @param parameters names
     * @param figures names
     */
    record Columns(List<String> parameters, List<String> figures) {
        List<String> header() {
            List<String> header = new ArrayList<>();
            header.add(NUMBER);
            parameters.forEach(name -> header.add(parameterColumn(name)));
            header.addAll(figures);
            header.add(ERROR);
            return header;
        }

        /** A parameter that is called like a figure is told apart from it. */
        String parameterColumn(String name) {
            boolean taken = figures.contains(name) || name.equals(NUMBER) || name.equals(ERROR);
            return taken ? "set." + name : name;
        }
    }

    private RunTable(Path file, Columns columns, FileOutputStream stream, FileLock lock) {
        this.file = file;
        this.columns = columns;
        this.stream = stream;
        this.lock = lock;
        writer = CsvWriter.builder().build(new BufferedOutputStream(stream));
    }

    /**
     * Opens a table to go on with, or begins one.
     *
     * @throws SweepException when another process writes to it, or it cannot be written
     */
    static RunTable open(Path file, Columns columns) {
        try {
            FileOutputStream stream = new FileOutputStream(file.toFile(), true);
            FileLock lock = lock(file, stream);
            // Not before: what looks torn may be a row that another sweep is writing.
            cutOffTornRow(file);
            RunTable table = new RunTable(file, columns, stream, lock);
            if (stream.getChannel().size() == 0) {
                table.writer.writeRecord(columns.header());
                table.writer.flush();
            } else {
                table.count();
            }
            return table;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static FileLock lock(Path file, FileOutputStream stream) throws IOException {
        FileLock lock = null;
        try {
            lock = stream.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            // Another sweep of this very process: the same as one of another.
        }
        if (lock == null) {
            stream.close();
            throw new SweepException(
                    "Another sweep is writing to " + file + ". Wait for it, or give this one a folder of its own.");
        }
        return lock;
    }

    private static void cutOffTornRow(Path file) throws IOException {
        if (!file.toFile().exists()) {
            return;
        }
        try (RandomAccessFile table = new RandomAccessFile(file.toFile(), "rw")) {
            long end = table.length();
            while (end > 0) {
                table.seek(end - 1);
                if (table.read() == '\n') {
                    break;
                }
                end--;
            }
            table.setLength(end);
        }
    }

    private void count() {
        try (Stream<Trial> before = read(file, columns)) {
            rows = before.count();
        }
    }

    /** How many there are. */
    long rows() {
        return rows;
    }

    void add(Trial trial) {
        List<String> row = new ArrayList<>();
        row.add(Long.toString(trial.number()));
        columns.parameters().forEach(name -> row.add(trial.set().getOrDefault(name, "")));
        for (String figure : columns.figures()) {
            double value = trial.figure(figure);
            row.add(Double.isNaN(value) ? "" : text(value));
        }
        row.add(trial instanceof Trial.Failed failed ? oneLine(failed.reason()) : "");
        try {
            writer.writeRecord(row);
            writer.flush();
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(file, e);
        }
        rows++;
        keep(trial);
    }

    private void keep(Trial trial) {
        if (rows > MOST_KEPT) {
            kept.clear();
        } else {
            kept.add(
                    switch (trial) {
                        case Trial.Done done -> done.withoutCurve();
                        case Trial.Failed failed ->
                            new Trial.Failed(failed.number(), failed.set(), oneLine(failed.reason()));
                    });
        }
    }

    private static String oneLine(String reason) {
        return reason.replaceAll("\\s+", " ");
    }

    /** All rows, one by one; the stream must be closed. */
    Stream<Trial> runs() {
        return kept.size() == rows ? kept.stream() : read(file, columns);
    }

    /** Whole numbers, such as counts of trades, without a point. */
    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** The rows of a table, read one by one; the stream must be closed. */
    static Stream<Trial> read(Path file, Columns columns) {
        try {
            CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file);
            return reader.stream().map(row -> trial(row, columns)).onClose(() -> {
                try {
                    reader.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new SweepException.Io(file + " cannot be read: " + e + ".", e);
        }
    }

    private static Trial trial(NamedCsvRecord row, Columns columns) {
        long number = Long.parseLong(row.getField(NUMBER));
        SequencedMap<String, String> set = new LinkedHashMap<>();
        columns.parameters().forEach(name -> set.put(name, row.getField(columns.parameterColumn(name))));
        String error = row.getField(ERROR);
        if (!error.isEmpty()) {
            return new Trial.Failed(number, set, error);
        }
        SequencedMap<String, Double> figures = new LinkedHashMap<>();
        for (String figure : columns.figures()) {
            String text = row.getField(figure);
            figures.put(figure, text.isEmpty() ? Double.NaN : Double.parseDouble(text));
        }
        return new Trial.Done(number, set, figures, Optional.empty());
    }

    static SweepException unwritable(Path file, Exception cause) {
        return new SweepException.Io(
                file + " cannot be written: " + why(cause) + ". Check the free space and the folder's permissions.",
                cause);
    }

    private static String why(Exception cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        return cause instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : cause.toString();
    }

    @Override
    public void close() {
        try {
            writer.flush();
            lock.close();
            writer.close();
            stream.close();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }
}
