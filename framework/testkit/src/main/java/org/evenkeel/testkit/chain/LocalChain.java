package org.evenkeel.testkit.chain;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/**
 * A chain of a test class's own: a node is started before its first test and ended after its last, and what a test does
 * to the chain is undone after it. Two chains are two fields:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final LocalChain CHAIN = LocalChain.withId(31337);
 * }</pre>
 */
public final class LocalChain
        implements ExecutionCondition, BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
    /** Some transactions are never mined, such as those that pay too little. */
    private static final int PATIENCE_AT_THE_END = 100;

    private static final int PATIENCE = 10_000;
    private static final String ENOUGH_GAS = "0xb71b00"; // 12 million, of 30 million a block.
    private static final String UNLIMITED_GAS = "0x3b9aca00";

    private final long id;
    private final Optional<Instant> begin;
    private final Map<String, String> selectors = new HashMap<>();
    private @Nullable String owner;
    private @Nullable ChainFolder folder;
    private @Nullable Anvil anvil;
    private @Nullable NodeRpc rpc;
    private @Nullable String account;
    private @Nullable String snapshot;

    private LocalChain(long id, Optional<Instant> begin) {
        this.id = id;
        this.begin = begin;
    }

    /** A chain with this EIP-155 id, whose first block is of now. */
    public static LocalChain withId(long id) {
        return new LocalChain(id, Optional.empty());
    }

    /** A chain whose first block is of another time, from when on its time goes by as anywhere. */
    public static LocalChain withId(long id, Instant begin) {
        return new LocalChain(id, Optional.of(begin));
    }

    /** The EIP-155 id. */
    public long id() {
        return id;
    }

    /** Where the node listens. */
    public URI url() {
        return started(anvil).url();
    }

    /** The first of the node's accounts, rich and unlocked: it deploys and sends whatever a test sends. */
    public String account() {
        return started(account);
    }

    /**
     * Asks the node anything, {@code evm_mine} among others.
     *
     * @throws NodeFault when it answers with an error
     */
    public JsonNode ask(String method, Object... params) {
        return started(rpc).ask(method, params);
    }

    /** Deploys a contract of an npm package, by the path of its artifact. */
    TestContract deploy(String artifact, Object... arguments) {
        return deployCode(started(folder).bytecode(artifact), arguments);
    }

    /** Puts a library where the contracts that need it look for it. */
    void place(String library, String address) {
        ask("anvil_setCode", address, ask("eth_getCode", deploy(library).address(), "latest"));
    }

    /** Deploys one of our own test tokens. */
    TestContract deployToken(String contract, Object... arguments) {
        return deployCode(started(folder).token(contract), arguments);
    }

    private TestContract deployCode(String code, Object... arguments) {
        JsonNode receipt = mined(Map.of("from", account(), "data", "0x" + code + Calldata.encode(arguments)));
        return new TestContract(this, receipt.get("contractAddress").stringValue());
    }

    /** The answer's hex, without a prefix. Asking costs nothing, and so no answer is too long to work out. */
    String call(String to, String input) {
        Map<String, String> call = Map.of("from", account(), "to", to, "data", "0x" + input, "gas", UNLIMITED_GAS);
        return ask("eth_call", call, "latest").stringValue().substring(2);
    }

    void transact(String to, String input) {
        transact(account(), to, input);
    }

    /** From another of the node's accounts. */
    void transact(String from, String to, String input) {
        mined(Map.of("from", from, "to", to, "data", "0x" + input));
    }

    /** Sends coin along. */
    void pay(String to, String input, BigInteger wei) {
        mined(Map.of("from", account(), "to", to, "data", input, "value", "0x" + wei.toString(16)));
    }

    /** Sends the transaction; its receipt may come a moment after its hash, even where each is mined at once. */
    private JsonNode mined(Map<String, String> transaction) {
        Map<String, String> withGas = new HashMap<>(transaction);
        // An estimate is made for the last block's time, and what a pool does can cost more a second later.
        withGas.put("gas", ENOUGH_GAS);
        String hash = ask("eth_sendTransaction", withGas).stringValue();
        for (int tries = 0; tries < PATIENCE; tries++) {
            JsonNode receipt = ask("eth_getTransactionReceipt", hash);
            if (!receipt.isNull()) {
                return succeeded(receipt, withGas);
            }
        }
        throw new IllegalStateException("Transaction " + hash + " was not mined: is automine off?");
    }

    private JsonNode succeeded(JsonNode receipt, Map<String, String> transaction) {
        if (receipt.get("status").stringValue().equals("0x1")) {
            return receipt;
        }
        ask("eth_call", transaction, "latest"); // Says why it reverts.
        throw new IllegalStateException(
                "Transaction " + receipt.get("transactionHash").stringValue() + " reverted, and would not any more.");
    }

    /** The first four bytes of the signature's hash in hex; the node hashes. */
    String selector(String signature) {
        return selectors.computeIfAbsent(signature, text -> hash(text).substring(2, 10));
    }

    /** The hash of a text, {@code 0x…}. */
    String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The Keccak-256 hash, {@code 0x…}. */
    String hash(byte[] content) {
        return ask("web3_sha3", "0x" + HexFormat.of().formatHex(content)).stringValue();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (folder != null) {
            return ConditionEvaluationResult.enabled("the local chain is installed");
        }
        try {
            ChainFolder installed = ChainFolder.installed();
            installed.anvil();
            folder = installed;
            return ConditionEvaluationResult.enabled("the local chain is installed");
        } catch (IllegalStateException missing) {
            System.out.println("No local chain: " + missing.getMessage());
            return missing(missing, Boolean.parseBoolean(System.getenv("REQUIRE_CHAIN")));
        }
    }

    /** What becomes of tests without a chain. */
    static ConditionEvaluationResult missing(IllegalStateException reason, boolean required) {
        String said = String.valueOf(reason.getMessage());
        if (required) {
            throw new IllegalStateException(said + " It is required by REQUIRE_CHAIN=true.", reason);
        }
        return ConditionEvaluationResult.disabled(said);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (owner != null) {
            return; // A nested class uses the chain of the one around it.
        }
        owner = context.getUniqueId();
        anvil = Anvil.start(started(folder).anvil(), id, begin);
        rpc = new NodeRpc(anvil.url());
        account = ask("eth_accounts").get(0).stringValue();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        snapshot = ask("evm_snapshot").stringValue();
    }

    /** Goes back. The pool of pending transactions and the way of mining are no part of a snapshot. */
    @Override
    public void afterEach(ExtensionContext context) {
        awaitBlock();
        ask("anvil_dropAllTransactions");
        ask("evm_setAutomine", true);
        if (!ask("evm_revert", started(snapshot)).booleanValue()) {
            throw new IllegalStateException("The local chain did not go back to before the test.");
        }
    }

    /** A block that is being made when the chain goes back would be of the next test, with what was sent in this one. */
    private void awaitBlock() {
        boolean mines = ask("anvil_getAutomine").booleanValue();
        for (int tries = 0; mines && isWaiting() && tries < PATIENCE_AT_THE_END; tries++) {
            Thread.onSpinWait();
        }
    }

    private boolean isWaiting() {
        return !ask("txpool_status").get("pending").stringValue().equals("0x0");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getUniqueId().equals(owner)) {
            started(rpc).close();
            started(anvil).close();
            owner = null;
        }
    }

    private static <T> T started(@Nullable T part) {
        return Objects.requireNonNull(part, "The local chain is not running: register it as a static extension.");
    }
}
