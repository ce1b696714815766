package org.evenkeel.live;

/** Books and wallet do not say the same, or the wallet cannot be traded with. Nothing more is sent until a person has looked. */
public final class WalletException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WalletException(String message) {
        super(message);
    }
}
