package org.evenkeel.cli.chain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.sign.Keystore;

/**
 * A wallet's keystore, and what is kept beside it: in a folder named like the wallet's address one for each chain, with the
 * journal of its transactions and, below, what was signed. Two runs of one wallet come upon the same folder, and so upon
 * each other's lock. A wallet whose key is elsewhere has no keystore, and is named by that folder itself.
 *
 * @param place the file with the key; or the address, with the folder before it that its own is to be in
 */
public record WalletFiles(Path place) {
    private static final String SIGNED = "signed";
    private static final Pattern ADDRESS = Pattern.compile("0[xX][0-9a-fA-F]{40}");

    /** The file with the key; empty where an address is named. */
    public Optional<Path> keystore() {
        return isAddress() && !Files.isRegularFile(place) ? Optional.empty() : Optional.of(place);
    }

    private boolean isAddress() {
        return ADDRESS.matcher(place.getFileName().toString()).matches();
    }

    /**
     * The address that is named, or that the keystore says it is of, which no password is needed for.
     *
     * @throws org.evenkeel.onchain.sign.KeyException when it cannot be read
     */
    public Address address() {
        return keystore()
                .map(Keystore::address)
                .orElseGet(() -> new Address(place.getFileName().toString()));
    }

    /** The journal of transactions on a chain. */
    public Path journal(Address wallet, Chain chain) {
        String name = Endpoints.prefix(chain).toLowerCase(Locale.ROOT) + "-" + chain.id();
        return place.toAbsolutePath().resolveSibling(wallet.hex()).resolve(name);
    }

    /** The record of what a Safe was told on a chain. */
    public Path safe(Address wallet, Chain chain, Address safe) {
        return journal(wallet, chain).resolve("safe-" + safe.hex());
    }

    /** What was signed for a chain. */
    public Path signed(Address wallet, Chain chain) {
        return journal(wallet, chain).resolve(SIGNED);
    }
}
