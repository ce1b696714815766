package org.evenkeel.cli.project;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the framework's jars are for other projects: in Maven's local repository, if somebody has installed them.
 *
 * @param version of the framework
 * @param repository Maven's local repository
 * @param home the folder that the framework is built in, where it is known
 */
record Installation(String version, Path repository, Optional<Path> home) {
    /** What a new project depends on, directly; each brings the rest along. */
    private static final List<String> ARTIFACTS = List.of("evenkeel", "api", "backtest", "data");

    static Installation ofThisVersion() {
        String given = System.getProperty("maven.repo.local", "");
        Path repository =
                given.isEmpty() ? Path.of(System.getProperty("user.home"), ".m2", "repository") : Path.of(given);
        return new Installation(Version.number(), repository, findHome());
    }

    /** Whether a project finds all it needs. */
    boolean isInstalled() {
        return ARTIFACTS.stream()
                .allMatch(artifact -> Files.exists(repository
                        .resolve("org/evenkeel")
                        .resolve(artifact)
                        .resolve(version)
                        .resolve(artifact + "-" + version + ".pom")));
    }

    /** What installs it. */
    String command() {
        return "(cd " + home.map(Path::toString).orElse("EVENKEEL") + " && mvn -q install -DskipTests)";
    }

    /** What starts the program. */
    String program() {
        return home.map(folder -> folder.resolve("evenkeel").toString()).orElse("EVENKEEL/evenkeel");
    }

    /** The folder above the running classes that has the launcher in it. */
    private static Optional<Path> findHome() {
        CodeSource source = Installation.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            @Nullable Path folder = Path.of(source.getLocation().toURI());
            while (folder != null && !Files.isRegularFile(folder.resolve("evenkeel"))) {
                folder = folder.getParent();
            }
            return Optional.ofNullable(folder);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
