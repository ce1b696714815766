package org.evenkeel.cli.chain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.rpc.RemoteSigner;
import org.evenkeel.onchain.sign.Keystore;
import org.evenkeel.onchain.sign.Signer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The wallet of a command, and what signs for it. */
public final class WalletOptions {
    @Option(
            names = "--wallet",
            paramLabel = "FILE_OR_ADDRESS",
            description =
                    "the wallet's keystore, as 'wallet create' writes it; or its address, where a signer has the key: its"
                            + " journal is in the folder of that name, here or in the folder that is written before it",
            required = true)
    private @Nullable Path wallet;

    @Option(
            names = SignerPlace.OPTION,
            paramLabel = "URL",
            description =
                    "signs in the place of the keystore: a service that answers eth_signTransaction and has the wallet's"
                            + " key, at https:// or on this machine; " + SignerPlace.VARIABLE
                            + " where it is left out, the better place for a URL with a secret")
    private @Nullable String signer;

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
    public WalletFiles files() {
        return new WalletFiles(Objects.requireNonNull(wallet));
    }

    /**
     * The Safe that holds the money, where one does, and how the key moves it.
     *
     * @throws UsageException when that is not said, or in part only
     */
    public Optional<SafeHolding> holding() {
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
    public Address holder() {
        return holding().map(SafeHolding::safe).orElseGet(() -> files().address());
    }

    /** Whether it is said where the password is. */
    public boolean hasPassword() {
        return passwordFile != null || passwordDescriptor != null;
    }

    /**
     * What signs: the keystore, or whoever has the key elsewhere.
     *
     * @param environment names a signer, too
     * @throws UsageException when neither a password nor a signer is given
     * @throws org.evenkeel.onchain.sign.KeyException when the password is the wrong one
     * @throws org.evenkeel.onchain.sign.SigningRefused when the signer is not there, or has not the wallet's key
     */
    public Signer open(Endpoints environment) {
        Signer before = opened;
        if (before != null) {
            return before;
        }
        Signer found = signer(environment).map(this::remote).orElseGet(this::keystore);
        opened = found;
        return found;
    }

    private Signer remote(SignerPlace place) {
        RemoteSigner found = place.of(files().address());
        found.requireKey();
        return found;
    }

    private Signer keystore() {
        Path file = files().keystore()
                .orElseThrow(() -> new UsageException("--wallet is an address, so that its key is elsewhere: say by "
                        + SignerPlace.OPTION + " URL, or by " + SignerPlace.VARIABLE
                        + " in the environment, what signs; or give the keystore's file."));
        return Keystore.open(file, password(passwordFile, passwordDescriptor));
    }

    /**
     * Who signs in the place of the keystore, where anybody does. A password that is given wins over the environment.
     *
     * @throws UsageException when a signer and a password are given, or the signer's URL is none
     */
    public Optional<SignerPlace> signer(Endpoints environment) {
        if (hasPassword() && signer != null) {
            throw new UsageException("Give either " + SignerPlace.OPTION
                    + ", which has the key, or the password of the keystore, and not both.");
        }
        if (hasPassword() && files().keystore().isEmpty()) {
            throw new UsageException("--wallet is an address, which no password opens: give the keystore's file, or "
                    + SignerPlace.OPTION + " instead of the password.");
        }
        return hasPassword() ? Optional.empty() : SignerPlace.of(signer, environment);
    }

    /**
     * Where the password is read from.
     *
     * @throws UsageException when that is said twice or not at all
     */
    public static Path password(@Nullable Path file, @Nullable Integer descriptor) {
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
