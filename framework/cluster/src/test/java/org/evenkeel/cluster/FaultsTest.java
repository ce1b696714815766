package org.evenkeel.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ExecutionException;
import org.apache.spark.SparkException;
import org.evenkeel.market.DataException;
import org.junit.jupiter.api.Test;

/** Texts as Spark writes them. */
final class FaultsTest {
    private static final String TASK =
            "Job aborted due to stage failure: Task 0 in stage 3.0 failed 4 times, most recent"
                    + " failure: Lost task 0.3 in stage 3.0 (TID 9) (10.1.2.3 executor 7): ";

    private static String said(String sparksWords) {
        return Faults.of(new ExecutionException("Exception thrown by job", new SparkException(sparksWords)))
                .getMessage();
    }

    @Test
    void an_older_java_on_the_executors_is_told_as_such() {
        String message = said(TASK + "java.lang.UnsupportedClassVersionError: org/evenkeel/cluster/BatchTask has been"
                + " compiled by a more recent version of the Java Runtime\n\tat java.base/java.lang.ClassLoader");
        assertTrue(message.startsWith("The executors on 10.1.2.3 run an older Java. They need Java 25"), message);
    }

    @Test
    void runs_that_take_executors_with_them_are_told_as_such() {
        String message =
                said(TASK + "ExecutorLostFailure (executor 7 exited caused by one of the running tasks) Reason:"
                        + " Command exited with code 52\nDriver stacktrace:");
        assertTrue(message.startsWith("The same runs ended several executors one after another"), message);
        assertTrue(message.contains("Command exited with code 52"), message);
    }

    @Test
    void anything_else_is_told_by_its_first_line_and_its_host() {
        assertEquals(
                "Runs cannot be made on 10.1.2.3: java.io.IOException: No space left on device.",
                said(TASK + "java.io.IOException: No space left on device\n\tat java.base/java.io.File"));
        assertEquals(
                "Spark gave up: Job 0 cancelled because SparkContext was shut down.",
                said("Job 0 cancelled because SparkContext was shut down\nmore"));
    }

    @Test
    void what_an_executor_says_of_its_data_is_passed_on() {
        Throwable told = new SparkException(TASK, new DataException("The executor on a cannot use the data d: gone."));
        RuntimeException failure = Faults.of(new ExecutionException("Exception thrown by job", told));
        assertInstanceOf(DataException.class, failure);
        assertEquals("The executor on a cannot use the data d: gone.", failure.getMessage());
    }
}
