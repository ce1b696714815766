package org.evenkeel.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.sign.Keystore;
import org.evenkeel.onchain.sign.Signer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The wallet of a command, and how its keystore is opened. */
final class WalletOptions {
    @Option(
            names = "--wallet",
            paramLabel = "FILE",
            description = "the wallet's keystore, as 'wallet create' writes it",
            required = true)
    private @Nullable Path wallet;

    @Option(
            names = "--safe",
            paramLabel = "ADDRESS",
            description =
                    "a Safe that holds the money, and that the wallet's key speaks for alone as one of its owners")
    private @Nullable String safe;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "its password, on the first line of a file that only its owner may read (chmod 600)")
    private @Nullable Path passwordFile;

    @Option(
            names = "--password-fd",
            paramLabel = "N",
            description = "its password instead, from this open descriptor, as 3 with 3< <(pass show wallet)")
    private @Nullable Integer passwordDescriptor;

    /** A descriptor can be read once, and to check a password takes a second. */
    private @Nullable Signer opened;

    /** The keystore and what is kept beside it. */
    WalletFiles files() {
        return new WalletFiles(Objects.requireNonNull(wallet));
    }

    /**
     * The Safe that holds the money, where one does.
     *
     * @throws UsageException when that is no address
     */
    Optional<Address> safe() {
        String text = safe;
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Address(text));
        } catch (IllegalArgumentException none) {
            throw new UsageException("--safe " + text + " is no address: give 0x and forty hexadecimal digits.", none);
        }
    }

    /** Who holds the money: the Safe, or the wallet itself. */
    Address holder() {
        return safe().orElseGet(() -> files().address());
    }

    boolean hasPassword() {
        return passwordFile != null || passwordDescriptor != null;
    }

    /**
     * Opens the keystore.
     *
     * @throws UsageException when no password is given
     * @throws org.evenkeel.onchain.sign.KeyException when it is the wrong one
     */
    Signer open() {
        Signer before = opened;
        if (before != null) {
            return before;
        }
        Signer signer = Keystore.open(files().keystore(), password(passwordFile, passwordDescriptor));
        opened = signer;
        return signer;
    }

    /**
     * The wallet's address: what the key says where a password is given, else what the keystore says of itself.
     *
     * @throws org.evenkeel.onchain.sign.KeyException when the password is the wrong one, or the keystore says nothing
     */
    Address checkedAddress() {
        return hasPassword() ? open().address() : files().address();
    }

    /**
     * Where the password is read from.
     *
     * @throws UsageException when that is said twice or not at all
     */
    static Path password(@Nullable Path file, @Nullable Integer descriptor) {
        if ((file == null) == (descriptor == null)) {
            throw new UsageException("Give the wallet's password by --password-file FILE or by --password-fd N.");
        }
        if (file != null) {
            return file;
        }
        if (descriptor == null || descriptor < 0) {
            throw new UsageException("--password-fd is " + descriptor + ": a descriptor is 0 or more.");
        }
        return Path.of("/dev/fd/" + descriptor);
    }
}
