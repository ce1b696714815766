package org.evenkeel.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the folder of real data that lies beside the project where there is one. Tests use it in place. */
public final class SharedData {
    private SharedData() {}

    /**
     * A folder or file of that data. The test is skipped, with its reason printed, where it is absent.
     *
     * @param name relative to the data's folder, as {@code defi-hourly} or {@code equities-daily/closes.csv}
     */
    public static Path path(String name) {
        for (Path at = Path.of(System.getProperty("user.dir")).toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared/data").resolve(name);
            if (Files.exists(candidate)) {
                return candidate;
            }
        }
        String reason = "there is no ../shared/data/" + name + " beside the project";
        System.out.println("Skipped: " + reason + ".");
        return Assumptions.abort(reason);
    }
}
