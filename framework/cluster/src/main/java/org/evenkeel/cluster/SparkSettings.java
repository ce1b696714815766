package org.evenkeel.cluster;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.util.Utils;

/** How Spark is set up for sweeps. What the user has set, as a system property {@code spark.…}, is kept. */
final class SparkSettings {
    private static final String LOOPBACK = "127.0.0.1";

    private SparkSettings() {}

    /**
     * The settings of a driver.
     *
     * @param master where runs are made
     * @param jars what other processes are handed
     */
    static SparkConf of(MasterAddress master, List<Path> jars) {
        SparkConf conf = new SparkConf();
        conf.setMaster(master.text()).setAppName("Evenkeel sweep");
        // Nothing is served to anybody, and nothing but runs is talked about.
        conf.setIfMissing("spark.ui.enabled", "false").setIfMissing("spark.ui.showConsoleProgress", "false");
        if (master.isThisMachine()) {
            conf.setIfMissing("spark.driver.host", LOOPBACK).setIfMissing("spark.driver.bindAddress", LOOPBACK);
        }
        // What Spark remembers of past jobs would grow with their number.
        for (String kept : List.of("retainedJobs", "retainedStages", "retainedTasks")) {
            conf.setIfMissing("spark.ui." + kept, "50");
        }
        if (!master.isThisProcess()) {
            conf.setJars(jars.stream().map(Path::toString).toArray(String[]::new));
            // Spark has a Parquet and a zstd of its own, and they are others: runs use the ones that the driver uses.
            conf.setIfMissing("spark.executor.userClassPathFirst", "true");
        }
        return conf;
    }

    /** The name by which others reach this process. */
    static String ownHost(SparkConf conf) {
        return conf.get("spark.driver.host", Utils.localHostName());
    }
}
