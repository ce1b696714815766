package org.evenkeel.cluster;

import java.util.function.Consumer;
import org.evenkeel.sweep.remote.Cluster;

/**
 * Reaches Apache Spark: a standalone master ({@code spark://host:7077}), or this machine's cores through Spark
 * ({@code local[*]}, {@code local[2]}) to try it. Every setting of Spark can be given as a system property, as
 * {@code -Dspark.executor.memory=4g}.
 */
public final class SparkClusters implements Cluster.Provider {
    @Override
    public boolean accepts(String address) {
        return MasterAddress.isOne(address);
    }

    @Override
    public Cluster connect(String address, Consumer<String> notes) {
        return SparkCluster.connect(MasterAddress.parse(address), Patience.USUAL, notes);
    }
}
