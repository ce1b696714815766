package org.evenkeel.live.notify;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.evenkeel.api.ParameterException;

/** Makes notifiers of what the environment says. */
public final class Notifiers {
    /** The name under which the environment has the address of the webhook, with its secrets. */
    public static final String URL = "EVENKEEL_WEBHOOK_URL";
    /** The name of the shape that it takes, where that is not to be told from the address: generic, discord or telegram. */
    public static final String SHAPE = "EVENKEEL_WEBHOOK_SHAPE";
    /** The name of the chat that a Telegram bot writes to. */
    public static final String CHAT = "EVENKEEL_TELEGRAM_CHAT";

    private Notifiers() {}

    /**
     * The notifier that the environment wants; one that tells nobody where it names no address.
     *
     * @param environment finds the value of a name
     * @param notices hears of what was not delivered, from another thread; none of it holds a secret
     * @throws ParameterException when the address cannot be posted to, the shape is unknown, or a chat is missing
     */
    public static Notifier from(Function<String, Optional<String>> environment, Consumer<String> notices) {
        Optional<Shape> shape = present(environment, SHAPE).map(Shape::get);
        return present(environment, URL)
                .map(url -> Webhook.of(url, shape, present(environment, CHAT)))
                .<Notifier>map(webhook -> new WebhookNotifier(webhook, WebhookNotifier.Limits.DEFAULTS, notices))
                .orElse(Notifier.NONE);
    }

    private static Optional<String> present(Function<String, Optional<String>> environment, String name) {
        return environment.apply(name).filter(value -> !value.isBlank());
    }
}
