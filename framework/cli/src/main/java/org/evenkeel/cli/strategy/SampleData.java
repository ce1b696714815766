package org.evenkeel.cli.strategy;

import java.io.PrintStream;
import java.nio.file.Path;
import org.evenkeel.data.sample.SampleMarket;

/** The sample market's place, beneath the folder that the user is in. */
public final class SampleData {
    private static final Path FOLDER = Path.of("sample-market");

    private SampleData() {}

    /** Where it is; it is made first where it is missing. */
    public static String location(PrintStream err) {
        if (SampleMarket.createIfMissing(FOLDER)) {
            err.println("Made the sample market in " + FOLDER + ": synthetic prices of ten pairs on four chains.");
        }
        return FOLDER.toString();
    }
}
