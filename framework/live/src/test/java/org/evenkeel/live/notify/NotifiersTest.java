package org.evenkeel.live.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.ParameterException;
import org.evenkeel.live.notify.Notification.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the environment makes of a notifier, and that its secrets stay there. */
final class NotifiersTest {
    private static Notifier from(Map<String, String> environment) {
        return Notifiers.from(name -> Optional.ofNullable(environment.get(name)), notice -> {});
    }

    @Test
    void without_an_address_nobody_is_told() {
        assertSame(Notifier.NONE, from(Map.of()));
        assertSame(Notifier.NONE, from(Map.of(Notifiers.URL, " ", Notifiers.SHAPE, "discord")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://hooks.example.org/s3cret"})
    void an_earlier_name_of_the_shape_is_refused_and_told_the_one_that_it_has(String url) {
        Map<String, String> environment = Map.of(Notifiers.URL, url, "EVENKEEL_WEBHOOK_KIND", "discord");
        String told =
                assertThrows(ParameterException.class, () -> from(environment)).getMessage();
        assertTrue(told.contains("EVENKEEL_WEBHOOK_KIND is EVENKEEL_WEBHOOK_SHAPE now"), told);
        assertFalse(told.contains("s3cret"), told);
        assertSame(Notifier.NONE, from(Map.of("EVENKEEL_WEBHOOK_KIND", " ")));
    }

    @ParameterizedTest
    @CsvSource({
        "https://discord.com/api/webhooks/1/s3cret, DISCORD",
        "https://canary.discord.com/api/webhooks/1/s3cret, DISCORD",
        "https://DiscordApp.com/api/webhooks/1/s3cret, DISCORD",
        "https://api.telegram.org/bots3cret, TELEGRAM",
        "https://discord.com.evil.example/s3cret, GENERIC",
        "https://notdiscord.com/s3cret, GENERIC",
        "https://hooks.example.org/s3cret, GENERIC",
        "http://localhost:8080/s3cret, GENERIC"
    })
    void the_shape_is_told_from_the_host(String url, Shape shape) {
        Webhook webhook = Webhook.of(url, Optional.empty(), Optional.of("42"));
        assertEquals(shape, webhook.shape());
        assertFalse(webhook.toString().contains("s3cret"), webhook::toString);
    }

    @Test
    void the_shape_that_is_given_counts_more() {
        Webhook webhook =
                Webhook.of("https://relay.example.org/s3cret", Optional.of(Shape.get(" Discord ")), Optional.empty());
        assertEquals(Shape.DISCORD, webhook.shape());
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.telegram.org/bot1:s3cret, https://api.telegram.org/bot1:s3cret/sendMessage",
        "https://api.telegram.org/bot1:s3cret/, https://api.telegram.org/bot1:s3cret/sendMessage",
        "https://api.telegram.org/bot1:s3cret/sendMessage, https://api.telegram.org/bot1:s3cret/sendMessage"
    })
    void a_bot_is_asked_to_send_a_message(String url, String address) {
        Webhook webhook = Webhook.of(url, Optional.empty(), Optional.of("42"));
        assertEquals(address, webhook.address().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hooks.example.org/s3cret",
                "ftp://hooks.example.org/s3cret",
                "http://hooks.example.org/s3cret",
                "https:///s3cret",
                "https://user:s3cret@hooks.example.org/",
                "https://hooks.example.org/s3cret path",
                "s3cret"
            })
    void an_address_that_cannot_be_posted_to_safely_is_refused_without_being_told(String url) {
        ParameterException refused = assertThrows(ParameterException.class, () -> from(Map.of(Notifiers.URL, url)));
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            assertFalse(String.valueOf(cause.getMessage()).contains("s3cret"), cause::toString);
        }
        assertTrue(refused.getMessage().contains(Notifiers.URL), refused::getMessage);
    }

    @Test
    void an_unknown_shape_and_a_missing_chat_are_refused_with_what_to_do() {
        String url = "https://api.telegram.org/bot1:s3cret";
        ParameterException chat = assertThrows(ParameterException.class, () -> from(Map.of(Notifiers.URL, url)));
        assertTrue(chat.getMessage().startsWith(Notifiers.CHAT), chat::getMessage);
        ParameterException shape = assertThrows(
                ParameterException.class, () -> from(Map.of(Notifiers.URL, url, Notifiers.SHAPE, "discrod")));
        assertTrue(shape.getMessage().startsWith(Notifiers.SHAPE + " is 'discrod'"), shape::getMessage);
        assertTrue(shape.getMessage().contains("Did you mean 'discord'"), shape::getMessage);
        assertTrue(shape.getMessage().contains("There are generic, discord, telegram"), shape::getMessage);
    }

    @Test
    void a_wrong_shape_is_found_out_without_an_address_too() {
        assertThrows(ParameterException.class, () -> from(Map.of(Notifiers.SHAPE, "json")));
    }

    @Test
    void what_the_environment_names_is_told() {
        try (Receiver receiver = new Receiver();
                Notifier notifier = from(Map.of(Notifiers.URL, receiver.url(), Notifiers.SHAPE, "discord"))) {
            notifier.tell(new Notification(Kind.STUCK_TRANSFER, Instant.EPOCH, "Momentum", "Transfer 3 is late."));
            assertTrue(receiver.next().body().has("embeds"));
        }
    }
}
