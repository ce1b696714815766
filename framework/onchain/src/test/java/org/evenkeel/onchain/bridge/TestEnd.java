package org.evenkeel.onchain.bridge;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.sign.Signer;
import org.evenkeel.onchain.sign.TestKeys;
import org.evenkeel.onchain.tx.Looks;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.onchain.tx.TxSettings;
import org.evenkeel.onchain.tx.Waiting;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestBridge;
import org.evenkeel.testkit.chain.TestContract;

/** A chain with the bridge's pool, a reserve and a wallet: what tests move money between two of. */
record TestEnd(LocalChain chain, TestBridge bridge, TestContract reserve, int decimals) {
    static final int CONFIRMATIONS = 2;
    static final Signer KEY = TestKeys.signer(TestKeys.WALLET);
    static final Duration WINDOW = Duration.ofHours(2);

    /** A coin is worth 2,000 dollars. */
    static final CoinWorth WORTH = (wei, block) ->
            new BigDecimal(wei, 18).multiply(BigDecimal.valueOf(2_000)).setScale(6, RoundingMode.DOWN);

    static final TxSettings SETTINGS = TxSettings.DEFAULTS.withConfirmations(CONFIRMATIONS);

    private static final BigInteger TEN_COINS = BigInteger.TEN.pow(19);

    /** Many looks, and no time between them. */
    static final Supplier<Waiting> PATIENCE = Looks::many;

    /** With the bridge and a reserve of so many decimals, a thousand of it in the wallet. */
    static TestEnd deployOn(LocalChain chain, int decimals) {
        TestBridge bridge = TestBridge.deployOn(chain);
        return on(chain, bridge, bridge.token("USDC", decimals), decimals);
    }

    /** The same with a reserve of another kind. */
    static TestEnd on(LocalChain chain, TestBridge bridge, TestContract reserve, int decimals) {
        reserve.send("mint(address,uint256)", KEY.address().hex(), BigInteger.TEN.pow(decimals + 3));
        chain.ask("anvil_setBalance", KEY.address().hex(), "0x8ac7230489e80000");
        return new TestEnd(chain, bridge, reserve, decimals);
    }

    Token token() {
        return new Token(new Chain("local", chain.id()), reserve.address(), "USDC", decimals);
    }

    ChainClient client() {
        return Clients.client(chain, chain.url().toString());
    }

    BridgeEnd open(Path folder) {
        return open(folder, SETTINGS, UnaryOperator.identity());
    }

    BridgeEnd open(Path folder, TxSettings settings, UnaryOperator<ChainClient> around) {
        ChainClient client = around.apply(client());
        TxManager manager = TxManager.open(client, KEY, folder.resolve("chain-" + chain.id()), settings);
        return new BridgeEnd(client, manager, offers(pool()), CONFIRMATIONS, WORTH);
    }

    /** Two hours for relayers. */
    static AcrossSettings offers(Address pool) {
        return new AcrossSettings(pool, WINDOW, Duration.ofMinutes(1));
    }

    /** What gas cost the wallet since it had ten coins, in USD. */
    BigDecimal gasPaid() {
        BigInteger left = new BigInteger(
                chain.ask("eth_getBalance", KEY.address().hex(), "latest")
                        .stringValue()
                        .substring(2),
                16);
        return left.equals(TEN_COINS) ? BigDecimal.ZERO : WORTH.usd(TEN_COINS.subtract(left), 0);
    }

    /** Blocks that the chain has no more, and others without transactions in their place. */
    void reorganise(int blocks) {
        chain.ask("anvil_reorg", blocks, List.of());
    }

    static void close(BridgeEnd end) {
        ((TxManager) end.account()).close();
        end.client().close();
    }

    Address pool() {
        return new Address(bridge.pool().address());
    }

    BigInteger balance() {
        return reserve.number("balanceOf(address)", KEY.address().hex());
    }

    BigInteger allowance() {
        return reserve.number("allowance(address,address)", KEY.address().hex(), bridge.pool());
    }

    void confirm() {
        for (int block = 0; block < CONFIRMATIONS; block++) {
            chain.ask("evm_mine");
        }
    }

    void passes(long seconds) {
        chain.ask("evm_increaseTime", seconds);
        chain.ask("evm_mine");
    }
}
