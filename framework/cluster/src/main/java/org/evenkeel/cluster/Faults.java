package org.evenkeel.cluster;

import java.time.Duration;
import org.evenkeel.market.DataException;
import org.evenkeel.sweep.remote.ClusterException;

/** What Spark says when something goes wrong, as a person would want to be told. */
final class Faults {
    private Faults() {}

    static ClusterException noAnswer(MasterAddress master, Duration patience, Exception cause) {
        return new ClusterException(
                "The master at " + master.text() + " did not take this program in within " + patience.toSeconds()
                        + " s. Its log says why; most often it is of another version than Spark "
                        + org.apache.spark.package$.MODULE$.SPARK_VERSION() + ", or has no room for another program.",
                cause);
    }

    static ClusterException notStarted(MasterAddress master, Throwable cause) {
        return new ClusterException("Spark cannot be started for " + master.text() + ": " + cause + ".", cause);
    }

    static ClusterException deserted(Duration patience, String lastLoss, Exception cause) {
        return new ClusterException("No executor for " + patience.toSeconds() + " s. " + lastLoss, cause);
    }

    static RuntimeException of(Throwable failure, String lastLoss) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataException || cause instanceof ClusterException) {
                return (RuntimeException) cause;
            }
        }
        return new ClusterException("Spark gave up: " + failure + " " + lastLoss, failure);
    }
}
