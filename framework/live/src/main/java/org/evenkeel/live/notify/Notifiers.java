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

    /** What the shape was called once: who still sets it would be told by another one, and not learn of it. */
    private static final String EARLIER_SHAPE = "EVENKEEL_WEBHOOK_KIND";

    private Notifiers() {}

    /**
     * The notifier that the environment wants; one that tells nobody where it names no address.
     *
     * @param environment finds the value of a name
     * @param notices hears of what was not delivered, from another thread; none of it holds a secret
     * @throws ParameterException when the address cannot be posted to, the shape is unknown or set by an earlier name, or a chat is
     *     missing
     */
    public static Notifier from(Function<String, Optional<String>> environment, Consumer<String> notices) {
        if (present(environment, EARLIER_SHAPE).isPresent()) {
            throw new ParameterException(EARLIER_SHAPE + " is " + SHAPE + " now, and takes " + Shape.choices()
                    + ": set it by that name, and the earlier one no more.");
        }
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
