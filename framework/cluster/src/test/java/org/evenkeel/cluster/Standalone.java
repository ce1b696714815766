package org.evenkeel.cluster;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.spark.launcher.JavaModuleOptions;
import org.evenkeel.sweep.remote.ClusterException;

/**
 * A master and workers of Apache Spark on loopback, each a process of its own, as somebody would start them who has
 * nothing of this project: their class path is what Spark brings. All of them, and what they start, end with this.
 */
final class Standalone implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ASKED = Duration.ofSeconds(5);

    private final Path home;
    private final int port;
    private final List<Process> workers = new ArrayList<>();
    private final Process master;

    private Standalone(Path home, int port) throws IOException {
        this.home = home;
        this.port = port;
        master = start(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--port",
                Integer.toString(port),
                "--webui-port",
                "0");
    }

    /**
     * Starts them and waits until they know each other.
     *
     * @param folder an empty one
     */
    static Standalone start(Path folder, int workers) throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("spark"));
        linkJars(Files.createDirectories(home.resolve("jars")));
        Standalone cluster = new Standalone(home, freePort());
        try {
            // A worker that finds no master waits for seconds before it tries again.
            cluster.await(cluster.master, () -> cluster.freeCores() == 0);
            for (int i = 0; i < workers; i++) {
                cluster.addWorker();
            }
            return cluster;
        } catch (IOException | RuntimeException | InterruptedException e) {
            cluster.close();
            throw e;
        }
    }

    /** What a distribution of Spark has in its folder of jars: of the class path, what is not handed to executors. */
    private static void linkJars(Path jars) throws IOException {
        Set<String> handedOver = ShippedJars.names();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            String name = jar.getFileName().toString();
            if (name.endsWith(".jar") && !handedOver.contains(ShippedJars.nameOf(name))) {
                Files.createSymbolicLink(jars.resolve(name), jar);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts another worker, with one core, and waits until the master knows it. */
    Process addWorker() throws IOException, InterruptedException {
        int before = freeCores();
        Process worker = start(
                "worker-" + workers.size(),
                "org.apache.spark.deploy.worker.Worker",
                "--cores",
                "1",
                "--memory",
                "640m",
                "--port",
                "0",
                "--webui-port",
                "0",
                address());
        workers.add(worker);
        await(worker, () -> freeCores() > before);
        return worker;
    }

    private Process start(String name, String type, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-Dspark.master.rest.enabled=false", "-cp", home + "/jars/*", type));
        command.addAll(List.of("--host", "127.0.0.1"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("SPARK_HOME", home.toString());
        environment.put("SPARK_SCALA_VERSION", "2.13");
        environment.put("SPARK_LOCAL_IP", "127.0.0.1");
        environment.put("SPARK_LOCAL_DIRS", home.resolve("local").toString());
        environment.put("SPARK_WORKER_DIR", home.resolve("work").toString());
        return builder.start();
    }

    /** Where the master is. */
    String address() {
        return "spark://127.0.0.1:" + port;
    }

    /** How many cores of workers nobody uses; -1 where the master does not answer. */
    int freeCores() {
        try {
            return MasterState.of(MasterAddress.parse(address()), ASKED).freeCores();
        } catch (ClusterException e) {
            return -1;
        }
    }

    /** The worker that started a process. */
    Process workerOf(long executor) {
        return workers.stream()
                .filter(worker -> worker.descendants().anyMatch(process -> process.pid() == executor))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No worker has started the process " + executor + "."));
    }

    /** Waits for something for as long as a process lives, looking ten times a second, but not for ever. */
    private void await(Process process, BooleanSupplier condition) throws InterruptedException, IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            boolean over = process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > end;
            if (over) {
                throw new IllegalStateException("A process of Spark did not come up: " + process.info() + ". "
                        + Files.readString(home.resolve("master.log")));
            }
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = new ArrayList<>();
        for (Process worker : workers) {
            worker.descendants().forEach(all::add);
            all.add(worker.toHandle());
        }
        all.add(master.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }
}
