package org.evenkeel.onchain.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.evenkeel.onchain.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.Credentials;

final class KeystoreTest {
    private static final String PASSWORD = "correct horse battery";
    private static final Credentials KEY = Credentials.create(TestKeys.WALLET);

    @TempDir
    private Path folder;

    private Path keystore;
    private Path password;

    @BeforeEach
    void writePassword() throws IOException {
        keystore = folder.resolve("wallet.json");
        password = secret("password", PASSWORD + "\n");
    }

    private Path secret(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private Address create() {
        return Keystore.create(keystore, password, KEY.getEcKeyPair(), Keystore.Strength.LIGHT);
    }

    private static String everything(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private KeyException refused(Path file, Path secret) {
        KeyException refused = assertThrows(KeyException.class, () -> Keystore.open(file, secret));
        assertFalse(everything(refused).contains(PASSWORD), "the password is shown");
        assertFalse(everything(refused).contains(TestKeys.WALLET), "the key is shown");
        return refused;
    }

    @Test
    void what_was_created_opens_and_is_for_its_owner_alone() throws IOException {
        Address address = create();
        assertEquals(new Address(KEY.getAddress()), address);
        assertEquals(address, Keystore.open(keystore, password).address());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keystore)));
        assertTrue(Keystore.isPrivate(keystore));
    }

    @Test
    void a_new_key_is_a_new_one_each_time_and_no_file_is_written_over() {
        Address first = Keystore.create(keystore, password);
        assertEquals(first, Keystore.open(keystore, password).address());
        KeyException there = assertThrows(KeyException.class, () -> Keystore.create(keystore, password));
        assertTrue(there.getMessage().contains("is there already"), there.getMessage());
        assertFalse(first.equals(Keystore.create(folder.resolve("other.json"), password)));
    }

    @Test
    void files_that_others_can_read_are_refused() throws IOException {
        create();
        for (Path file : List.of(keystore, password)) {
            for (String rights : List.of("rw-r-----", "rw----r--", "rw--w----")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
                KeyException refused = refused(keystore, password);
                assertTrue(refused.getMessage().contains("chmod 600 " + file), refused.getMessage());
            }
            assertFalse(Keystore.isPrivate(file));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        assertEquals(
                new Address(KEY.getAddress()), Keystore.open(keystore, password).address());
    }

    @Test
    void a_wrong_password_a_missing_file_and_what_is_no_keystore_are_told_apart_from_secrets() throws IOException {
        create();
        assertTrue(refused(keystore, secret("wrong", "other")).getMessage().contains("wrong"));
        assertTrue(refused(folder.resolve("none"), password).getMessage().contains("There is no keystore file"));
        assertTrue(refused(keystore, secret("empty", "")).getMessage().contains("is empty"));
        for (String text :
                List.of("", "{}", TestKeys.WALLET, "{\"version\":3,\"crypto\":\"" + TestKeys.WALLET + "\"}")) {
            KeyException refused = refused(secret("no keystore", text), password);
            assertTrue(refused.getMessage().contains("is no keystore"), refused.getMessage());
        }
    }

    @Test
    void a_raw_key_is_used_only_where_that_is_said_and_never_shown() {
        KeyException refused = assertThrows(
                KeyException.class, () -> Keystore.ofRawKey(TestKeys.WALLET, Keystore.RawKeyInsight.RAW_KEY_REFUSED));
        assertFalse(everything(refused).contains(TestKeys.WALLET));
        KeyException none = assertThrows(
                KeyException.class,
                () -> Keystore.ofRawKey(TestKeys.WALLET + "x", Keystore.RawKeyInsight.RAW_KEY_ALLOWED));
        assertFalse(everything(none).contains(TestKeys.WALLET));
        Signer signer = Keystore.ofRawKey("0x" + TestKeys.WALLET, Keystore.RawKeyInsight.RAW_KEY_ALLOWED);
        assertEquals(new Address(KEY.getAddress()), signer.address());
        assertFalse(signer.toString().contains("7777"), signer.toString());
    }

    @Test
    void the_type_that_holds_a_key_has_neither_text_nor_a_way_to_be_written() {
        assertThrows(NoSuchMethodException.class, () -> KeySigner.class.getDeclaredMethod("toString"));
        assertFalse(java.io.Serializable.class.isAssignableFrom(KeySigner.class));
        assertFalse(KeySigner.class.isRecord());
    }

    @Test
    void the_file_holds_the_key_in_no_form_that_can_be_read() throws IOException {
        create();
        String written = Files.readString(keystore, StandardCharsets.UTF_8);
        assertFalse(written.contains(TestKeys.WALLET));
        assertFalse(written.contains(KEY.getEcKeyPair().getPrivateKey().toString()));
        assertFalse(written.contains(PASSWORD));
    }
}
