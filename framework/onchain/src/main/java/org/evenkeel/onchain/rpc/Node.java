package org.evenkeel.onchain.rpc;

import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.abi.RevertReason;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.response.EthChainId;
import tools.jackson.core.JacksonException;

/** One endpoint: asks it, and remembers whether it is of the right chain and when it failed. */
final class Node {
    private static final int SHOWN = 400;
    private static final long REST_NANOS = Duration.ofSeconds(30).toNanos();

    private final Endpoint endpoint;
    private final Chain chain;
    private final HttpTransport transport;
    private volatile boolean verified;
    private volatile long restsUntil = System.nanoTime();

    Node(Endpoint endpoint, Chain chain, RpcLimits limits, HttpClient http) {
        this.endpoint = endpoint;
        this.chain = chain;
        this.transport = new HttpTransport(endpoint, limits, http);
    }

    /** What the endpoint did, as it may be shown: neither its key, nor what would be hidden, nor pages of it. */
    String describe(Exception failure) {
        String said = endpoint.redact(String.valueOf(failure.getMessage()))
                .replaceAll("[^\\p{Graph}]+", " ")
                .strip();
        return endpoint + ": " + (said.length() <= SHOWN ? said : said.substring(0, SHOWN) + "...");
    }

    /** Whether it failed a moment ago, and others are to be asked before it. */
    boolean rests() {
        return System.nanoTime() - restsUntil < 0;
    }

    void worked() {
        restsUntil = System.nanoTime();
    }

    /** What is behind the endpoint may be another node when it is there again, and so it is verified again. */
    void failed() {
        restsUntil = System.nanoTime() + REST_NANOS;
        verified = false;
    }

    /**
     * The result, from a node of the right chain.
     *
     * @throws RpcFailure when there is none
     * @throws NodeRevert when a contract refused
     */
    <T> T ask(String method, List<?> params, Class<? extends Response<T>> type) throws RpcFailure {
        verify();
        return result(method, params, type);
    }

    /** The result; empty where the node answers that there is none. */
    <T> Optional<T> find(String method, List<?> params, Class<? extends Response<T>> type) throws RpcFailure {
        verify();
        return Optional.ofNullable(response(method, params, type).getResult());
    }

    void verify() throws RpcFailure {
        if (verified) {
            return;
        }
        BigInteger id = Quantities.number(result("eth_chainId", List.of(), EthChainId.class));
        if (!id.equals(BigInteger.valueOf(chain.id()))) {
            throw new RpcFailure(
                    ChainFault.WRONG_CHAIN,
                    "it is of the chain with the id " + id + ", and " + chain + " has " + chain.id());
        }
        verified = true;
    }

    private <T> T result(String method, List<?> params, Class<? extends Response<T>> type) throws RpcFailure {
        T result = response(method, params, type).getResult();
        if (result == null) {
            throw new RpcFailure(ChainFault.GARBAGE, "its answer has neither result nor error");
        }
        return result;
    }

    private <T> Response<T> response(String method, List<?> params, Class<? extends Response<T>> type)
            throws RpcFailure {
        Request<?, ? extends Response<T>> request = new Request<>(method, params, transport, type);
        Response<T> response = send(request, type);
        if (response.hasError()) {
            throw error(response.getError());
        }
        if (response.getId() != request.getId()) {
            throw new RpcFailure(ChainFault.GARBAGE, "it answered another request");
        }
        return response;
    }

    private <T> Response<T> send(Request<?, ?> request, Class<? extends Response<T>> type) throws RpcFailure {
        try {
            return Optional.<Response<T>>ofNullable(transport.send(request, type))
                    .orElseThrow(() -> new RpcFailure(ChainFault.GARBAGE, "its answer is null"));
        } catch (RpcFailure failure) {
            throw failure;
        } catch (JacksonException malformed) {
            throw new RpcFailure(ChainFault.GARBAGE, "its answer is no JSON-RPC: " + malformed.getOriginalMessage());
        } catch (IOException e) {
            throw new RpcFailure(ChainFault.UNREACHABLE, String.valueOf(e.getMessage()));
        }
    }

    private RpcFailure error(Response.Error error) {
        Optional<RevertReason> revert = NodeErrors.revert(error);
        if (revert.isPresent()) {
            throw new NodeRevert(revert.orElseThrow());
        }
        return new RpcFailure(NodeErrors.fault(error), "error " + error.getCode() + ", \"" + error.getMessage() + '"');
    }
}
