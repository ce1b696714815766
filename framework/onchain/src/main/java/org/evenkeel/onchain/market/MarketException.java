package org.evenkeel.onchain.market;

import org.jspecify.annotations.Nullable;

/** A universe cannot be traded on a chain as it is. The message names the pair, and says what to do. */
public final class MarketException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MarketException(String message) {
        this(message, null);
    }

    MarketException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
