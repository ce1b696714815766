package org.evenkeel.live;

/** Books and wallet do not say the same, or the wallet cannot be traded with: nothing is sent. */
public final class WalletException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean freeze;

    private WalletException(String message, boolean freeze) {
        super(message);
        this.freeze = freeze;
    }

    /** Because of it a run that has a book does not go on, until a person has looked. */
    static WalletException freezing(String message) {
        return new WalletException(message, true);
    }

    /** A run cannot begin with it. */
    static WalletException unfit(String message) {
        return new WalletException(message, false);
    }

    /** Whether a person has to look before anything is sent again; where not, a run just cannot begin with the wallet. */
    public boolean isFreeze() {
        return freeze;
    }
}
