package org.evenkeel.live.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.live.notify.Notification.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What each webhook is sent, also of names that mean harm. */
final class MessagesTest {
    private static final Instant AT = Instant.parse("2022-01-03T00:00:07Z");
    private static final String HOSTILE =
            "``` </pre><b>@everyone [x](https://evil.example) \u202Egnp\u0007\u200B \"\\\n&amp;";

    private static final Notification CYCLE = new Notification(Kind.CYCLE, AT, "Momentum", "Cycle 7: 3 trades.")
            .with("equity", "10,012.50 USD")
            .with("gas", "1.20 USD");

    private static JsonNode message(Notification notification, Shape shape) {
        Webhook webhook = Webhook.of("https://hooks.example.org/s3cret", Optional.of(shape), Optional.of("-1001"));
        String body = Messages.of(notification, webhook);
        assertFalse(body.contains("s3cret"), body);
        return new ObjectMapper().readTree(body);
    }

    @Test
    void a_program_gets_every_part_under_a_name() {
        JsonNode message = message(CYCLE, Shape.GENERIC);
        assertEquals("evenkeel", message.get("source").asString());
        assertEquals("cycle", message.get("kind").asString());
        assertEquals("info", message.get("severity").asString());
        assertEquals("2022-01-03T00:00:07Z", message.get("at").asString());
        assertEquals("Momentum", message.get("run").asString());
        assertEquals("Cycle 7: 3 trades.", message.get("text").asString());
        assertEquals("10,012.50 USD", message.get("details").get("equity").asString());
        assertEquals(
                List.of("equity", "gas"), List.copyOf(message.get("details").propertyNames()));
    }

    @Test
    void discord_gets_an_embed_that_calls_nobody() {
        JsonNode message = message(CYCLE, Shape.DISCORD);
        assertTrue(message.get("allowed_mentions").get("parse").isEmpty());
        JsonNode embed = message.get("embeds").get(0);
        assertEquals("Evenkeel: cycle done", embed.get("title").asString());
        assertEquals(
                "```\nMomentum at 2022-01-03T00:00:07Z\nCycle 7: 3 trades.\nequity: 10,012.50 USD\ngas: 1.20 USD\n```",
                embed.get("description").asString());
        assertEquals("2022-01-03T00:00:07Z", embed.get("timestamp").asString());
    }

    @Test
    void telegram_gets_a_text_for_its_chat_and_rings_only_where_it_matters() {
        JsonNode message = message(CYCLE, Shape.TELEGRAM);
        assertEquals("-1001", message.get("chat_id").asString());
        assertEquals("HTML", message.get("parse_mode").asString());
        assertTrue(message.get("disable_notification").asBoolean());
        assertTrue(message.get("text").asString().startsWith("<b>Evenkeel: cycle done</b>\n<pre>Momentum at "));
        Notification frozen = new Notification(Kind.FREEZE, AT, "Momentum", "A foreign transaction has our nonce.");
        assertFalse(message(frozen, Shape.TELEGRAM).get("disable_notification").asBoolean());
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void a_name_that_means_harm_is_only_a_text(Shape shape) {
        Notification told = new Notification(Kind.TRIGGER, AT, HOSTILE, HOSTILE).with(HOSTILE, HOSTILE);
        String text = texts(message(told, shape));
        for (String harm : List.of("\u202E", "\u0007", "\u200B")) {
            assertFalse(text.contains(harm), "a character that is not seen");
        }
        switch (shape) {
            case GENERIC -> assertTrue(text.contains("@everyone [x]"), "a program gets it as it is");
            case DISCORD -> assertEquals(2, text.split("```", -1).length - 1, "the code ends where it should");
            case TELEGRAM -> {
                assertEquals(1, text.split("</pre>", -1).length - 1, "the code ends where it should");
                assertTrue(text.contains("&lt;/pre&gt;&lt;b&gt;") && text.contains("&amp;amp;"), text);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void what_is_too_long_is_cut_to_what_is_taken(Shape shape) {
        Notification told = new Notification(Kind.FAILURE, AT, "é".repeat(5_000), "\uD83D\uDE00".repeat(5_000));
        for (int i = 0; i < 100; i++) {
            told = told.with("name " + i, "<".repeat(1_000));
        }
        String longest = switch (shape) {
            case GENERIC -> message(told, shape).get("text").asString();
            case DISCORD ->
                message(told, shape).get("embeds").get(0).get("description").asString();
            case TELEGRAM ->
                message(told, shape)
                        .get("text")
                        .asString()
                        .replaceAll("<[^>]*>", "")
                        .replaceAll("&..;", "<");
        };
        assertTrue(longest.length() < 4_096, "length " + longest.length());
        assertTrue(longest.contains("…"), "it says that it was cut");
        assertFalse(longest.matches("(?s).*[\uD800-\uDBFF](?![\uDC00-\uDFFF]).*"), "no half of a character");
    }

    /** All texts of a message, one after the other. */
    private static String texts(JsonNode node) {
        if (node.isString()) {
            return node.asString() + "\n";
        }
        StringBuilder texts = new StringBuilder();
        node.forEach(member -> texts.append(texts(member)));
        return texts.toString();
    }
}
