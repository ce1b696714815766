package org.evenkeel.live.notify;

import java.io.StringWriter;
import java.util.Locale;
import java.util.function.Consumer;
import org.evenkeel.market.Visible;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Notifications in the shapes that webhooks take. What came from elsewhere is shown as code, in which neither markup nor a
 * link, nor the name of a person to be called, means anything.
 */
final class Messages {
    /** Discord takes 4,096 characters, Telegram as many once markup is taken off. */
    private static final int LONGEST = 3_000;

    private static final int LONGEST_TEXT = 1_500;
    private static final int LONGEST_DETAIL = 300;
    private static final int LONGEST_TITLE = 120;
    private static final JsonFactory JSON = new JsonFactory();

    private Messages() {}

    /** The body to be posted, as JSON. */
    static String of(Notification notification, Webhook webhook) {
        return switch (webhook.shape()) {
            case GENERIC -> generic(notification);
            case DISCORD -> discord(notification);
            case TELEGRAM -> telegram(notification, webhook.chat());
        };
    }

    private static String generic(Notification told) {
        return object(json -> {
            json.writeStringProperty("source", "evenkeel");
            json.writeStringProperty("kind", lower(told.kind()));
            json.writeStringProperty("severity", lower(told.kind().severity()));
            json.writeStringProperty("at", told.at().toString());
            json.writeStringProperty("run", shown(told.run(), LONGEST_TITLE));
            json.writeStringProperty("text", shown(told.text(), LONGEST_TEXT));
            json.writeObjectPropertyStart("details");
            told.details()
                    .forEach((name, value) ->
                            json.writeStringProperty(shown(name, LONGEST_DETAIL), shown(value, LONGEST_DETAIL)));
            json.writeEndObject();
        });
    }

    private static String discord(Notification told) {
        return object(json -> {
            json.writeStringProperty("username", "Evenkeel");
            json.writeObjectPropertyStart("allowed_mentions");
            json.writeArrayPropertyStart("parse");
            json.writeEndArray();
            json.writeEndObject();
            json.writeArrayPropertyStart("embeds");
            json.writeStartObject();
            json.writeStringProperty("title", "Evenkeel: " + told.kind().words());
            json.writeStringProperty("description", "```\n" + body(told).replace('`', '\'') + "\n```");
            json.writeNumberProperty("color", colour(told.kind().severity()));
            json.writeStringProperty("timestamp", told.at().toString());
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    private static int colour(Notification.Severity severity) {
        return switch (severity) {
            case INFO -> 0x0072b2;
            case WARNING -> 0xe69f00;
            case ALARM -> 0xd55e00;
        };
    }

    private static String telegram(Notification told, String chat) {
        return object(json -> {
            json.writeStringProperty("chat_id", chat);
            json.writeStringProperty("parse_mode", "HTML");
            json.writeBooleanProperty("disable_notification", told.kind().severity() == Notification.Severity.INFO);
            json.writeObjectPropertyStart("link_preview_options");
            json.writeBooleanProperty("is_disabled", true);
            json.writeEndObject();
            json.writeStringProperty(
                    "text", "<b>Evenkeel: " + told.kind().words() + "</b>\n<pre>" + escaped(body(told)) + "</pre>");
        });
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** All that is told, a line each. */
    private static String body(Notification told) {
        StringBuilder body = new StringBuilder(shown(told.run(), LONGEST_TITLE))
                .append(" at ")
                .append(told.at())
                .append('\n')
                .append(shown(told.text(), LONGEST_TEXT));
        told.details().forEach((name, value) -> {
            String line = shown(name, LONGEST_DETAIL) + ": " + shown(value, LONGEST_DETAIL);
            if (body.length() + line.length() < LONGEST) {
                body.append('\n').append(line);
            }
        });
        return body.toString();
    }

    /** Without what is not seen, on one line, and no longer than it may be. */
    private static String shown(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .map(point -> Character.isWhitespace(point) ? ' ' : point)
                .filter(Visible::isVisible)
                .limit(longest + 1L)
                .forEach(shown::appendCodePoint);
        boolean whole = shown.codePointCount(0, shown.length()) <= longest;
        return whole ? shown.toString() : shown.substring(0, shown.offsetByCodePoints(0, longest - 1)) + "…";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String object(Consumer<JsonGenerator> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            members.accept(json);
            json.writeEndObject();
        }
        return text.toString();
    }
}
