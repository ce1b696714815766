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
import org.apache.spark.deploy.master.RecoveryState;
import org.apache.spark.deploy.master.WorkerInfo;
import org.apache.spark.internal.config.package$;
import org.apache.spark.rpc.RpcAddress;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.rpc.RpcTimeout;
import org.evenkeel.sweep.remote.ClusterException;
import scala.Option;
import scala.concurrent.duration.FiniteDuration;
import scala.reflect.ClassTag;

/**
 * How a master is, asked before Spark is started: that would try for a minute to reach one that is not there, and would
 * not say why.
 *
 * @param workers how many it has
 * @param freeCores how many of their cores nobody uses
 */
record MasterState(int workers, int freeCores) {
    private static final Duration DIAL = Duration.ofSeconds(5);

    /**
     * Asks.
     *
     * @throws ClusterException when no master answers, or none of this version
     */
    static MasterState of(MasterAddress master, Duration patience) {
        List<String> silent = new ArrayList<>();
        for (MasterAddress.Place place : master.masters()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(place.host(), place.port()), (int) DIAL.toMillis());
            } catch (IOException e) {
                silent.add(place + " (" + e.getMessage() + ")");
                continue;
            }
            MasterState state = ask(place, patience);
            return state;
        }
        throw new ClusterException("No Spark master answers at " + String.join(", ", silent)
                + ". Check the address (the master's log and page show it), that it runs, and that no firewall is"
                + " between.");
    }

    private static MasterState ask(MasterAddress.Place place, Duration patience) {
        SparkConf conf = new SparkConf();
        String limit = patience.toSeconds() + "s";
        conf.set("spark.rpc.askTimeout", limit).set("spark.rpc.lookupTimeout", limit);
        RpcEnv rpc = RpcEnv.create("evenkeel-probe", "127.0.0.1", 0, conf, security(conf), true);
        try {
            DeployMessages.MasterStateResponse state = rpc.setupEndpointRef(
                            new RpcAddress(place.host(), place.port()), "Master")
                    .askSync(
                            DeployMessages.RequestMasterState$.MODULE$,
                            new RpcTimeout(FiniteDuration.apply(patience.toSeconds(), TimeUnit.SECONDS), limit),
                            ClassTag.apply(DeployMessages.MasterStateResponse.class));
            System.err.println(state.status() + " " + Arrays.toString(state.workers()));
            WorkerInfo[] workers = state.workers();
            return new MasterState(
                    workers.length,
                    Arrays.stream(workers).mapToInt(WorkerInfo::coresFree).sum());
        } finally {
            rpc.shutdown();
        }
    }

    private static org.apache.spark.SecurityManager security(SparkConf conf) {
        return new org.apache.spark.SecurityManager(conf, Option.empty(), package$.MODULE$.AUTH_SECRET_FILE());
    }
}
