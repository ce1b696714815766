package org.evenkeel.data.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.evenkeel.data.pairs.PairsFile;
import org.evenkeel.files.DurableFiles;
import org.evenkeel.market.DataException;

/**
 * The file that says of a folder that it holds the sample market: first that it is being made, at the end which
 * checksums its files have.
 */
final class SampleMark {
    private static final String NAME = "sample-market.check";
    private static final String VERSION = "evenkeel sample market 1, seed " + SampleMarket.SEED;

    private final Path folder;
    private final List<Path> files;

    SampleMark(Path folder, String candles) {
        this.folder = folder;
        this.files = List.of(folder.resolve(candles), folder.resolve(PairsFile.NAME));
    }

    /** Whether the market is there, whole and of this version. */
    boolean isWhole() {
        Path mark = folder.resolve(NAME);
        try {
            return Files.isRegularFile(mark)
                    && files.stream().allMatch(Files::isRegularFile)
                    && Files.readString(mark, StandardCharsets.ISO_8859_1).equals(finished());
        } catch (IOException e) {
            throw new DataException(
                    "The sample market in " + folder + " cannot be read: " + e
                            + ". Check the folder's permissions, or remove it to have it made again.",
                    e);
        }
    }

    /**
     * Says that the market is being made.
     *
     * @throws DataException when the folder holds files, but no sample market
     */
    void begin() {
        if (!Files.exists(folder.resolve(NAME))) {
            checkEmpty();
        }
        DurableFiles.replace(folder.resolve(NAME), (VERSION + "\nis being made\n").getBytes(StandardCharsets.UTF_8));
    }

    private void checkEmpty() {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> visible = entries.filter(
                            path -> !path.getFileName().toString().startsWith("."))
                    .limit(3)
                    .toList();
            if (!visible.isEmpty()) {
                throw new DataException("The sample market cannot be made in " + folder + ", which holds other files ("
                        + visible.getFirst().getFileName() + " …): choose an empty or a new folder.");
            }
        } catch (IOException e) {
            throw new DataException("The folder " + folder + " cannot be listed: " + e + ".", e);
        }
    }

    /** Says that it is whole. */
    void finish() {
        DurableFiles.replace(folder.resolve(NAME), path -> Files.writeString(path, finished()));
    }

    private String finished() throws IOException {
        StringBuilder text = new StringBuilder(VERSION).append('\n');
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            CRC32C checksum = new CRC32C();
            checksum.update(bytes);
            text.append(String.format(
                    Locale.ROOT, "%s %d bytes crc32c %08x\n", file.getFileName(), bytes.length, checksum.getValue()));
        }
        return text.toString();
    }
}
