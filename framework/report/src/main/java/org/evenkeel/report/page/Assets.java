package org.evenkeel.report.page;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The scripts and the style sheet that every page holds. */
final class Assets {
    private static final String CHARTS = "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";
    /** The name of the library that draws. */
    static final String CHARTS_ID = "charts";

    /** Its SHA-256 as a content security policy writes it; a test holds it to the file. */
    static final String CHARTS_HASH = "'sha256-up/VQ00XWfwfCN9hDtxDmZk9PgDVs83dQvTPRnWK0p4='";

    /** The scripts of a run's page, in the order they are run in: the core first, the start last. */
    static final List<String> OF_RUN = List.of(
            "core",
            "labels",
            "tables",
            "equity",
            "rolling",
            "allocation",
            "paidin",
            "candles",
            "lines",
            "positions",
            "decisions",
            "costs",
            "notes",
            "print",
            "start");

    /** Those of a sweep's page. */
    static final List<String> OF_SWEEP = List.of(
            "core",
            "labels",
            "tables",
            "figures",
            "slice",
            "map",
            "parallel",
            "plateau",
            "lines",
            "overfitting",
            "folds",
            "print",
            "start");

    /** Those of a walk-forward's page. */
    static final List<String> OF_WALK =
            List.of("core", "labels", "tables", "figures", "lines", "folds", "choices", "print", "start");

    /** Those of a deviation's page. */
    static final List<String> OF_DEVIATION = List.of("core", "tables", "waterfall", "print", "start");

    private Assets() {}

    /** The library that draws. */
    static String charts() {
        return read(CHARTS);
    }

    /** A page's own scripts, as one. */
    static String scripts(List<String> names) {
        return names.stream().map(name -> read("js/" + name + ".js")).collect(Collectors.joining("\n"));
    }

    /** The style sheet. */
    static String style() {
        return read("report.css");
    }

    private static String read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            // A browser reads CR LF as LF, and the hash of what it read must be that of what was written.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The report's own file " + name + " cannot be read: its jar is incomplete, build it again.", e);
        }
    }
}
