package org.evenkeel.onchain.sign;

import org.web3j.crypto.Credentials;

/** Keys that everybody knows. */
public final class TestKeys {
    /** The key of the wallet that tests send from. */
    public static final String WALLET = "7".repeat(64);

    private TestKeys() {}

    /** Signs whatever it is given. */
    public static Signer signer(String key) {
        return new KeySigner(Credentials.create(key));
    }
}
