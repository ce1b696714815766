package org.evenkeel.onchain.rpc;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.evenkeel.market.ParserWords;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import tools.jackson.core.JacksonException;

/**
 * One request by JSON-RPC and its answer.
 *
 * @param transport carries them
 */
record Exchange(HttpTransport transport) {
    /**
     * The answer to this very request, which may be an error.
     *
     * @throws RpcFailure when there is none
     */
    <T> Response<T> ask(String method, List<?> params, Class<? extends Response<T>> type) throws RpcFailure {
        Request<?, ? extends Response<T>> request = new Request<>(method, params, transport, type);
        Response<T> response = send(request, type);
        if (!response.hasError() && response.getId() != request.getId()) {
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
            throw new RpcFailure(
                    ChainFault.GARBAGE,
                    "its answer is no JSON-RPC: " + ParserWords.plain(malformed.getOriginalMessage()));
        } catch (IOException e) {
            throw new RpcFailure(ChainFault.UNREACHABLE, String.valueOf(e.getMessage()));
        }
    }

    /** What an error says. */
    static String words(Response.Error error) {
        return "error " + error.getCode() + ", \"" + error.getMessage() + '"';
    }
}
