package org.evenkeel.onchain.dex;

import org.jspecify.annotations.Nullable;

/** A pool is not what it is said to be. The message says which, at which block, what is wrong and what to do. */
public final class PoolException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PoolException(String message) {
        super(message);
    }

    PoolException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
