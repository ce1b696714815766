package org.evenkeel.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShippedJarsTest {
    @TempDir
    private Path folder;

    @Test
    void executors_are_handed_the_framework_and_its_libraries() {
        Set<String> names = ShippedJars.names();
        assertTrue(names.containsAll(List.of(
                "sweep-0", "backtest-0", "data-0", "market-0", "parquet-hadoop-1", "zstd-jni-1", "jackson-core-3")));
    }

    @Test
    void what_spark_brings_is_left_to_it() {
        for (String name : ShippedJars.names()) {
            assertFalse(name.matches("(spark-|scala-|hadoop-|slf4j-|log4j-|logback-|netty-|jackson-databind).*"), name);
        }
    }

    @Test
    void jars_are_told_apart_by_name_and_first_number() {
        assertEquals("zstd-jni-1", ShippedJars.nameOf("zstd-jni-1.5.7-15.jar"));
        assertEquals("jackson-core-2", ShippedJars.nameOf("jackson-core-2.21.8.jar"));
        assertEquals("sweep-0", ShippedJars.nameOf("sweep-0.1.0-SNAPSHOT.jar"));
        assertEquals("mine", ShippedJars.nameOf("mine.jar"));
    }

    @Test
    void of_a_class_path_what_is_on_the_list_is_taken_and_folders_are_packed() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/org/example"));
        Files.writeString(classes.resolve("Mine.class"), "code");
        String path = String.join(
                File.pathSeparator,
                folder.resolve("classes").toString(),
                "/lib/fastcsv-4.3.1.jar",
                "/lib/spark-core_2.13-4.2.0.jar",
                "/lib/jackson-core-2.21.8.jar");
        try (ShippedJars jars = new ShippedJars(Scratch.make())) {
            List<Path> taken = jars.of(path);
            assertEquals(2, taken.size());
            assertEquals(Path.of("/lib/fastcsv-4.3.1.jar"), taken.get(1));
            try (JarFile jar = new JarFile(taken.getFirst().toFile())) {
                assertEquals(
                        Set.of("org/example/Mine.class"),
                        jar.stream().map(Object::toString).collect(Collectors.toSet()));
            }
            assertTrue(jars.findNew(folder.resolve("classes")).isEmpty(), "handed over already");
            assertTrue(jars.findNew(Path.of("/lib/mine.jar")).isPresent());
        }
    }

    @Test
    void nothing_is_left_behind() {
        Scratch scratch = Scratch.make();
        try (ShippedJars jars = new ShippedJars(scratch)) {
            assertTrue(jars.findNew(folder).isPresent());
            assertTrue(Files.exists(scratch.folder()));
        }
        assertFalse(Files.exists(scratch.folder()));
    }
}
