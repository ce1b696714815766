package org.evenkeel.testkit.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a node, one question at a time. */
final class NodeRpc implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;

    NodeRpc(URI url) {
        this.url = url;
    }

    /**
     * The result.
     *
     * @throws NodeFault when the node answers with an error
     */
    JsonNode ask(String method, Object... params) {
        Map<String, Object> question = Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", List.of(params));
        JsonNode answer = JSON.readTree(post(JSON.writeValueAsString(question)));
        if (answer.has("error")) {
            throw new NodeFault(method, answer.get("error"));
        }
        return answer.get("result");
    }

    private String post(String body) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the local chain was asked.", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
