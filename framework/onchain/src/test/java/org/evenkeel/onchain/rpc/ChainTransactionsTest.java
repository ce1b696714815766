package org.evenkeel.onchain.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.abi.RevertReason;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.FaultProxy.Fault;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ChainTransactionsTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final Address STRANGER = new Address("0x" + "ab".repeat(20));
    private static final Function TRANSFER = Function.of("transfer(address,uint256)");

    private static TestContract token;

    private FaultProxy proxy;
    private ChainClient client;
    private ChainTransactions transactions;

    @BeforeAll
    static void deploy() {
        token = TestDex.deployOn(CHAIN).token("USDC", 6);
    }

    @BeforeEach
    void connect() {
        proxy = FaultProxy.before(CHAIN);
        client = Clients.client(CHAIN, proxy.url());
        transactions = client.transactions();
    }

    @AfterEach
    void disconnect() {
        client.close();
        proxy.close();
    }

    private static Address account() {
        return new Address(CHAIN.account());
    }

    private static Call transfer(long amount) {
        return TRANSFER.on(
                new Address(token.address()), new AbiWriter().address(STRANGER).uint(amount));
    }

    private static Bytes pay() {
        return Bytes.ofHex(CHAIN.ask(
                        "eth_sendTransaction",
                        Map.of("from", CHAIN.account(), "to", STRANGER.hex(), "value", "0x1", "gas", "0x5208"))
                .stringValue());
    }

    @Test
    void a_nonce_is_that_of_the_block_and_the_pending_one_counts_what_waits() {
        BlockRef before = client.head();
        long nonce = transactions.nonce(before, account());
        pay();
        CHAIN.ask("evm_setAutomine", false);
        Bytes waiting = pay();
        assertEquals(nonce, transactions.nonce(before, account()));
        assertEquals(nonce + 1, transactions.nonce(client.head(), account()));
        assertEquals(nonce + 2, transactions.pendingNonce(account()));
        assertTrue(transactions.isKnown(waiting));
        assertEquals(Optional.empty(), transactions.receipt(waiting));
    }

    @Test
    void a_receipt_says_block_success_and_what_the_gas_cost() {
        BigInteger before = client.balance(client.head(), account());
        Bytes hash = pay();
        CHAIN.ask("evm_mine");
        Receipt receipt = transactions.receipt(hash).orElseThrow();
        assertEquals(hash, receipt.hash());
        assertTrue(receipt.succeeded());
        assertEquals(BigInteger.valueOf(21_000), receipt.gasUsed());
        BlockRef block = transactions.block(receipt.blockNumber()).orElseThrow();
        assertEquals(block.hash(), receipt.blockHash());
        BigInteger spent = before.subtract(client.balance(block, account()));
        assertEquals(spent, receipt.gasCost().add(BigInteger.ONE));
    }

    @Test
    void what_no_node_has_is_absent() {
        Bytes nothing = Bytes.ofHex("0x" + "12".repeat(32));
        assertFalse(transactions.isKnown(nothing));
        assertEquals(Optional.empty(), transactions.receipt(nothing));
        assertEquals(Optional.empty(), transactions.block(client.head().number() + 1));
    }

    @Test
    void the_receipt_of_another_transaction_is_no_answer() {
        Bytes hash = pay();
        CHAIN.ask("evm_mine");
        String other = CHAIN.ask("eth_getTransactionReceipt", hash.hex()).toString();
        proxy.set("eth_getTransactionReceipt", new Fault.Result(other));
        Bytes asked = Bytes.ofHex("0x" + "12".repeat(32));
        ChainException refused = assertThrows(ChainException.class, () -> transactions.receipt(asked));
        assertEquals(ChainFault.GARBAGE, refused.fault(), refused.getMessage());
    }

    @Test
    void the_base_fee_is_that_of_the_next_block() {
        BigInteger expected = transactions.nextBaseFee(client.head());
        CHAIN.ask("evm_mine");
        String base = CHAIN.ask("eth_getBlockByNumber", "latest", false)
                .get("baseFeePerGas")
                .stringValue();
        assertEquals(new BigInteger(base.substring(2), 16), expected);
        for (String answer : List.of("{\"oldestBlock\":\"0x1\"}", "{\"baseFeePerGas\":[\"0x1\"]}")) {
            proxy.set("eth_feeHistory", new Fault.Result(answer));
            BlockRef head = client.head();
            assertEquals(
                    ChainFault.GARBAGE,
                    assertThrows(ChainException.class, () -> transactions.nextBaseFee(head))
                            .fault());
        }
    }

    @Test
    void gas_is_estimated_for_the_sender_and_a_revert_says_why() {
        BlockRef head = client.head();
        BigInteger gas = transactions.estimateGas(head, account(), transfer(7), BigInteger.ZERO);
        assertTrue(gas.compareTo(BigInteger.valueOf(21_000)) > 0 && gas.bitLength() < 20, gas.toString());
        RevertException refused = assertThrows(
                RevertException.class, () -> transactions.estimateGas(head, STRANGER, transfer(7), BigInteger.ZERO));
        RevertReason.Custom reason = (RevertReason.Custom) refused.reason();
        assertEquals(Function.of("BalanceTooLow(address,uint256,uint256)").selector(), reason.selector());
        assertEquals(Optional.of(reason), transactions.refusal(head, STRANGER, transfer(7), BigInteger.ZERO));
        assertEquals(Optional.empty(), transactions.refusal(head, account(), transfer(7), BigInteger.ZERO));
    }
}
