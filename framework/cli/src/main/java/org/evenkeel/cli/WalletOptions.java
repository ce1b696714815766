package org.evenkeel.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
                    "a Safe that holds the money: the wallet's key speaks for it alone, as one of its owners, or moves"
                            + " it by --module and --role")
    private @Nullable String safe;

    @Option(
            names = "--module",
            paramLabel = "[CHAIN:]ADDRESS",
            description =
                    "the Safe's Roles modifier of Zodiac, by which the key does what its owners let it; may be given"
                            + " once for each chain")
    private List<String> modules = new ArrayList<>();

    @Option(
            names = "--role",
            paramLabel = "KEY_OR_NUMBER",
            description =
                    "the key's role in it: a key, as a text or in hex, or the number of the modifier's first version")
    private @Nullable String role;

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
     * The Safe that holds the money, where one does, and how the key moves it.
     *
     * @throws UsageException when that is not said, or in part only
     */
    Optional<SafeHolding> holding() {
        String named = role;
        if ((named == null) != modules.isEmpty()) {
            throw new UsageException(
                    "A role is one of a Safe's module: give both --module and --role, or none of them.");
        }
        Optional<SafeHolding.Membership> member =
                Optional.ofNullable(named).map(text -> SafeHolding.Membership.of(text, modules));
        Optional<Address> address = safe();
        if (member.isPresent() && address.isEmpty()) {
            throw new UsageException("--module is that of a Safe: give the Safe's address, too, by --safe ADDRESS.");
        }
        return address.map(found -> new SafeHolding(found, member));
    }

    private Optional<Address> safe() {
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
        return holding().map(SafeHolding::safe).orElseGet(() -> files().address());
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
