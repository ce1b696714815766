package org.evenkeel.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A worker's web page, the one place that says which version of Spark a cluster runs. */
final class WorkerPage {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Pattern VERSION = Pattern.compile("class=\"version\"[^>]*>\\s*(\\d+\\.\\d+[^<\\s]*)");

    private WorkerPage() {}

    /** The version; empty where the page cannot be had, or does not say. */
    static Optional<String> findVersion(String page) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(page)).timeout(PATIENCE).build();
            return versionIn(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException | IllegalArgumentException e) {
            // Nobody has to let it be seen. A version that does not fit shows later, if less clearly.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    static Optional<String> versionIn(String html) {
        Matcher matcher = VERSION.matcher(html);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
