package org.evenkeel.data.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Finds the folder of real data that lies beside the project where there is one. */
public final class SharedData {
    private SharedData() {}

    /** The folder of that name; the test is skipped, with the reason printed, where it is absent. */
    public static Path folder(String name) {
        Optional<Path> found = find(name);
        if (found.isEmpty()) {
            System.out.println("Skipped: there is no ../shared/data/" + name + " beside the project.");
        }
        Assumptions.assumeTrue(found.isPresent(), "there is no ../shared/data/" + name + " beside the project");
        return found.get();
    }

    private static Optional<Path> find(String name) {
        for (Path at = Path.of(System.getProperty("user.dir")).toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared/data").resolve(name);
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
