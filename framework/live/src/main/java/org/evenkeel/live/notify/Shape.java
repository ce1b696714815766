package org.evenkeel.live.notify;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** What form of message a webhook takes. */
enum Shape {
    /** A plain JSON object, for programs. */
    JSON("the webhook"),
    /** What Discord takes. */
    DISCORD("the Discord webhook"),
    /** What Telegram's bots take. */
    TELEGRAM("the Telegram bot");

    private final String words;

    Shape(String words) {
        this.words = words;
    }

    /** What a person knows it as; its address is nobody's business. */
    String words() {
        return words;
    }

    /** The shape of a name, in any case. */
    static Optional<Shape> named(String name) {
        for (Shape shape : values()) {
            if (shape.name().equals(name.strip().toUpperCase(Locale.ROOT))) {
                return Optional.of(shape);
            }
        }
        return Optional.empty();
    }

    /** The shape that the host of an address takes. */
    static Shape of(URI address) {
        String host = Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
        if (isOf(host, "discord.com") || isOf(host, "discordapp.com")) {
            return DISCORD;
        }
        return host.equals("api.telegram.org") ? TELEGRAM : JSON;
    }

    private static boolean isOf(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }
}
