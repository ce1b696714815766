package org.evenkeel.onchain.rpc;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.sign.Signer;
import org.evenkeel.onchain.sign.SignerAway;
import org.evenkeel.onchain.sign.SigningRefused;
import org.evenkeel.onchain.sign.UnsignedTransaction;
import org.web3j.protocol.core.Response;

/**
 * Has a wallet's transactions signed by whoever keeps its key elsewhere: a service that answers {@code
 * eth_signTransaction}, as Web3Signer, Clef behind a node, and nodes with an account of their own do. Each is asked for
 * once; without an answer nothing is signed, and {@link SignerAway} says so. What comes back is believed by nobody:
 * {@link org.evenkeel.onchain.sign.SignedTransaction#by} reads it.
 */
public final class RemoteSigner implements Signer {
    /** How long an answer may take: what a device needs, and no longer than a price is good for. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int MOST_ANSWER_BYTES = 1 << 20;
    private static final String SIGN = "eth_signTransaction";
    private static final String ACCOUNTS = "eth_accounts";

    private final Endpoint endpoint;
    private final Address wallet;
    private final Exchange exchange;

    /** Whatever a signer answers with: a text, or an object with one. */
    static final class Answer extends Response<Object> {}

    private RemoteSigner(Endpoint endpoint, Address wallet, RpcLimits limits) {
        this.endpoint = endpoint;
        this.wallet = wallet;
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.timeout())
                .build();
        exchange = new Exchange(new HttpTransport(endpoint, limits, http));
    }

    /**
     * Asks nothing yet.
     *
     * @param wallet the account whose key the service keeps
     * @throws IllegalArgumentException when others could read along, or answer in the signer's place
     */
    public static RemoteSigner at(Endpoint endpoint, Address wallet) {
        return at(endpoint, wallet, PATIENCE);
    }

    /** The same with another patience. */
    static RemoteSigner at(Endpoint endpoint, Address wallet, Duration patience) {
        if (!endpoint.isPrivate()) {
            throw new IllegalArgumentException("a signer at " + endpoint
                    + " could be read along with: it is to be https://, or http:// on this machine (127.0.0.1).");
        }
        RpcLimits limits = RpcLimits.DEFAULTS.withTimeout(patience).withAnswerBytes(MOST_ANSWER_BYTES);
        return new RemoteSigner(endpoint, wallet, limits);
    }

    @Override
    public Address address() {
        return wallet;
    }

    @Override
    public Bytes sign(UnsignedTransaction transaction) {
        String what = "transaction " + transaction.nonce() + " (" + transaction.call() + ")";
        Object answer = ask(SIGN, List.of(question(transaction)), what);
        return raw(answer)
                .orElseThrow(() -> new SigningRefused("The signer at " + endpoint + " answered with what is no"
                        + " signed " + what
                        + ": neither its bytes in hex, nor an object that has them as \"raw\". Nothing was"
                        + " sent. It has to answer " + SIGN + " as a node does."));
    }

    /** The input under both of its names: older signers know the first alone, newer ones prefer the second. */
    private Map<String, String> question(UnsignedTransaction transaction) {
        Map<String, String> question = new HashMap<>();
        question.put("from", wallet.hex());
        question.put("to", transaction.call().to().hex());
        question.put("gas", Quantities.hex(transaction.gas()));
        question.put("maxFeePerGas", Quantities.hex(transaction.fees().max()));
        question.put("maxPriorityFeePerGas", Quantities.hex(transaction.fees().tip()));
        question.put("nonce", Quantities.hex(transaction.nonce()));
        question.put("value", Quantities.hex(transaction.value()));
        question.put("data", transaction.call().input().hex());
        question.put("input", transaction.call().input().hex());
        question.put("chainId", Quantities.hex(transaction.chainId()));
        return question;
    }

    private static Optional<Bytes> raw(Object answer) {
        Object said = answer instanceof Map<?, ?> object ? object.get("raw") : answer;
        try {
            return said instanceof String hex ? Optional.of(Bytes.ofHex(hex)) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /**
     * Makes sure that the service is there and says that it keeps the wallet's key, before anything rests on it. One that
     * does not tell its accounts is believed to have it until it is asked to sign.
     *
     * @throws SigningRefused when it is not there, or has others only
     */
    public void requireKey() {
        Object answer;
        try {
            Response<Object> response = exchange.ask(ACCOUNTS, List.of(), Answer.class);
            answer = response.hasError() ? List.of(wallet.hex()) : response.getResult();
        } catch (RpcFailure failure) {
            throw unanswered(
                    failure,
                    "The signer at " + endpoint + " cannot be asked for its accounts: "
                            + endpoint.shown(failure.said()));
        }
        List<String> accounts = answer instanceof List<?> all
                ? all.stream()
                        .map(one -> String.valueOf(one).toLowerCase(Locale.ROOT))
                        .toList()
                : List.of();
        if (!accounts.contains(wallet.hex())) {
            throw new SigningRefused("The signer at " + endpoint + " has " + accounts.size()
                    + " accounts, and none of them is the wallet " + wallet
                    + ". Nothing was sent. Give it the wallet's key, or name by --wallet the account that it has.");
        }
    }

    private Object ask(String method, List<?> params, String what) {
        Response<Object> response;
        try {
            response = exchange.ask(method, params, Answer.class);
        } catch (RpcFailure failure) {
            throw unanswered(
                    failure,
                    "The signer at " + endpoint + " was asked to sign " + what + " and did not: "
                            + endpoint.shown(failure.said()));
        }
        if (response.hasError()) {
            throw new SigningRefused("The signer at " + endpoint + " refused to sign " + what + ": "
                    + endpoint.shown(Exchange.words(response.getError()))
                    + ". Nothing was sent. See whether it has the key of " + wallet
                    + " unlocked, and what its own rules allow.");
        }
        return Optional.ofNullable(response.getResult()).orElse("");
    }

    /** Whoever answered with anything at all has refused; a server that cannot just now has not. */
    private static SigningRefused unanswered(RpcFailure failure, String what) {
        String message = what + ". Nothing was sent. See that it runs and can be reached.";
        return failure.isOutage() ? new SignerAway(message) : new SigningRefused(message);
    }

    /** Where it is, without a key to it. */
    @Override
    public String toString() {
        return "the signer at " + endpoint;
    }
}
