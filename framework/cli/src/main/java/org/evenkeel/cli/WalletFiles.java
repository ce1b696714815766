package org.evenkeel.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.sign.Keystore;

/**
 * A keystore, and what is kept beside it: in a folder named like the wallet's address one for each chain, with the journal
 * of its transactions and, below, what was signed. Two runs of one wallet come upon the same folder, and so upon each
 * other's lock.
 *
 * @param keystore the file with the key
 */
record WalletFiles(Path keystore) {
    private static final String SIGNED = "signed";

    /**
     * The address that the keystore says it is of, which no password is needed for.
     *
     * @throws org.evenkeel.onchain.sign.KeyException when it cannot be read
     */
    Address address() {
        return Keystore.address(keystore);
    }

    /** The journal of transactions on a chain. */
    Path journal(Address wallet, Chain chain) {
        String name = Endpoints.prefix(chain).toLowerCase(Locale.ROOT) + "-" + chain.id();
        return keystore.toAbsolutePath().resolveSibling(wallet.hex()).resolve(name);
    }

    /** The record of what a Safe was told on a chain. */
    Path safe(Address wallet, Chain chain, Address safe) {
        return journal(wallet, chain).resolve("safe-" + safe.hex());
    }

    /** What was signed for a chain. */
    Path signed(Address wallet, Chain chain) {
        return journal(wallet, chain).resolve(SIGNED);
    }
}
