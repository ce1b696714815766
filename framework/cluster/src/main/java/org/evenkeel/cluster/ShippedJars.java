package org.evenkeel.cluster;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * What executors are handed: the framework and the libraries that its runs use, but nothing that Spark brings itself.
 * The build lists their names in {@value #LIST}; where they are is looked up on the class path.
 */
final class ShippedJars implements AutoCloseable {
    static final String LIST = "shipped-jars";

    private final Scratch scratch;
    private final Map<Path, Path> shipped = new HashMap<>();

    /**
     * @param scratch where jars of class folders are made; removed with this
     */
    ShippedJars(Scratch scratch) {
        this.scratch = scratch;
    }

    /**
     * The jars to hand over.
     *
     * @param classPath of this process; of its jars, this module's own and those on the list; of its folders, all, as they
     *     hold own code
     */
    List<Path> of(String classPath) {
        Set<String> names = names();
        List<Path> jars = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            Path path = Path.of(entry);
            boolean wanted = Files.isDirectory(path)
                    || names.contains(nameOf(path.getFileName().toString()));
            if (wanted) {
                findNew(path).ifPresent(jars::add);
            }
        }
        return jars;
    }

    /** The jars on the list, by {@link #nameOf}. */
    static Set<String> names() {
        try (InputStream list = ShippedJars.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("The list of jars is missing from the jar of framework/cluster.");
            }
            String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            Stream<String> needed =
                    Arrays.stream(text.strip().split(":")).map(entry -> entry.substring(entry.lastIndexOf('/') + 1));
            return Stream.concat(needed, Stream.of(ownJar()))
                    .map(ShippedJars::nameOf)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of jars cannot be read", e);
        }
    }

    private static String ownJar() {
        String place = ShippedJars.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        return place.substring(place.lastIndexOf('/') + 1);
    }

    /** {@code zstd-jni-1} of {@code zstd-jni-1.5.7-15.jar}: Jackson 2 and 3 go by one name, and are no relations. */
    static String nameOf(String jar) {
        return jar.replaceFirst("\\.jar$", "").replaceFirst("(-\\d+)\\b.*$", "$1");
    }

    /**
     * The jar to hand over for a jar, which is itself, or for a folder, which is made of what is in it; empty where it was
     * handed over before.
     */
    Optional<Path> findNew(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        if (shipped.containsKey(whole)) {
            return Optional.empty();
        }
        Path jar = Files.isDirectory(whole) ? packed(whole) : whole;
        shipped.put(whole, jar);
        return Optional.of(jar);
    }

    private Path packed(Path folder) {
        Path jar = scratch.folder().resolve("classes-" + shipped.size() + ".jar");
        try (Stream<Path> files = Files.walk(folder);
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A jar of the classes in " + folder + " cannot be written", e);
        }
        return jar;
    }

    @Override
    public void close() {
        scratch.close();
    }
}
