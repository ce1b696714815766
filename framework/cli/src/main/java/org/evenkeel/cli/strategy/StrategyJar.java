package org.evenkeel.cli.strategy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.evenkeel.sweep.remote.StrategyCode;

/** A strategy's code as other machines are to be handed it. */
public final class StrategyJar {
    private StrategyJar() {}

    /** The jar or folder that a class came from; a jar made of it, where it was compiled just now. */
    public static StrategyCode of(Class<?> type) {
        Map<String, byte[]> compiled = SourceCompiler.compiledWith(type);
        return new StrategyCode(type.getName(), compiled.isEmpty() ? findOrigin(type) : Optional.of(jar(compiled)));
    }

    private static Optional<Path> findOrigin(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Path jar(Map<String, byte[]> classes) {
        try {
            Path file = Files.createTempFile("strategy-", ".jar");
            file.toFile().deleteOnExit();
            try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
                for (Map.Entry<String, byte[]> type : classes.entrySet()) {
                    jar.putNextEntry(new ZipEntry(type.getKey().replace('.', '/') + ".class"));
                    jar.write(type.getValue());
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("A jar of the compiled strategy cannot be written", e);
        }
    }
}
