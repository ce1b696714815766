package org.evenkeel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whole folders, as they are on the disk. */
public final class Folders {
    private Folders() {}

    /** All that is in a folder, the folder first; of one that is not there, nothing. */
    private static List<Path> all(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a folder what another is. */
    public static void copy(Path from, Path to) {
        delete(to);
        try {
            Files.createDirectories(to.toAbsolutePath().getParent());
            for (Path each : all(from)) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a folder with all that is in it. */
    static void delete(Path folder) {
        try {
            for (Path each : all(folder).reversed()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is in some folders, by its path: two that say the same are the same to whoever reads them. */
    public static Map<String, String> content(List<Path> folders) {
        Map<String, String> content = new TreeMap<>();
        for (Path folder : folders) {
            all(folder).stream()
                    .filter(Files::isRegularFile)
                    .forEach(file -> content.put(file.toString(), HexFormat.of().formatHex(bytes(file))));
        }
        return content;
    }

    /** Every byte of a folder's files and of their names, as text in which something can be looked for. */
    public static String text(Path folder) {
        StringBuilder text = new StringBuilder();
        for (Path file : all(folder)) {
            text.append(file).append('\n');
            if (Files.isRegularFile(file)) {
                text.append(new String(bytes(file), StandardCharsets.ISO_8859_1))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
