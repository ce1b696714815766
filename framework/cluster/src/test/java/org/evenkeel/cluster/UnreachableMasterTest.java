package org.evenkeel.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.evenkeel.sweep.remote.Cluster;
import org.evenkeel.sweep.remote.ClusterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said where no master is, or another one than was hoped for. */
final class UnreachableMasterTest {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Patience SHORT = new Patience(SOON, SOON, SOON, SOON);

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static ClusterException failureAt(String... places) {
        MasterAddress master = MasterAddress.parse("spark://" + String.join(",", places));
        return assertThrows(ClusterException.class, () -> SparkCluster.connect(master, SHORT, note -> {}));
    }

    @Test
    void a_port_that_nobody_listens_at_is_named() throws IOException {
        ServerSocket closed = listener();
        closed.close();
        String place = "127.0.0.1:" + closed.getLocalPort();
        ClusterException failure = failureAt(place);
        assertTrue(
                failure.getMessage().startsWith("No Spark master answers at " + place + " (Connection refused)"),
                failure::getMessage);
        assertTrue(failure.getMessage().contains("Check the address"), failure::getMessage);
    }

    @Test
    void of_several_masters_each_is_named() throws IOException {
        ServerSocket one = listener();
        one.close();
        ServerSocket other = listener();
        other.close();
        String message = failureAt("127.0.0.1:" + one.getLocalPort(), "127.0.0.1:" + other.getLocalPort())
                .getMessage();
        assertTrue(
                message.contains(":" + one.getLocalPort() + " (")
                        && message.contains(":" + other.getLocalPort() + " ("),
                message);
    }

    @Test
    void somebody_who_listens_and_says_nothing_is_not_waited_for_for_ever() throws IOException {
        try (ServerSocket silent = listener()) {
            ClusterException failure = failureAt("127.0.0.1:" + silent.getLocalPort());
            assertTrue(failure.getMessage().startsWith("Something listens at spark://127.0.0.1:"), failure::getMessage);
            assertTrue(failure.getMessage().contains("the cluster runs Spark 4.2.0 and Java 25"), failure::getMessage);
        }
    }

    @Test
    void a_web_server_is_no_master() throws IOException {
        HttpServer server = page("<html></html>");
        try {
            ClusterException failure =
                    failureAt("127.0.0.1:" + server.getAddress().getPort());
            assertTrue(failure.getMessage().startsWith("Something listens at spark://127.0.0.1:"), failure::getMessage);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_cluster_of_another_version_is_told_by_the_page_of_a_worker() throws IOException {
        HttpServer server = page("""
                <h3><a href="/"><img src="/static/spark-logo.svg"/>
                <span class="version" style="margin-right: 15px;">4.1.1</span></a> Spark Worker at 127.0.0.1:1</h3>
                """);
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            assertEquals(Optional.of("4.1.1"), WorkerPage.findVersion(url));
            MasterState state = new MasterState(2, List.of(url));
            MasterAddress master = MasterAddress.parse("spark://127.0.0.1:7077");
            ClusterException failure =
                    assertThrows(ClusterException.class, () -> SparkCluster.requireVersion(master, state));
            assertEquals(
                    "The cluster at spark://127.0.0.1:7077 runs Spark 4.1.1, and this program is made for Spark 4.2.0:"
                            + " the two do not understand each other. Start a cluster of that version for it.",
                    failure.getMessage());
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.2.0", "4.2.1", "4.2.0-SNAPSHOT"})
    void versions_of_one_release_understand_each_other(String version) throws IOException {
        HttpServer server = page("<span class=\"version\">" + version + "</span>");
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            SparkCluster.requireVersion(MasterAddress.parse("spark://a:1"), new MasterState(2, List.of(url)));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_page_that_cannot_be_had_says_nothing_about_the_version() throws IOException {
        ServerSocket closed = listener();
        closed.close();
        assertEquals(Optional.empty(), WorkerPage.findVersion("http://127.0.0.1:" + closed.getLocalPort()));
        assertEquals(Optional.empty(), WorkerPage.versionIn("<html>no version</html>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"spark://", "spark://host", "spark://host:99999", "spark://host:7077/path", "spark://a:1,"})
    void an_address_that_is_none_is_refused_with_how_to_write_one(String text) {
        ClusterException failure = assertThrows(ClusterException.class, () -> Cluster.connect(text, note -> {}));
        assertTrue(failure.getMessage().contains("write spark://HOST:PORT"), failure::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yarn", "k8s://host", "http://host:80", "local[0]", "local[x]", "localhost:7077"})
    void other_kinds_of_clusters_are_refused(String text) {
        ClusterException failure = assertThrows(ClusterException.class, () -> Cluster.connect(text, note -> {}));
        assertTrue(failure.getMessage().startsWith("'" + text + "' is no address of a master"), failure::getMessage);
    }

    @Test
    void only_loopback_is_this_machine() {
        assertTrue(MasterAddress.parse("local[*]").isThisProcess());
        assertTrue(MasterAddress.parse("spark://127.0.0.1:7077").isThisMachine());
        assertFalse(MasterAddress.parse("spark://192.0.2.1:7077").isThisMachine());
        assertFalse(MasterAddress.parse("spark://127.0.0.1:7077,192.0.2.1:7077").isThisMachine());
    }

    private static HttpServer page(String html) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = html.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
