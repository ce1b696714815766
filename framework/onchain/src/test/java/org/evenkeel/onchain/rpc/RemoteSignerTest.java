package org.evenkeel.onchain.rpc;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.sign.Fees;
import org.evenkeel.onchain.sign.SignedTransaction;
import org.evenkeel.onchain.sign.Signer;
import org.evenkeel.onchain.sign.SigningRefused;
import org.evenkeel.onchain.sign.TestKeys;
import org.evenkeel.onchain.sign.UnsignedTransaction;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.FaultProxy.Fault;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.AccessListObject;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.TransactionEncoder;

/** A signer that is elsewhere: a node with an account of its own, and one that answers with what it was not asked for. */
final class RemoteSignerTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    /** Its accounts sign, for the chain with its own id alone, as such services do; nothing is sent to it. */
    @RegisterExtension
    static final LocalChain SIGNER = LocalChain.withId(31337);

    private static final Signer KEY = TestKeys.signer(TestKeys.WALLET);
    private static final Address PAYEE = new Address("0x" + "cd".repeat(20));
    private static final Address THIEF = new Address("0x" + "ee".repeat(20));
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final BigInteger GWEI = BigInteger.TEN.pow(9);
    private static final UnsignedTransaction ASKED = payment(CHAIN.id(), 0, PAYEE, 7);

    private FaultProxy proxy;
    private RemoteSigner remote;

    @BeforeEach
    void connect() {
        proxy = FaultProxy.before(SIGNER);
        remote = RemoteSigner.at(Endpoint.of(proxy.url()), KEY.address(), SHORT);
    }

    @AfterEach
    void disconnect() {
        proxy.close();
    }

    private static UnsignedTransaction payment(long chain, long nonce, Address to, long wei) {
        return with(chain, nonce, new Call(to, "payment", Bytes.ofHex("0x1234")), wei, 60_000, 5, 1);
    }

    private static UnsignedTransaction with(
            long chain, long nonce, Call call, long wei, long gas, long maxGwei, long tipGwei) {
        return new UnsignedTransaction(
                chain,
                nonce,
                call,
                BigInteger.valueOf(wei),
                BigInteger.valueOf(gas),
                new Fees(GWEI.multiply(BigInteger.valueOf(maxGwei)), GWEI.multiply(BigInteger.valueOf(tipGwei))));
    }

    private static BigInteger coins(Address of) {
        return new BigInteger(
                CHAIN.ask("eth_getBalance", of.hex(), "latest").stringValue().substring(2), 16);
    }

    private void answers(Bytes raw) {
        proxy.set("eth_signTransaction", new Fault.Result("\"" + raw.hex() + "\""));
    }

    private String refusal() {
        SigningRefused refused = assertThrows(SigningRefused.class, () -> SignedTransaction.by(remote, ASKED));
        StringWriter text = new StringWriter();
        refused.printStackTrace(new PrintWriter(text));
        assertFalse(text.toString().contains(FaultProxy.SECRET), text::toString);
        return refused.getMessage();
    }

    @Test
    void what_the_account_of_a_node_signs_lands_where_another_node_is_told_of_it() {
        Address wallet = new Address(SIGNER.ask("eth_accounts").get(7).stringValue());
        CHAIN.ask("anvil_setBalance", wallet.hex(), "0x8ac7230489e80000");
        RemoteSigner node = RemoteSigner.at(Endpoint.of(proxy.url()), wallet);
        node.requireKey();
        BigInteger before = coins(PAYEE);
        SignedTransaction signed = SignedTransaction.by(node, ASKED);
        CHAIN.ask("eth_sendRawTransaction", signed.raw().hex());
        assertEquals(BigInteger.valueOf(7), coins(PAYEE).subtract(before));
        assertEquals(
                0,
                proxy.received().stream()
                        .filter(method -> method.contains("send"))
                        .count(),
                proxy.received()::toString);
    }

    @Test
    void a_text_and_an_object_with_the_bytes_in_it_are_both_understood() {
        Bytes raw = KEY.sign(ASKED);
        answers(raw);
        assertEquals(raw, SignedTransaction.by(remote, ASKED).raw());
        proxy.set(
                "eth_signTransaction",
                new Fault.Result("{\"raw\": \"" + raw.hex() + "\", \"tx\": {\"nonce\": \"0x9\"}}"));
        assertEquals(raw, SignedTransaction.by(remote, ASKED).raw());
    }

    private static Bytes signed(RawTransaction raw) {
        return Bytes.of(TransactionEncoder.signMessage(raw, Credentials.create(TestKeys.WALLET)));
    }

    private static RawTransaction reading(List<AccessListObject> list) {
        return RawTransaction.createTransaction(
                ASKED.chainId(),
                BigInteger.valueOf(ASKED.nonce()),
                ASKED.gas(),
                PAYEE.hex(),
                ASKED.value(),
                "0x1234",
                ASKED.fees().tip(),
                ASKED.fees().max(),
                list);
    }

    private static RawTransaction ofOldForm() {
        return RawTransaction.createTransaction(
                BigInteger.ZERO, ASKED.fees().max(), ASKED.gas(), PAYEE.hex(), ASKED.value(), "0x1234");
    }

    /** The same signature in the other of its two forms: anybody can make it of the first. */
    private static Bytes mirrored() {
        Sign.SignatureData one = ((SignedRawTransaction)
                        TransactionDecoder.decode(KEY.sign(ASKED).hex()))
                .getSignatureData();
        byte[] v = one.getV().clone();
        v[0] = (byte) (v[0] == 27 ? 28 : v[0] == 28 ? 27 : 1 - v[0]);
        byte[] s =
                Sign.CURVE_PARAMS.getN().subtract(new BigInteger(1, one.getS())).toByteArray();
        byte[] fixed = new byte[32];
        int from = Math.max(0, s.length - 32);
        System.arraycopy(s, from, fixed, 32 - (s.length - from), s.length - from);
        return Bytes.of(TransactionEncoder.encode(reading(List.of()), new Sign.SignatureData(v, one.getR(), fixed)));
    }

    @Test
    void anything_else_is_refused_by_the_name_of_what_differs() {
        Call call = ASKED.call();
        long chain = CHAIN.id();
        AccessListObject read = new AccessListObject(THIEF.hex(), List.of());
        Map<String, Bytes> others = new LinkedHashMap<>();
        others.put("its chain's id is 1 in the place of 31337", KEY.sign(payment(1, 0, PAYEE, 7)));
        others.put("its nonce is 1 in the place of 0", KEY.sign(payment(chain, 1, PAYEE, 7)));
        others.put("its recipient is " + THIEF + " in the place of " + PAYEE, KEY.sign(payment(chain, 0, THIEF, 7)));
        others.put("its value in wei is 8 in the place of 7", KEY.sign(payment(chain, 0, PAYEE, 8)));
        others.put("its gas limit is 60001", KEY.sign(with(chain, 0, call, 7, 60_001, 5, 1)));
        others.put("its highest fee in wei is 6000000000", KEY.sign(with(chain, 0, call, 7, 60_000, 6, 1)));
        others.put("its tip in wei is 2000000000", KEY.sign(with(chain, 0, call, 7, 60_000, 5, 2)));
        Call other = new Call(PAYEE, "payment", Bytes.ofHex("0x1235"));
        others.put("its input is another one", KEY.sign(with(chain, 0, other, 7, 60_000, 5, 1)));
        others.put("its bytes have something besides", signed(reading(List.of(read))));
        others.put("no signed transaction with fees of EIP-1559", signed(ofOldForm()));
        Signer stranger = TestKeys.signer("8".repeat(64));
        others.put("its signature is that of " + stranger.address(), stranger.sign(ASKED));
        others.put("form that nodes refuse", mirrored());
        others.put("it cannot be read", Bytes.ofHex("0x02c0"));
        others.put("it cannot be read (", Bytes.ofHex("0x02f8ff"));
        others.forEach((said, raw) -> {
            answers(raw);
            String message = refusal();
            assertTrue(message.contains(said), () -> "'" + said + "' in: " + message);
            assertTrue(message.contains("Nothing was sent"), message);
        });
    }

    @Test
    void control_what_is_refused_for_another_recipient_would_have_paid_him() {
        CHAIN.ask("anvil_setBalance", KEY.address().hex(), "0x8ac7230489e80000");
        Bytes raw = KEY.sign(payment(CHAIN.id(), 0, THIEF, 7));
        answers(raw);
        assertTrue(refusal().contains("its recipient is " + THIEF));
        assertEquals(BigInteger.ZERO, coins(THIEF));
        Object hash =
                CHAIN.ask("eth_sendRawTransaction", remote.sign(ASKED).hex()).stringValue();
        while (CHAIN.ask("eth_getTransactionReceipt", hash).isNull()) {
            Thread.onSpinWait(); // Its block comes a moment later.
        }
        assertEquals(BigInteger.valueOf(7), coins(THIEF));
    }

    @Test
    void no_answer_a_refusal_and_what_is_none_are_told_apart_with_what_to_do_and_without_its_secret() {
        Map<Fault, String> faults = new LinkedHashMap<>();
        faults.put(new Fault.Silence(), "no answer within 300 ms");
        faults.put(new Fault.LostRequest(), "no connection");
        faults.put(new Fault.Status(403), "HTTP status 403");
        faults.put(new Fault.Body("{\"" + FaultProxy.SECRET), "no JSON-RPC");
        faults.put(new Fault.Error(-32000, "not you, " + proxy.url()), "refused to sign transaction 0");
        faults.put(new Fault.Result("null"), "no signed transaction 0");
        faults.put(new Fault.Result("{\"tx\": {}}"), "no signed transaction 0");
        faults.put(new Fault.Result("\"0xnonsense\""), "no signed transaction 0");
        faults.put(new Fault.Result("[7]"), "no signed transaction 0");
        faults.forEach((fault, said) -> {
            proxy.set("eth_signTransaction", fault);
            String message = refusal();
            assertTrue(message.contains(said) && message.contains("http://127.0.0.1:"), message);
            assertTrue(message.contains("Nothing was sent"), message);
        });
        assertEquals(faults.size(), proxy.count("eth_signTransaction"), "each is asked for once");
    }

    @Test
    void a_signer_without_the_wallets_key_is_found_out_before_anything_rests_on_it() {
        String none = assertThrows(SigningRefused.class, remote::requireKey).getMessage();
        assertTrue(none.contains("none of them is the wallet " + KEY.address()), none);
        proxy.set("eth_accounts", new Fault.Error(-32601, "method not found"));
        assertDoesNotThrow(remote::requireKey);
        proxy.set(
                "eth_accounts",
                new Fault.Result(
                        "[\"" + KEY.address().hex().toUpperCase(Locale.ROOT).replace("0X", "0x") + "\"]"));
        assertDoesNotThrow(remote::requireKey);
        proxy.set("eth_accounts", new Fault.Silence());
        String gone = assertThrows(SigningRefused.class, remote::requireKey).getMessage();
        assertTrue(gone.contains("cannot be asked for its accounts") && !gone.contains(FaultProxy.SECRET), gone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://signer.example/hidden", "http://10.0.0.7:9000/hidden", "http://127.evil.example/hidden"})
    void nobody_is_to_read_along_on_the_way(String url) {
        String said = assertThrows(
                        IllegalArgumentException.class, () -> RemoteSigner.at(Endpoint.of(url), KEY.address()))
                .getMessage();
        assertTrue(said.contains("https://") && !said.contains("hidden"), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://signer.example/k", "http://localhost:9000", "http://127.0.0.1:9", "http://[::1]:9"})
    void what_never_leaves_this_machine_or_is_encrypted_is_taken(String url) {
        assertEquals(
                KEY.address(), RemoteSigner.at(Endpoint.of(url), KEY.address()).address());
    }
}
