package org.evenkeel.live.notify;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.api.ParameterException;

/**
 * Where notifications go. No text of it, nor of what is thrown about it, has the address.
 *
 * @param address where to
 * @param shape what is taken there
 * @param chat the chat that a Telegram bot writes to; empty text for others
 */
record Webhook(URI address, Shape shape, String chat) {
    /**
     * Reads one.
     *
     * @param url the address
     * @param given the shape, where it is not to be told from the address
     * @param chat the chat of a Telegram bot
     * @throws ParameterException when it is no address of a web server, or something is missing
     */
    static Webhook of(String url, Optional<Shape> given, Optional<String> chat) {
        URI address = address(url.strip());
        Shape shape = given.orElseGet(() -> Shape.of(address));
        if (shape != Shape.TELEGRAM) {
            return new Webhook(address, shape, "");
        }
        String to = chat.map(String::strip)
                .filter(id -> !id.isEmpty())
                .orElseThrow(
                        () -> new ParameterException(
                                Notifiers.CHAT
                                        + " is missing: a Telegram bot has to be told which chat to write to. Set it to the chat's id."));
        return new Webhook(method(address), shape, to);
    }

    /** Its text is in no message: it is a secret, whole or broken. */
    private static URI address(String url) {
        Optional<URI> address = parsed(url).filter(uri -> uri.getHost() != null && uri.getUserInfo() == null);
        String scheme = address.map(URI::getScheme)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .orElse("");
        boolean local = address.map(URI::getHost).filter(Webhook::isLocal).isPresent();
        if (scheme.equals("https") || scheme.equals("http") && local) {
            return address.orElseThrow();
        }
        throw new ParameterException(
                Notifiers.URL + " is no address that can be posted to: it has to begin with https:// and"
                        + " name a host (http:// for this machine alone), without a user or password in it.");
    }

    private static Optional<URI> parsed(String url) {
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException e) {
            // The exception tells the text.
            return Optional.empty();
        }
    }

    private static boolean isLocal(String host) {
        return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
    }

    /** A bot's address is enough: what is called there is known. */
    private static URI method(URI bot) {
        String address = bot.toString();
        return address.endsWith("/sendMessage")
                ? bot
                : URI.create(address + (address.endsWith("/") ? "" : "/") + "sendMessage");
    }

    @Override
    public String toString() {
        return shape.words();
    }
}
