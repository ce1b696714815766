package org.evenkeel.onchain.sign;

/**
 * A signer elsewhere was asked and did not answer. Nobody has refused anything: the same may be signed once it is back, as
 * with a node that cannot be reached.
 */
public final class SignerAway extends SigningRefused {
    private static final long serialVersionUID = 1L;

    /** With a message that stands on its own, without a secret in it. */
    public SignerAway(String message) {
        super(message);
    }
}
