package org.evenkeel.sweep.remote;

import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.evenkeel.sweep.Runner;

/** Other machines that make runs. They are held until it is closed. */
public interface Cluster extends AutoCloseable {
    /** How many runs are made at once, as far as is known; 1 or more. */
    int cores();

    /**
     * Makes the runs of a sweep there. Runs come without their curve, but for those that {@link
     * org.evenkeel.sweep.ReturnsSample} wants: the curves of all would not fit into one machine.
     *
     * @param work what is run
     * @param most at most how many runs there will be
     */
    Runner runner(Work work, long most);

    /** Lets go of the machines. */
    @Override
    void close();

    /** Reaches clusters of one kind; found with {@link ServiceLoader}. */
    interface Provider {
        /** Whether an address is of this kind. */
        boolean accepts(String address);

        /** See {@link Cluster#connect}. */
        Cluster connect(String address, Consumer<String> notes);
    }

    /**
     * Reaches a cluster.
     *
     * @param address where it is: {@code spark://host:7077}, or {@code local[*]} to try it on this machine
     * @param notes is told, in full sentences, what a person should know while runs are made
     * @throws ClusterException when it cannot be reached or used, or nothing on the class path can reach it
     */
    static Cluster connect(String address, Consumer<String> notes) {
        boolean any = false;
        for (Provider provider : ServiceLoader.load(Provider.class, Cluster.class.getClassLoader())) {
            any = true;
            if (provider.accepts(address)) {
                return provider.connect(address, notes);
            }
        }
        throw new ClusterException(
                any
                        ? "'" + address + "' is no address of a master: write spark://HOST:PORT, or local[*] to try it"
                                + " on this machine."
                        : "Runs on " + address + " need the module org.evenkeel:cluster and Apache Spark on the class"
                                + " path, which they are not. ./evenkeel adds them where --master is given; a project"
                                + " of its own declares both.");
    }
}
