/**
 * Sweeps on Apache Spark: the runs of a sweep made by the executors of a cluster, each of which reads the data for
 * itself. Nothing here knows what a strategy does; a run gives what it gives on one machine, to the last bit.
 *
 * <p>Entry type: {@link org.evenkeel.cluster.SparkClusters}.
 */
@NullMarked
package org.evenkeel.cluster;

import org.jspecify.annotations.NullMarked;
