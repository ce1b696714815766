package org.evenkeel.onchain.sign;

/** A signer does not sign. The message names the rule. */
public sealed class SigningRefused extends RuntimeException permits SignerAway {
    private static final long serialVersionUID = 1L;

    /** With a message that stands on its own, without a secret in it. */
    public SigningRefused(String message) {
        super(message);
    }
}
