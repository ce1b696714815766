package org.evenkeel.onchain.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.FaultProxy.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The key in a provider's URL is in no message, no log and no stack trace. Needs no chain: a proxy before nothing. */
final class SecretsTest {
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Level before = ROOT.getLevel();
    private FaultProxy proxy;

    @BeforeEach
    void record() {
        proxy = FaultProxy.before(URI.create("http://127.0.0.1:9/"));
        logged.start();
        ROOT.addAppender(logged);
        ROOT.setLevel(Level.TRACE);
    }

    @AfterEach
    void stop() {
        ROOT.setLevel(before);
        ROOT.detachAppender(logged);
        proxy.close();
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static ChainSettings settings(String url) {
        return ChainSettings.of(new Chain("local", 1), List.of(Endpoint.of(url)))
                .withLimits(Clients.QUICK);
    }

    private String everythingSaid(String url) {
        ChainSettings settings = settings(url);
        StringBuilder said = new StringBuilder(settings.toString());
        try (ChainClient client = ChainClient.of(settings, () -> Instant.EPOCH)) {
            said.append(client);
            for (Fault fault : List.of(
                    new Fault.LostRequest(),
                    new Fault.Status(500),
                    new Fault.Body(FaultProxy.SECRET),
                    new Fault.Body("{\"" + FaultProxy.SECRET),
                    new Fault.Error(-32000, "no access for " + proxy.url()),
                    new Fault.Result("\"" + FaultProxy.SECRET + "\""))) {
                proxy.set("*", fault);
                said.append(trace(assertThrows(ChainException.class, client::head)));
                said.append(trace(assertThrows(ChainException.class, () -> client.send(Bytes.EMPTY))));
            }
        }
        logged.list.forEach(event -> said.append(event.getFormattedMessage()));
        return said.toString();
    }

    @Test
    void a_key_in_the_path_is_never_shown() {
        String said = everythingSaid(proxy.url());
        assertFalse(logged.list.isEmpty());
        assertTrue(said.contains("Not answered"), said);
        assertFalse(said.contains(FaultProxy.SECRET), said);
    }

    @Test
    void nor_is_one_in_a_query_or_in_front_of_the_host() {
        String base = proxy.url().replace("/v3/" + FaultProxy.SECRET, "");
        assertFalse(everythingSaid(base + "/?key=" + FaultProxy.SECRET).contains(FaultProxy.SECRET));
        assertFalse(everythingSaid(base.replace("http://", "http://me:" + FaultProxy.SECRET + "@"))
                .contains(FaultProxy.SECRET));
    }

    @Test
    void a_user_and_password_in_front_of_the_host_are_no_hindrance() {
        proxy.set("eth_chainId", new Fault.Result("\"0x1\""));
        proxy.set("eth_getBalance", new Fault.Result("\"0x7\""));
        String url = proxy.url().replace("http://", "http://me:" + FaultProxy.SECRET + "@");
        BlockRef block = new BlockRef(1, Bytes.ofHex("0x" + "12".repeat(32)), Instant.EPOCH);
        try (ChainClient client = ChainClient.of(settings(url), () -> Instant.EPOCH)) {
            assertEquals(BigInteger.valueOf(7), client.balance(block, Address.ZERO));
        }
    }

    @Test
    void what_a_node_says_is_shown_without_what_would_be_hidden_and_not_for_pages() {
        proxy.set("*", new Fault.Error(-32000, "no\u001b[31m\u202e luck " + "x".repeat(10_000)));
        try (ChainClient client = ChainClient.of(settings(proxy.url()), () -> Instant.EPOCH)) {
            String said = assertThrows(ChainException.class, client::head).getMessage();
            assertTrue(said.contains("no [31m luck xxx"), said);
            assertTrue(said.length() < 1_000, said);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "my key", "ws://host/hidden-key", "https:/hidden-key", "http://a b/hidden-key"})
    void a_url_that_is_none_is_refused_without_being_repeated(String url) {
        String said = trace(assertThrows(IllegalArgumentException.class, () -> Endpoint.of(url)));
        assertFalse(said.contains("key)") && said.contains("hidden-key"), said);
    }

    @Test
    void an_endpoint_shows_its_host() {
        assertEquals(
                "https://node.example/***",
                Endpoint.of("https://node.example/v2/abc").toString());
        assertEquals(
                "http://127.0.0.1:8545", Endpoint.of("http://127.0.0.1:8545").toString());
        assertEquals(Endpoint.of("http://a/b"), Endpoint.of(" http://a/b "));
        assertEquals("Basic YTpi", Endpoint.of("http://a:b@c").authorization().orElseThrow());
    }
}
