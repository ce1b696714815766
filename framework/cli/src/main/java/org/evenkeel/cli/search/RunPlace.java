package org.evenkeel.cli.search;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.evenkeel.cli.strategy.StrategyJar;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.sweep.LocalRunner;
import org.evenkeel.sweep.Runner;
import org.evenkeel.sweep.Subject;
import org.evenkeel.sweep.remote.Cluster;
import org.evenkeel.sweep.remote.Work;
import org.evenkeel.sweep.subject.StrategySubject;

/** Where the runs of a sweep are made: on this machine, or on a cluster. */
interface RunPlace extends AutoCloseable {
    /** How many runs at once. */
    int cores();

    /**
     * Makes runs.
     *
     * @param subject what is run
     * @param most at most how many runs there will be
     * @param ended whether no more runs are wanted
     */
    Runner runner(Subject subject, long most, BooleanSupplier ended);

    @Override
    void close();

    /**
     * This machine, or the cluster of {@code --master}.
     *
     * @param setup what is swept
     */
    static RunPlace open(SweepSetup setup, SweepOptions options) {
        PrintStream err = Console.err();
        int threads = options.threads();
        return options.master()
                .<RunPlace>map(master -> new Remote(setup, connect(master, err)))
                .orElseGet(() -> new Local(threads));
    }

    private static Cluster connect(String master, PrintStream err) {
        Cluster cluster = Cluster.connect(master, note -> err.println("Note: " + note));
        err.println("Runs are made on " + master + ", " + cluster.cores() + " at once.");
        return cluster;
    }

    /**
     * The cores of this machine.
     *
     * @param cores how many of them
     */
    record Local(int cores) implements RunPlace {
        @Override
        public Runner runner(Subject subject, long most, BooleanSupplier ended) {
            return new LocalRunner(subject, cores, ended);
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    /**
     * Other machines.
     *
     * @param setup what is swept
     * @param cluster the machines
     */
    record Remote(SweepSetup setup, Cluster cluster) implements RunPlace {
        @Override
        public int cores() {
            return cluster.cores();
        }

        @Override
        public Runner runner(Subject subject, long most, BooleanSupplier ended) {
            if (!(subject instanceof StrategySubject known)) {
                throw new IllegalArgumentException(
                        "Other machines can be told how to run a strategy, and nothing else.");
            }
            Work.Data data = new Work.Data(
                    everywhere(setup.location()), setup.base().history().fingerprint());
            Class<?> strategy = setup.base().strategy().getClass();
            return cluster.runner(Work.of(known, setup.base().parameters(), StrategyJar.of(strategy), data), most);
        }

        /** A path as it is the same from any folder; a URI is so already. */
        private static String everywhere(String location) {
            boolean uri = location.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
            return uri
                    ? location
                    : Path.of(location).toAbsolutePath().normalize().toString();
        }

        @Override
        public void close() {
            cluster.close();
        }
    }
}
