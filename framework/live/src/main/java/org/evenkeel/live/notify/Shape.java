package org.evenkeel.live.notify;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.api.ParameterException;
import org.evenkeel.market.NearestName;

/** What form of message a webhook takes. */
enum Shape {
    /** A plain JSON object, for programs. */
    GENERIC("the webhook"),
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

    private static List<String> names() {
        return Stream.of(values())
                .map(shape -> shape.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The names of all, as an error lists them. */
    static String choices() {
        return String.join(", ", names());
    }

    /**
     * The shape of a name, in any case.
     *
     * @throws ParameterException when there is none, with the nearest and all
     */
    static Shape get(String name) {
        List<String> names = names();
        int found = names.indexOf(name.strip().toLowerCase(Locale.ROOT));
        if (found < 0) {
            throw new ParameterException(Notifiers.SHAPE + " is '" + name + "', which is no shape that a webhook takes."
                    + NearestName.hint(name, names) + " There are " + choices()
                    + "; left out, the address's host decides.");
        }
        return values()[found];
    }

    /** The shape that the host of an address takes. */
    static Shape of(URI address) {
        String host = Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
        if (isOf(host, "discord.com") || isOf(host, "discordapp.com")) {
            return DISCORD;
        }
        return host.equals("api.telegram.org") ? TELEGRAM : GENERIC;
    }

    private static boolean isOf(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }
}
