package org.evenkeel.onchain.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.FaultProxy.Fault;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;

/** A transaction is sent once, and what is known of it afterwards is said and no more. */
final class SendingTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final String SEND = "eth_sendRawTransaction";
    private static final Credentials WALLET = Credentials.create("7".repeat(64));
    private static final BigInteger GWEI = BigInteger.TEN.pow(9);

    private FaultProxy reading;
    private FaultProxy sending;
    private ChainClient client;

    @BeforeEach
    void connect() {
        CHAIN.ask("anvil_setBalance", WALLET.getAddress(), "0xde0b6b3a7640000");
        reading = FaultProxy.before(CHAIN);
        sending = FaultProxy.before(CHAIN);
        client = Clients.client(
                CHAIN,
                Clients.settings(CHAIN, reading.url())
                        .withSending(Endpoint.of(sending.url()))
                        .withLimits(
                                Clients.QUICK.withTimeout(Duration.ofSeconds(1)).withRounds(3, Duration.ofMillis(1))));
    }

    @AfterEach
    void disconnect() {
        client.close();
        reading.close();
        sending.close();
    }

    private static Bytes payment(long nonce, long gas, BigInteger maxFee, BigInteger value) {
        RawTransaction transaction = RawTransaction.createTransaction(
                CHAIN.id(),
                BigInteger.valueOf(nonce),
                BigInteger.valueOf(gas),
                "0x" + "cd".repeat(20),
                value,
                "",
                BigInteger.ONE,
                maxFee);
        return Bytes.of(TransactionEncoder.signMessage(transaction, WALLET));
    }

    private static Bytes payment() {
        return payment(0, 21_000, GWEI.multiply(BigInteger.TEN), BigInteger.ONE);
    }

    private static boolean isOnChain(SendOutcome outcome) {
        return !CHAIN.ask("eth_getTransactionByHash", outcome.hash().hex()).isNull();
    }

    @Test
    void what_is_sent_goes_to_the_endpoint_for_sending_alone() {
        SendOutcome outcome = client.send(payment());
        assertInstanceOf(SendOutcome.Accepted.class, outcome);
        assertTrue(isOnChain(outcome));
        client.head();
        assertEquals(List.of("eth_chainId", SEND), sending.received());
        assertEquals(0, reading.count(SEND));
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault.LostRequest(),
                new Fault.LostReply(),
                new Fault.Silence(),
                new Fault.Status(429),
                new Fault.Status(502),
                new Fault.Body("<html>"),
                new Fault.Result("\"0x" + "00".repeat(32) + "\""),
                new Fault.Error(-32000, "upstream timed out"),
                new Fault.Error(3, "execution reverted"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void without_an_answer_that_leaves_no_doubt_the_outcome_is_unknown_and_nothing_is_sent_again(Fault fault) {
        sending.set(SEND, fault);
        SendOutcome.Unknown outcome = assertInstanceOf(SendOutcome.Unknown.class, client.send(payment()));
        assertEquals(1, sending.count(SEND));
        assertEquals(0, reading.count(SEND));
        assertEquals(fault instanceof Fault.LostReply, isOnChain(outcome));
        assertFalse(outcome.toString().contains(FaultProxy.SECRET), outcome.toString());
    }

    @Test
    void a_connection_that_the_node_has_closed_meanwhile_sends_nothing_twice() {
        client.send(payment());
        sending.once(SEND, new Fault.LostRequest());
        Bytes second = payment(1, 21_000, GWEI.multiply(BigInteger.TEN), BigInteger.ONE);
        assertInstanceOf(SendOutcome.Unknown.class, client.send(second));
        assertEquals(2, sending.count(SEND));
    }

    @Test
    void an_endpoint_of_another_chain_or_out_of_reach_is_sent_nothing() {
        sending.set("eth_chainId", new Fault.Result("\"0x1\""));
        ChainException wrong = assertThrows(ChainException.class, () -> client.send(payment()));
        assertEquals(ChainFault.WRONG_CHAIN, wrong.fault());
        sending.set("eth_chainId", new Fault.LostRequest());
        ChainException gone = assertThrows(ChainException.class, () -> client.send(payment()));
        assertEquals(ChainFault.UNREACHABLE, gone.fault());
        assertTrue(gone.getMessage().startsWith("Nothing was sent"), gone.getMessage());
        assertEquals(0, sending.count(SEND));
    }

    private SendOutcome.Refusal refusal(Bytes signed) {
        return assertInstanceOf(SendOutcome.Refused.class, client.send(signed)).reason();
    }

    @Test
    void a_refusal_says_why() {
        BigInteger fee = GWEI.multiply(BigInteger.TEN);
        assertEquals(SendOutcome.Refusal.INSUFFICIENT_FUNDS, refusal(payment(0, 21_000, fee, BigInteger.TEN.pow(18))));
        assertEquals(SendOutcome.Refusal.GAS_LIMIT, refusal(payment(0, 20_000, fee, BigInteger.ONE)));
        assertEquals(SendOutcome.Refusal.UNDERPRICED, refusal(payment(0, 21_000, BigInteger.ONE, BigInteger.ONE)));
        assertEquals(SendOutcome.Refusal.INVALID, refusal(Bytes.ofHex("0x02c0")));
        client.send(payment());
        CHAIN.ask("evm_mine"); // The block may come a moment later, and while it waits it could be replaced.
        assertEquals(SendOutcome.Refusal.NONCE_TOO_LOW, refusal(payment(0, 21_000, fee, BigInteger.TWO)));
    }

    @Test
    void a_replacement_must_pay_more() {
        CHAIN.ask("evm_setAutomine", false);
        client.send(payment());
        assertEquals(
                SendOutcome.Refusal.UNDERPRICED,
                refusal(payment(0, 21_000, GWEI.multiply(BigInteger.valueOf(9)), BigInteger.TWO)));
    }

    @Test
    void the_same_bytes_again_are_accepted_again() {
        CHAIN.ask("evm_setAutomine", false);
        SendOutcome first = client.send(payment());
        assertEquals(first, client.send(payment()));
        assertInstanceOf(SendOutcome.Accepted.class, first);
    }
}
