package org.evenkeel.onchain.rpc;

import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.abi.RevertReason;
import org.web3j.protocol.core.BatchRequest;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.response.EthChainId;
import tools.jackson.core.JacksonException;

/** One endpoint: asks it, and remembers whether it is of the right chain and when it failed. */
final class Node {
    private static final long REST_NANOS = Duration.ofSeconds(30).toNanos();

    private final Endpoint endpoint;
    private final Chain chain;
    private final HttpTransport transport;
    private final Exchange exchange;
    private volatile boolean verified;
    private volatile boolean takesBatches = true;
    private volatile long restsUntil = System.nanoTime();

    Node(Endpoint endpoint, Chain chain, RpcLimits limits, HttpClient http) {
        this.endpoint = endpoint;
        this.chain = chain;
        this.transport = new HttpTransport(endpoint, limits, http);
        this.exchange = new Exchange(transport);
    }

    /** What the endpoint did, as it may be shown: neither its key, nor what would be hidden, nor pages of it. */
    String describe(Exception failure) {
        return endpoint + ": " + endpoint.shown(String.valueOf(failure.getMessage()));
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

    /**
     * The results of a method asked for several times, in their order; empty where the node answers that there is none. In
     * one request where the node takes such.
     */
    <T> List<Optional<T>> askAll(String method, List<? extends List<?>> params, Class<? extends Response<T>> type)
            throws RpcFailure {
        verify();
        if (params.size() > 1 && takesBatches) {
            Optional<List<Optional<T>>> together = together(method, params, type);
            if (together.isPresent()) {
                return together.orElseThrow();
            }
            takesBatches = false;
        }
        List<Optional<T>> results = new ArrayList<>(params.size());
        for (List<?> one : params) {
            results.add(Optional.ofNullable(response(method, one, type).getResult()));
        }
        return results;
    }

    /** Empty where the node answers with something else than as many answers. */
    private <T> Optional<List<Optional<T>>> together(
            String method, List<? extends List<?>> params, Class<? extends Response<T>> type) throws RpcFailure {
        BatchRequest batch = new BatchRequest(transport);
        Map<Long, Integer> places = new HashMap<>();
        for (List<?> one : params) {
            Request<?, ? extends Response<T>> request = new Request<>(method, one, transport, type);
            places.put(request.getId(), places.size());
            batch.add(request);
        }
        List<Optional<T>> results = new ArrayList<>(Collections.nCopies(params.size(), Optional.empty()));
        for (Response<?> response : responses(batch)) {
            Integer place = places.remove(response.getId());
            if (response.hasError() || place == null) {
                return Optional.empty();
            }
            results.set(place, Optional.ofNullable(type.cast(response).getResult()));
        }
        return places.isEmpty() ? Optional.of(results) : Optional.empty();
    }

    /** None where the answer is no array: a node that takes no batches answers with one error. */
    private List<? extends Response<?>> responses(BatchRequest batch) throws RpcFailure {
        try {
            return transport.sendBatch(batch).getResponses();
        } catch (RpcFailure failure) {
            throw failure;
        } catch (JacksonException | ClassCastException | IndexOutOfBoundsException | NullPointerException noArray) {
            return List.of();
        } catch (IOException e) {
            throw new RpcFailure(ChainFault.UNREACHABLE, String.valueOf(e.getMessage()));
        }
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
        Response<T> response = exchange.ask(method, params, type);
        if (response.hasError()) {
            throw error(response.getError());
        }
        return response;
    }

    private RpcFailure error(Response.Error error) {
        Optional<RevertReason> revert = NodeErrors.revert(error);
        if (revert.isPresent()) {
            throw new NodeRevert(revert.orElseThrow());
        }
        return new RpcFailure(NodeErrors.fault(error), Exchange.words(error));
    }
}
