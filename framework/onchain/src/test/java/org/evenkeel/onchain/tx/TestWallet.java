package org.evenkeel.onchain.tx;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.rpc.Freshness;
import org.evenkeel.onchain.sign.Fees;
import org.evenkeel.onchain.sign.Signer;
import org.evenkeel.onchain.sign.TestKeys;
import org.evenkeel.onchain.sign.UnsignedTransaction;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A wallet with ten coins on a local chain, behind a proxy, anew for each test; whatever it pays to the payee, it pays one
 * wei at a time. It is a field after the chain's:
 *
 * <pre>{@code
 * @RegisterExtension
 * final TestWallet wallet = new TestWallet(CHAIN);
 * }</pre>
 */
final class TestWallet implements BeforeEachCallback, AfterEachCallback {
    static final String SEND = "eth_sendRawTransaction";
    static final Address PAYEE = new Address("0x" + "cd".repeat(20));
    static final BigInteger GWEI = BigInteger.TEN.pow(9);
    static final TxSettings SETTINGS = TxSettings.DEFAULTS.withConfirmations(2).withRaises(3, 2);
    /** Tests that try one run after another undo blocks, and a busy machine takes its time. Heads have tests of their own. */
    static final Freshness ANY_HEAD = new Freshness(Duration.ofDays(1), Duration.ofDays(1), 1_000);

    static final Signer KEY = TestKeys.signer(TestKeys.WALLET);

    final LocalChain chain;
    FaultProxy proxy;
    ChainClient client;
    final AtomicInteger signatures = new AtomicInteger();

    TestWallet(LocalChain chain) {
        this.chain = chain;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        chain.ask("anvil_setBalance", KEY.address().hex(), "0x8ac7230489e80000");
        chain.ask("anvil_setNextBlockBaseFeePerGas", "0x3b9aca00"); // What a test set outlives it.
        chain.ask("evm_mine");
        proxy = FaultProxy.before(chain);
        client = Clients.client(chain, Clients.settings(chain, proxy.url()).withFreshness(ANY_HEAD));
    }

    /** Counts what it signs. */
    Signer signer() {
        return new Signer() {
            @Override
            public Address address() {
                return KEY.address();
            }

            @Override
            public Bytes sign(UnsignedTransaction transaction) {
                signatures.incrementAndGet();
                return KEY.sign(transaction);
            }
        };
    }

    TxManager open(Path folder) {
        return open(folder, SETTINGS);
    }

    TxManager open(Path folder, TxSettings settings) {
        return TxManager.open(client, signer(), folder, settings);
    }

    TxManager open(TxLog log) {
        return open(client, signer(), log, false);
    }

    /** Where a person says that there is no journal yet. */
    TxManager begin(TxLog log) {
        return open(client, signer(), log, true);
    }

    static TxManager open(ChainClient client, Signer signer, TxLog log, boolean begins) {
        return TxManager.open(client, signer, SETTINGS, new Opening(log, "the test's journal", begins, List.of()));
    }

    static TxRequest payment(String id) {
        return TxRequest.of(id, new Call(PAYEE, "payment", Bytes.EMPTY)).withValue(BigInteger.ONE);
    }

    /** Looks until it is in a block: a receipt may come a moment after its block. */
    static TxOutcome landed(TxManager manager, String id) {
        return manager.await(id, Looks.many());
    }

    /** How many payments landed. */
    long payments() {
        return Long.decode(chain.ask("eth_getBalance", PAYEE.hex(), "latest").stringValue());
    }

    void mine() {
        chain.ask("evm_mine");
    }

    void holdBack() {
        chain.ask("evm_setAutomine", false);
    }

    /** What somebody else who has the key sends. */
    void sendElsewhere(long nonce, long maxGwei) {
        BigInteger max = GWEI.multiply(BigInteger.valueOf(maxGwei));
        Bytes raw = KEY.sign(new UnsignedTransaction(
                chain.id(),
                nonce,
                new Call(KEY.address(), "nothing", Bytes.EMPTY),
                BigInteger.ZERO,
                BigInteger.valueOf(21_000),
                new Fees(max, max)));
        chain.ask(SEND, raw.hex());
    }

    /** The bytes that went to a node, in order. */
    List<String> sent() {
        return proxy.bodies().stream()
                .filter(body -> body.contains(SEND))
                .map(body -> body.replaceAll(".*\\[\"(0x[0-9a-f]+)\"].*", "$1"))
                .toList();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        client.close();
        proxy.close();
    }
}
