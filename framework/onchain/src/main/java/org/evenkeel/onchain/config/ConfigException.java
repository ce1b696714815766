package org.evenkeel.onchain.config;

/** What is said of chains cannot be used. The message names the file, the place in it, what is wrong and what to do. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigException(String message) {
        super(message);
    }

    ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
