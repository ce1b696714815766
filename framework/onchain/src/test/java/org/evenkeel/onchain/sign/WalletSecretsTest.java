package org.evenkeel.onchain.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.tx.Looks;
import org.evenkeel.onchain.tx.TxManager;
import org.evenkeel.onchain.tx.TxOutcome;
import org.evenkeel.onchain.tx.TxRequest;
import org.evenkeel.onchain.tx.TxSettings;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.web3j.crypto.Credentials;

/** A wallet from its keystore to a payment on a chain: neither key nor password is in a byte that it writes or says. */
final class WalletSecretsTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final String KEY = "c0ffee11".repeat(8);
    private static final String PASSWORD = "correct horse battery";
    private static final Function APPROVE = Function.of("approve(address,uint256)");

    private static Address token;
    private static Address router;

    @TempDir
    private Path folder;

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Level before = ROOT.getLevel();
    private final List<String> said = new ArrayList<>();
    private FaultProxy proxy;

    @BeforeAll
    static void deploy() {
        TestDex dex = TestDex.deployOn(CHAIN);
        TestContract usdc = dex.token("USDC", 6);
        token = new Address(usdc.address());
        router = new Address(dex.routerV2().address());
    }

    @BeforeEach
    void record() {
        logged.start();
        ROOT.addAppender(logged);
        ROOT.setLevel(Level.TRACE);
        proxy = FaultProxy.before(CHAIN);
    }

    @AfterEach
    void stop() {
        ROOT.setLevel(before);
        ROOT.detachAppender(logged);
        proxy.close();
    }

    private Path password() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), PASSWORD);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static SigningPolicy policy() {
        AllowedCall approve = AllowedCall.of(
                token,
                APPROVE.signature(),
                AllowedCall.Argument.of(AllowedCall.Rule.TARGET, 0),
                AllowedCall.Argument.of(AllowedCall.Rule.AMOUNT, 1));
        BigInteger coin = BigInteger.TEN.pow(18);
        return new SigningPolicy(
                CHAIN.id(),
                List.of(approve, AllowedCall.of(router, "factory()")),
                Set.of(token),
                new SigningPolicy.Caps(coin, coin, Map.of(token, BigInteger.valueOf(100))));
    }

    private static TxRequest approve(String id, Address spender) {
        return TxRequest.of(
                id, APPROVE.on(token, new AbiWriter().address(spender).uint(60)));
    }

    private void say(Object anything) {
        said.add(String.valueOf(anything));
    }

    private void say(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        said.add(text.toString());
    }

    private void trade(Path keystore, Path secret) {
        Instant now = Clients.now(CHAIN);
        try (PolicySigner signer = PolicySigner.of(
                        Keystore.open(keystore, secret), policy(), folder.resolve("signed"), () -> now);
                ChainClient client = Clients.client(CHAIN, proxy.url());
                TxManager manager = TxManager.open(client, signer, folder.resolve("tx"), TxSettings.DEFAULTS)) {
            say(signer);
            say(manager);
            say(assertThrows(
                    SigningRefused.class,
                    () -> manager.submit(approve("trade 1", new Address("0x" + "ab".repeat(20))))));
            proxy.once("eth_sendRawTransaction", new FaultProxy.Fault.LostReply());
            say(manager.submit(approve("trade 2", router)));
            proxy.once("eth_getTransactionReceipt", new FaultProxy.Fault.Error(-32601, "no such method"));
            say(assertThrows(ChainException.class, () -> manager.look("trade 2")));
            TxOutcome outcome = manager.await("trade 2", Looks.many());
            say(outcome);
            assertTrue(
                    assertInstanceOf(TxOutcome.Mined.class, outcome).receipt().succeeded());
            say(assertThrows(SigningRefused.class, () -> manager.submit(approve("trade 3", router))));
        }
    }

    @Test
    void neither_key_nor_password_is_in_anything_that_is_written_or_said() throws IOException {
        Credentials key = Credentials.create(KEY);
        CHAIN.ask("anvil_setBalance", key.getAddress(), "0x8ac7230489e80000");
        Path secret = password();
        Path keystore = folder.resolve("wallet.json");
        Keystore.create(keystore, secret, key.getEcKeyPair(), Keystore.Strength.LIGHT);
        trade(keystore, secret);
        Files.delete(secret);
        logged.list.forEach(event -> say(event.getFormattedMessage()));
        proxy.bodies().forEach(this::say);
        int files = 0;
        try (var written = Files.walk(folder)) {
            for (Path file : written.filter(Files::isRegularFile).toList()) {
                say(Files.readString(file, StandardCharsets.ISO_8859_1));
                files++;
            }
        }
        assertEquals(5, files, "keystore, two logs and their locks");
        assertFalse(logged.list.isEmpty());
        assertFound(false, String.join("\n", said));
        assertFound(true, "control: " + KEY + " and " + PASSWORD);
    }

    private static void assertFound(boolean expected, String text) {
        BigInteger number = new BigInteger(KEY, 16);
        String base64 = Base64.getEncoder().encodeToString(number.toByteArray()).substring(4, 30);
        List<String> secrets = List.of(KEY, number.toString(), base64, PASSWORD);
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> found = secrets.stream()
                .map(secret -> lower.indexOf(secret.toLowerCase(Locale.ROOT)))
                .filter(at -> at >= 0)
                .map(at -> text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 100)))
                .toList();
        assertEquals(expected, !found.isEmpty(), () -> String.join("\n", found));
    }
}
