package org.evenkeel.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.DeployMessages;
import org.apache.spark.deploy.master.WorkerInfo;
import org.apache.spark.deploy.master.WorkerState;
import org.apache.spark.internal.config.package$;
import org.apache.spark.rpc.RpcAddress;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.rpc.RpcTimeout;
import org.evenkeel.sweep.remote.ClusterException;
import scala.Option;
import scala.concurrent.duration.FiniteDuration;
import scala.reflect.ClassTag;

/**
 * How a master is, asked before Spark is started: that would try for a minute to reach one that is not there, would not
 * say why, and would wait for ever for workers of another version.
 *
 * @param freeCores how many cores of its workers nobody uses
 * @param workerPages the addresses of the workers' web pages
 */
record MasterState(int freeCores, List<String> workerPages) {
    private static final Duration DIAL = Duration.ofSeconds(5);

    /**
     * Asks the first that answers.
     *
     * @throws ClusterException when no master answers, or none of this version
     */
    static MasterState of(MasterAddress master, Duration patience) {
        List<String> silent = new ArrayList<>();
        for (MasterAddress.Place place : master.masters()) {
            try {
                dial(place);
            } catch (IOException e) {
                silent.add(place + " (" + e.getMessage() + ")");
                continue;
            }
            return ask(master, place, patience);
        }
        throw new ClusterException("No Spark master answers at " + String.join(", ", silent)
                + ". Check the address (the master's page and log show it), that it runs, and that no firewall is"
                + " between.");
    }

    private static void dial(MasterAddress.Place place) throws IOException {
        InetSocketAddress address = new InetSocketAddress(place.host(), place.port());
        if (address.isUnresolved()) {
            throw new IOException("no such host");
        }
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) DIAL.toMillis());
        }
    }

    private static MasterState ask(MasterAddress master, MasterAddress.Place place, Duration patience) {
        SparkConf conf = SparkSettings.of(master, List.of());
        String limit = patience.toSeconds() + "s";
        conf.set("spark.rpc.askTimeout", limit).set("spark.rpc.lookupTimeout", limit);
        RpcEnv rpc = RpcEnv.create("evenkeel-probe", SparkSettings.ownHost(conf), 0, conf, security(conf), true);
        try {
            DeployMessages.MasterStateResponse state = rpc.setupEndpointRef(
                            new RpcAddress(place.host(), place.port()), "Master")
                    .askSync(
                            DeployMessages.RequestMasterState$.MODULE$,
                            new RpcTimeout(FiniteDuration.apply(patience.toSeconds(), TimeUnit.SECONDS), limit),
                            ClassTag.apply(DeployMessages.MasterStateResponse.class));
            return of(state.workers());
        } catch (Exception e) {
            // Scala declares nothing: what it throws may be checked, and cannot be named here.
            throw Faults.noAnswer(master, e);
        } finally {
            rpc.shutdown();
        }
    }

    private static MasterState of(WorkerInfo[] workers) {
        List<WorkerInfo> alive = Arrays.stream(workers)
                .filter(worker -> worker.state().equals(WorkerState.ALIVE()))
                .toList();
        return new MasterState(
                alive.stream().mapToInt(WorkerInfo::coresFree).sum(),
                alive.stream().map(WorkerInfo::webUiAddress).toList());
    }

    private static org.apache.spark.SecurityManager security(SparkConf conf) {
        return new org.apache.spark.SecurityManager(conf, Option.empty(), package$.MODULE$.AUTH_SECRET_FILE());
    }
}
