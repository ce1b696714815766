package org.evenkeel.onchain.rpc;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RateLimiter;
import dev.failsafe.Timeout;
import dev.failsafe.TimeoutExceededException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.Service;
import org.web3j.protocol.core.BatchRequest;
import org.web3j.protocol.core.BatchResponse;

/**
 * Carries JSON to one endpoint and back, once: the JDK's client sends a POST a second time by itself in no case, follows no
 * redirect, and of an answer no more is read than is allowed.
 */
final class HttpTransport extends Service {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SHOWN = 200;

    private final Endpoint endpoint;
    private final RpcLimits limits;
    private final HttpClient http;
    private final RateLimiter<Object> rate;
    private final FailsafeExecutor<byte[]> inTime;

    HttpTransport(Endpoint endpoint, RpcLimits limits, HttpClient http) {
        super(false);
        this.endpoint = endpoint;
        this.limits = limits;
        this.http = http;
        rate = RateLimiter.smoothBuilder(limits.requestsPerSecond(), Duration.ofSeconds(1))
                .build();
        inTime = Failsafe.with(
                Timeout.<byte[]>builder(limits.timeout()).withInterrupt().build());
    }

    @Override
    protected InputStream performIO(String request) throws IOException {
        waitForTurn(1);
        try {
            return new ByteArrayInputStream(inTime.get(() -> exchange(request)));
        } catch (TimeoutExceededException late) {
            throw new RpcFailure(
                    ChainFault.UNREACHABLE,
                    "no answer within " + limits.timeout().toMillis() + " ms",
                    late);
        } catch (FailsafeException failed) {
            throw failure(failed.getCause());
        }
    }

    /** Providers count what is in a request, and so do we. */
    @Override
    public BatchResponse sendBatch(BatchRequest batch) throws IOException {
        int besides = batch.getRequests().size() - 1;
        if (besides > 0) {
            waitForTurn(besides);
        }
        return super.sendBatch(batch);
    }

    private void waitForTurn(int requests) throws RpcFailure {
        try {
            if (!rate.tryAcquirePermits(requests, limits.timeout())) {
                throw new RpcFailure(
                        ChainFault.RATE_LIMITED,
                        "more than " + limits.requestsPerSecond() + " requests a second are waiting for it");
            }
        } catch (InterruptedException stopped) {
            throw interrupted();
        }
    }

    private byte[] exchange(String request) throws IOException, InterruptedException {
        HttpRequest.Builder post = HttpRequest.newBuilder(endpoint.url())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(request));
        endpoint.authorization().ifPresent(value -> post.header("Authorization", value));
        HttpResponse<InputStream> response = http.send(post.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != OK) {
                throw refused(response.statusCode(), body.readNBytes(SHOWN));
            }
            byte[] answer = body.readNBytes(limits.answerBytes() + 1);
            if (answer.length > limits.answerBytes()) {
                throw new RpcFailure(
                        ChainFault.TOO_LARGE, "its answer has more than " + limits.answerBytes() + " bytes");
            }
            return answer;
        }
    }

    private RpcFailure refused(int status, byte[] beginning) {
        String said = new String(beginning, StandardCharsets.UTF_8).strip();
        return new RpcFailure(fault(status, said), status, said);
    }

    /** Some providers put their limits into the body of a refusal. */
    private static ChainFault fault(int status, String said) {
        if (status == TOO_LARGE || (status == BAD_REQUEST && NodeErrors.isTooMuch(said))) {
            return ChainFault.TOO_LARGE;
        }
        return status == TOO_MANY_REQUESTS ? ChainFault.RATE_LIMITED : ChainFault.REFUSED;
    }

    private RpcFailure failure(@Nullable Throwable cause) {
        if (cause instanceof RpcFailure failure) {
            return failure;
        }
        if (cause instanceof InterruptedException) {
            return interrupted();
        }
        String said = cause == null || cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")";
        return new RpcFailure(ChainFault.UNREACHABLE, "no connection" + said);
    }

    private static RpcFailure interrupted() {
        Thread.currentThread().interrupt();
        return new RpcFailure(ChainFault.INTERRUPTED, "this thread was told to stop");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
