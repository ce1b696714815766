package org.evenkeel.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.market.DataException;
import org.evenkeel.market.UnwritableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DurableFilesTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeTheOldFile() throws IOException {
        file = Files.writeString(folder.resolve("kept.txt"), "old");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_file_is_replaced_as_a_whole_and_nothing_is_left_beside_it() throws IOException {
        DurableFiles.replace(file, bytes("new"));
        assertEquals("new", Files.readString(file));
        assertEquals(List.of("kept.txt"), names());
    }

    @Test
    void a_file_that_was_not_there_is_made() throws IOException {
        Path first = folder.resolve("first.txt");
        DurableFiles.replace(first, bytes("content"));
        assertEquals("content", Files.readString(first));
    }

    @Test
    void the_old_file_is_there_until_the_new_one_is_whole() {
        DurableFiles.replace(file, path -> {
            Files.writeString(path, "half");
            assertEquals("old", Files.readString(file));
            Files.writeString(path, "whole");
        });
    }

    @Test
    void what_cannot_be_written_leaves_the_old_file_and_no_part_of_the_new_one() throws IOException {
        UnwritableException full = assertThrows(
                UnwritableException.class,
                () -> DurableFiles.replace(file, path -> {
                    Files.writeString(path, "half");
                    throw new IOException("No space left on device");
                }));
        assertTrue(full.getMessage().startsWith(file + " cannot be written: "), full.getMessage());
        assertTrue(full.getMessage().contains("Check the free space"), full.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("kept.txt"), names());
    }

    @Test
    void a_fault_of_who_writes_is_handed_on_as_it_is_and_leaves_the_old_file() throws IOException {
        IllegalStateException own = new IllegalStateException("not sorted");
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> DurableFiles.replace(file, path -> {
                    Files.writeString(path, "half");
                    throw own;
                }));
        assertSame(own, thrown);
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("kept.txt"), names());
    }

    @Test
    void a_file_in_a_folder_that_is_not_there_cannot_be_written() {
        Path nowhere = folder.resolve("none").resolve("kept.txt");
        UnwritableException missing =
                assertThrows(UnwritableException.class, () -> DurableFiles.replace(nowhere, bytes("new")));
        assertTrue(missing.getCause() instanceof NoSuchFileException, missing.toString());
    }

    @Test
    void a_file_is_removed_and_one_that_is_gone_may_be_removed_again() {
        DurableFiles.remove(file);
        assertFalse(Files.exists(file));
        DurableFiles.remove(file);
    }

    @Test
    void a_folder_with_something_in_it_cannot_be_removed() {
        UnwritableException full = assertThrows(UnwritableException.class, () -> DurableFiles.remove(folder));
        assertTrue(full.getMessage().startsWith(folder + " cannot be removed: "), full.getMessage());
    }

    @Test
    void folders_are_made_with_those_above_them_and_not_in_the_place_of_a_file() {
        Path deep = folder.resolve("a").resolve("b");
        DurableFiles.createFolder(deep);
        DurableFiles.createFolder(deep);
        assertTrue(Files.isDirectory(deep));
        DataException taken = assertThrows(DataException.class, () -> DurableFiles.createFolder(file));
        assertTrue(taken.getMessage().startsWith(file + " is a file"), taken.getMessage());
    }

    @Test
    void the_names_of_a_folder_that_is_not_there_cannot_be_flushed() throws IOException {
        DurableFiles.flushNames(folder);
        assertThrows(NoSuchFileException.class, () -> DurableFiles.flushNames(folder.resolve("none")));
    }
}
