package org.evenkeel.onchain.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenkeel.onchain.Address;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Wallet;
import org.web3j.crypto.WalletFile;
import org.web3j.crypto.exception.CipherException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a key comes from: a keystore file (version 3, as other wallets write it), which nobody but its owner may read, and
 * a password from a file that is kept as well. Neither is ever part of a message.
 */
public final class Keystore {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern RAW = Pattern.compile("(?:0x)?[0-9a-fA-F]{64}");

    private Keystore() {}

    /**
     * Opens a keystore. Checking the password takes a second or more; that is its purpose.
     *
     * @param password the file with the password on its first line, or a descriptor such as {@code /dev/fd/3}
     * @throws KeyException when a file is missing, may be read by others or is no keystore, or the password is wrong
     */
    public static Signer open(Path keystore, Path password) {
        String secret = PrivateFile.password(password);
        return decrypt(PrivateFile.read(keystore, "keystore"), secret)
                .map(key -> new KeySigner(Credentials.create(key)))
                .orElseThrow(() -> new KeyException(keystore + " is no keystore of version 3 that the password in "
                        + password + " opens. Give the file with the password that it was made with; if that is the"
                        + " right one, restore the keystore from a backup."));
    }

    /**
     * The address that a keystore says it is of. Nobody vouches for it: it is what to look at, not what to send to.
     *
     * @throws KeyException when the file is missing, may be read by others, or does not say
     */
    public static Address address(Path keystore) {
        return declared(PrivateFile.read(keystore, "keystore"))
                .orElseThrow(
                        () -> new KeyException(keystore + " is no keystore of version 3 that says its address. Give"
                                + " the file that the wallet was made with."));
    }

    private static Optional<Address> declared(byte[] keystore) {
        try {
            return Optional.ofNullable(JSON.readValue(keystore, WalletFile.class))
                    .flatMap(file -> Optional.ofNullable(file.getAddress()))
                    .map(digits -> new Address("0x" + digits.replaceFirst("^0x", "")));
        } catch (JacksonException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    /** Why it fails is not passed on: what a parser says of a file repeats a part of it, and that may be a key. */
    private static Optional<ECKeyPair> decrypt(byte[] keystore, String secret) {
        try {
            return Optional.of(Wallet.decrypt(secret, JSON.readValue(keystore, WalletFile.class)));
        } catch (CipherException | JacksonException | NullPointerException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    /**
     * Makes a new key and keeps it in a new file, which only its owner may read.
     *
     * @return the wallet's address
     * @throws KeyException when the file is there already, or the password cannot be read
     */
    public static Address create(Path keystore, Path password) {
        return create(keystore, password, newKey(), Strength.STANDARD);
    }

    /** How hard it is to guess a password. */
    enum Strength {
        STANDARD,
        /** In milliseconds: for tests. */
        LIGHT
    }

    static Address create(Path keystore, Path password, ECKeyPair key, Strength strength) {
        String secret = PrivateFile.password(password);
        try {
            WalletFile wallet = strength == Strength.STANDARD
                    ? Wallet.createStandard(secret, key)
                    : Wallet.createLight(secret, key);
            PrivateFile.create(keystore, JSON.writeValueAsBytes(wallet));
            return new Address("0x" + wallet.getAddress().replaceFirst("^0x", ""));
        } catch (CipherException e) {
            throw new KeyException("No keystore can be made on this machine: its Java lacks what is needed.", e);
        }
    }

    private static ECKeyPair newKey() {
        try {
            return Keys.createEcKeyPair();
        } catch (GeneralSecurityException e) {
            throw new KeyException("No key can be made on this machine: its Java lacks what is needed.", e);
        }
    }

    /**
     * A key as it is, from the environment for example: every process of the same user can read it there.
     *
     * @param key 64 hexadecimal digits
     * @param insight that the caller was told to do so
     * @throws KeyException when it is none
     */
    public static Signer ofRawKey(String key, RawKeyInsight insight) {
        if (insight != RawKeyInsight.RAW_KEY_ALLOWED) {
            throw new KeyException("A key as it is, outside of a keystore, is used only where that is allowed"
                    + " explicitly. Put it into a keystore.");
        }
        if (!RAW.matcher(key.strip()).matches()) {
            throw new KeyException("What was given for a key (not shown here) is none: it has 64 hexadecimal digits.");
        }
        return new KeySigner(Credentials.create(key.strip()));
    }

    /** Whether a key may be used that no keystore protects. */
    public enum RawKeyInsight {
        /** Unless it is said. */
        RAW_KEY_REFUSED,
        /** It was said. */
        RAW_KEY_ALLOWED
    }

    /** Whether a file is one that only its owner may read, for a check that needs no password. */
    public static boolean isPrivate(Path file) throws IOException {
        return Files.exists(file) && PrivateFile.isPrivate(file);
    }
}
