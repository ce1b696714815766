package org.evenkeel.cluster;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.market.DataException;
import org.evenkeel.sweep.remote.ClusterException;

/** What Spark says when something goes wrong, as a person would want to be told: what, where, and what to do. */
final class Faults {
    private static final String NEEDED = "Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION() + " and Java "
            + Runtime.version().feature();

    /** "…, most recent failure: Lost task 0.3 in stage 2.0 (TID 7) (10.0.0.5 executor 1): what happened\n\tat …". */
    private static final Pattern TASK_FAILURE =
            Pattern.compile("most recent failure: .*?\\((\\S+) executor \\S+\\): (.*)");

    private Faults() {}

    static ClusterException noAnswer(MasterAddress master, Throwable cause) {
        return new ClusterException(
                "Something listens at " + master.text() + ", but it does not answer as a Spark master of this version"
                        + " does (" + root(cause) + "). Check that it is a master (its page and log show its address),"
                        + " and that the cluster runs " + NEEDED + ".",
                cause);
    }

    static ClusterException notTakenIn(MasterAddress master, Duration patience, Throwable cause) {
        return new ClusterException(
                "The master at " + master.text() + " did not take this program in within "
                        + patience.toSeconds() + " s. Its log says why. It must run " + NEEDED
                        + ", and have a way back to this"
                        + " machine (-Dspark.driver.host=…).",
                cause);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    static ClusterException otherVersion(MasterAddress master, String found) {
        return new ClusterException("The cluster at " + master.text() + " runs Spark " + found
                + ", and this program is made for Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION()
                + ": the two do not understand each other. Start a cluster of that version for it.");
    }

    static ClusterException notStarted(MasterAddress master, Throwable cause) {
        return new ClusterException(
                "Spark could not be started as the driver of " + master.text() + ": " + root(cause)
                        + ". EVENKEEL_JAVA_OPTS=-Dorg.slf4j.simpleLogger.log.org.apache.spark=info shows what it was at.",
                cause);
    }

    static ClusterException stillborn(int count, String lastLoss, String application) {
        return new ClusterException(count + " executors ended before they could be used"
                + (lastLoss.isEmpty() ? "" : " (the last: " + lastLoss + ")")
                + ". Their own log says why: on the worker,"
                + " work/" + application + "/0/stderr. They need " + NEEDED + " (JAVA_HOME of the worker, or"
                + " -Dspark.executorEnv.JAVA_HOME=…), room for -Dspark.executor.memory (1g), and a way back to this"
                + " machine (-Dspark.driver.host=…).");
    }

    static ClusterException deserted(Duration patience, String lastLoss) {
        return new ClusterException("There has been no executor for " + patience.toSeconds() + " s"
                + (lastLoss.isEmpty() ? "" : " (the last was lost: " + lastLoss + ")")
                + ". The master's page says whether"
                + " it has workers with a free core and the memory of -Dspark.executor.memory (1g), or whether other"
                + " programs hold them. Runs that are done are kept; --resume goes on.");
    }

    /** Why a batch could not be made. */
    static RuntimeException of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DataException data -> {
                    return new DataException(String.valueOf(data.getMessage()), failure);
                }
                case ClusterException known -> {
                    return new ClusterException(String.valueOf(known.getMessage()), failure);
                }
                default -> {
                    // Spark wraps it more than once.
                }
            }
        }
        Throwable said = failure.getCause() == null ? failure : failure.getCause();
        return new ClusterException(words(String.valueOf(said.getMessage())), failure);
    }

    private static String words(String message) {
        Matcher matcher = TASK_FAILURE.matcher(message);
        if (!matcher.find()) {
            return "Spark gave up: " + message.lines().findFirst().orElse("it does not say why") + ".";
        }
        String host = matcher.group(1);
        String what = matcher.group(2);
        if (what.contains("UnsupportedClassVersionError")) {
            return "The executors on " + host + " run an older Java. They need Java "
                    + Runtime.version().feature() + ": install it on every worker, and set JAVA_HOME for them"
                    + " (conf/spark-env.sh there, or -Dspark.executorEnv.JAVA_HOME=… here).";
        }
        if (what.startsWith("ExecutorLostFailure")) {
            return "The same runs ended several executors one after another, the last on " + host + " (" + what
                    + "). Most often they need more memory (-Dspark.executor.memory=4g), or a strategy ends the process."
                    + " Runs that are done are kept; --resume goes on.";
        }
        return "Runs cannot be made on " + host + ": " + what + ".";
    }
}
