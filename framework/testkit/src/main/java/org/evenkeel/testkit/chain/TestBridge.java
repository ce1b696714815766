package org.evenkeel.testkit.chain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Across' pool on a local chain, as its authors compiled it. It belongs to the chain's first account, which plays what is
 * elsewhere: a relayer that pays deposits of other chains out, and the bridge itself, which refunds those that nobody did.
 */
public final class TestBridge {
    private static final String ARTIFACTS = "@across-protocol/contracts/dist/evm/artifacts/";
    private static final String FUNDS_DEPOSITED =
            "FundsDeposited(bytes32,bytes32,uint256,uint256,uint256,uint256,uint32,"
                    + "uint32,uint32,bytes32,bytes32,bytes32,bytes)";
    private static final String RELAY =
            "(bytes32,bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,uint256,uint32," + "uint32,bytes)";
    private static final BigInteger UNLIMITED = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    private static final byte[] NOTHING = {};

    private final LocalChain chain;
    private final TestContract pool;

    private TestBridge(LocalChain chain, int quoteBuffer, int deadlineBuffer) {
        this.chain = chain;
        TestContract weth = chain.deploy("@uniswap/v2-periphery/build/WETH9.json");
        String nobody = "0x" + "0".repeat(40);
        TestContract code = chain.deploy(
                ARTIFACTS + "Ethereum_SpokePool.sol/Ethereum_SpokePool.json",
                weth,
                quoteBuffer,
                deadlineBuffer,
                nobody);
        String first = code.input("initialize(uint32,address)", 0, chain.account());
        TestContract proxy = chain.deploy(
                ARTIFACTS + "ERC1967Proxy.sol/ERC1967Proxy.json",
                code,
                HexFormat.of().parseHex(first, 2, first.length()));
        pool = new TestContract(chain, proxy.address());
    }

    /** Deploys the pool, with the limits of public chains: offers up to an hour old, up to six hours to pay. */
    public static TestBridge deployOn(LocalChain chain) {
        return new TestBridge(chain, 3_600, 21_600);
    }

    /** Makes a token of which the first account has plenty. */
    public TestContract token(String symbol, int decimals) {
        return withPlenty(chain.deployToken("PlainToken", symbol, decimals));
    }

    /** Makes a token that changes an allowance only from zero or to zero, as USDT does. */
    public TestContract resetApprovalToken(String symbol, int decimals) {
        return withPlenty(chain.deployToken("ResetApprovalToken", symbol, decimals));
    }

    /** Makes a token that can be told to refuse to go to an address, as USDC does with those that are blocked. */
    public TestContract refusingToken(String symbol, int decimals) {
        return withPlenty(chain.deployToken("HoneypotToken", symbol, decimals));
    }

    private TestContract withPlenty(TestContract token) {
        token.send("mint(address,uint256)", chain.account(), BigInteger.TEN.pow(36));
        return token;
    }

    /** The pool. */
    public TestContract pool() {
        return pool;
    }

    /**
     * A deposit as another chain is to pay it out.
     *
     * @param words depositor, recipient, exclusive relayer, tokens in and out, amounts in and out, the chain it left, its
     *     number there, until when it can be paid, and until when by the exclusive relayer alone
     */
    public record Relay(List<BigInteger> words) {
        private static final int OUTPUT_AMOUNT = 6;

        /** Copies. */
        public Relay {
            words = List.copyOf(words);
        }

        /** With another amount to be paid out. */
        public Relay paying(BigInteger outputAmount) {
            List<BigInteger> changed = new ArrayList<>(words);
            changed.set(OUTPUT_AMOUNT, outputAmount);
            return new Relay(changed);
        }

        /** How much is to be paid out. */
        public BigInteger outputAmount() {
            return words.get(OUTPUT_AMOUNT);
        }

        private Object[] tuple() {
            List<Object> members = new ArrayList<>(words);
            members.add(NOTHING);
            return members.toArray();
        }
    }

    /** The deposits that were made into this pool, oldest first. */
    public List<Relay> deposits() {
        JsonNode logs = logs(FUNDS_DEPOSITED);
        List<Relay> found = new ArrayList<>();
        logs.forEach(log -> found.add(relay(log)));
        return found;
    }

    private Relay relay(JsonNode log) {
        String data = log.get("data").stringValue().substring(2);
        List<BigInteger> words = IntStream.range(0, data.length() / 64)
                .mapToObj(word -> new BigInteger(data.substring(word * 64, word * 64 + 64), 16))
                .toList();
        BigInteger id = new BigInteger(log.get("topics").get(2).stringValue().substring(2), 16);
        BigInteger depositor =
                new BigInteger(log.get("topics").get(3).stringValue().substring(2), 16);
        return new Relay(List.of(
                depositor,
                words.get(7),
                words.get(8),
                words.get(0),
                words.get(1),
                words.get(2),
                words.get(3),
                BigInteger.valueOf(chain.id()),
                id,
                words.get(5),
                words.get(6)));
    }

    /** Pays a deposit of another chain out, as a relayer. */
    public void fill(Relay relay, TestContract tokenOut) {
        tokenOut.send("approve(address,uint256)", pool, UNLIMITED);
        pool.send(
                "fillRelay(" + RELAY + ",uint256,bytes32)",
                relay.tuple(),
                relay.words().get(7),
                chain.account());
    }

    /** Asks the bridge itself to pay a deposit of another chain out, because no relayer does. */
    public void requestSlowFill(Relay relay) {
        pool.send("requestSlowFill(" + RELAY + ")", (Object) relay.tuple());
    }

    /** Pays a deposit out of the pool's own money, as the bridge does where no relayer did: more than relayers would. */
    public void slowFill(Relay relay, TestContract tokenOut, BigInteger amount) {
        tokenOut.send("transfer(address,uint256)", pool, amount);
        Object[] leaf = {relay.tuple(), chain.id(), amount};
        int bundle = bundles();
        pool.send("relayRootBundle(bytes32,bytes32)", BigInteger.ZERO, root(leaf));
        pool.send("executeSlowRelayLeaf((" + RELAY + ",uint256,uint256),uint32,bytes32[])", leaf, bundle, List.of());
    }

    /** Pays deposits of this pool back that nobody paid out. The pool must have as much. */
    public void refund(TestContract token, List<String> accounts, List<BigInteger> amounts) {
        Object[] leaf = {0, chain.id(), amounts, 0, token, accounts};
        int bundle = bundles();
        pool.send("relayRootBundle(bytes32,bytes32)", root(leaf), BigInteger.ZERO);
        pool.send(
                "executeRelayerRefundLeaf(uint32,(uint256,uint256,uint256[],uint32,address,address[]),bytes32[])",
                bundle,
                leaf,
                List.of());
    }

    /** How many lists of what is to be paid the pool has; a snapshot of the chain takes them back. */
    private int bundles() {
        return logs("RelayedRootBundle(uint32,bytes32,bytes32)").size();
    }

    private JsonNode logs(String event) {
        return chain.ask(
                "eth_getLogs",
                Map.of("address", pool.address(), "fromBlock", "0x0", "topics", List.of(chain.hash(event))));
    }

    /** The root of a tree with one leaf. */
    private BigInteger root(Object[] leaf) {
        return new BigInteger(
                chain.hash(HexFormat.of().parseHex(Calldata.encode((Object) leaf)))
                        .substring(2),
                16);
    }
}
