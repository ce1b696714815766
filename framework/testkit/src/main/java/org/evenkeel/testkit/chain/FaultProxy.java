package org.evenkeel.testkit.chain;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands between a client and a node, on loopback, and does to the requests of a method what a test says. What nothing was
 * said of passes. It listens under a path as secret as a provider's key.
 */
public final class FaultProxy implements AutoCloseable {
    /** A part of the proxy's URL that must never be shown. */
    public static final String SECRET = "9f1c0ffee5ec2e7d";

    private static final JsonMapper JSON = new JsonMapper();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final Map<String, Fault> next = new ConcurrentHashMap<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private volatile Watcher watcher = new Watcher() {};
    private final URI node;
    private final HttpServer server;

    private FaultProxy(URI node) throws IOException {
        this.node = node;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** A proxy before a chain's node. */
    public static FaultProxy before(LocalChain chain) {
        return before(chain.url());
    }

    /** A proxy before anything. */
    public static FaultProxy before(URI node) {
        try {
            return new FaultProxy(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What to do to a request. */
    public sealed interface Fault {
        /** The connection ends, and the node never hears of it. */
        record LostRequest() implements Fault {}

        /** The node does it, and the connection ends before the answer. */
        record LostReply() implements Fault {}

        /** Nothing comes back while the client waits. */
        record Silence() implements Fault {}

        /** An HTTP status, with a body that repeats the URL. */
        record Status(int code) implements Fault {}

        /** This body instead of the node's. */
        record Body(String text) implements Fault {}

        /** Blanks without end, before a body. */
        record Endless() implements Fault {}

        /** This result (JSON) instead of the node's. */
        record Result(String json) implements Fault {}

        /** This error instead of a result. */
        record Error(int code, String message) implements Fault {}
    }

    /** Is told of every request, by its number from 1: what it does then is done before anything else happens. */
    public interface Watcher {
        /** The node has not heard of it yet. */
        default void before(int request) {}

        /** The node has done it, and nobody has heard of the answer yet. */
        default void after(int request) {}
    }

    /** Tells of the requests from here on, counted anew. */
    public void watch(Watcher told) {
        received.clear();
        bodies.clear();
        watcher = told;
    }

    /** From now on, until something else is said; {@code "*"} is every method that nothing is said of. */
    public void set(String method, Fault fault) {
        faults.put(method, fault);
    }

    /** For the next request of the method only. */
    public void once(String method, Fault fault) {
        next.put(method, fault);
    }

    /** Lets everything pass again. */
    public void clear() {
        faults.clear();
        next.clear();
    }

    /** Where a client connects. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v3/" + SECRET;
    }

    /** The methods that were asked for, in order. */
    public List<String> received() {
        return List.copyOf(received);
    }

    /** Every request as it came. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** How often a method was asked for. */
    public long count(String method) {
        return received.stream().filter(method::equals).count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            JsonNode request = JSON.readTree(body);
            String method = request.path("method").stringValue("");
            int number = note(method, body);
            Fault fault = fault(method);
            watcher.before(number);
            if (fault == null) {
                String reply = forward(body);
                watcher.after(number);
                answer(exchange, 200, reply);
            } else {
                spoil(exchange, fault, request, body);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized int note(String method, String body) {
        received.add(method);
        bodies.add(body);
        return received.size();
    }

    private @Nullable Fault fault(String method) {
        Fault once = next.remove(method);
        return once != null ? once : faults.getOrDefault(method, faults.get("*"));
    }

    private void spoil(HttpExchange exchange, Fault fault, JsonNode request, String body)
            throws IOException, InterruptedException {
        switch (fault) {
            case Fault.LostRequest lost -> {}
            case Fault.LostReply lost -> forward(body);
            case Fault.Silence silence -> Thread.currentThread().join();
            case Fault.Status status ->
                answer(exchange, status.code(), "{\"message\": \"refused: " + url() + " asked for " + SECRET + "\"}");
            case Fault.Body text -> answer(exchange, 200, text.text());
            case Fault.Endless endless -> pour(exchange);
            case Fault.Result result -> answer(exchange, 200, reply(request, "result", JSON.readTree(result.json())));
            case Fault.Error error ->
                answer(
                        exchange,
                        200,
                        reply(
                                request,
                                "error",
                                JSON.valueToTree(Map.of("code", error.code(), "message", error.message()))));
        }
    }

    private static String reply(JsonNode request, String name, JsonNode value) {
        ObjectNode reply = JSON.createObjectNode();
        reply.put("jsonrpc", "2.0");
        reply.set("id", request.path("id"));
        reply.set(name, value);
        return JSON.writeValueAsString(reply);
    }

    private String forward(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(node)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Ends when the client has had enough. */
    private static void pour(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
        while (true) {
            exchange.getResponseBody().write(blanks);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        http.shutdownNow();
    }
}
