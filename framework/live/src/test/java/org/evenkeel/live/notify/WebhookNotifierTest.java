package org.evenkeel.live.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.evenkeel.live.notify.Notification.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is delivered, what is not, and that nobody has to wait for it. */
final class WebhookNotifierTest {
    private static final Instant AT = Instant.parse("2022-01-03T00:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Receiver receiver = new Receiver();
    private final BlockingQueue<String> notices = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        receiver.close();
    }

    private Notifier notifier(WebhookNotifier.Limits limits) {
        return new WebhookNotifier(
                Webhook.of(receiver.url(), Optional.empty(), Optional.empty()), limits, notices::add);
    }

    private static WebhookNotifier.Limits limits(int waiting) {
        return new WebhookNotifier.Limits(LONG, LONG, LONG, waiting);
    }

    private static Notification told(Kind kind, String text) {
        return new Notification(kind, AT, "Momentum", text);
    }

    private String notice() throws InterruptedException {
        String notice = notices.poll(20, TimeUnit.SECONDS);
        assertFalse(notice == null, "a notice");
        assertFalse(notice.contains("s3cret") || notice.contains("127.0.0.1"), notice);
        return notice;
    }

    @Test
    void what_is_told_is_posted_as_json_in_its_order() {
        try (Notifier notifier = notifier(limits(10))) {
            notifier.tell(told(Kind.CYCLE, "first"));
            notifier.tell(told(Kind.FREEZE, "second"));
            Receiver.Post first = receiver.next();
            assertEquals("/hook/s3cret-t0ken", first.path());
            assertEquals("application/json; charset=utf-8", first.type());
            assertEquals("first", first.body().get("text").asString());
            assertEquals("second", receiver.next().body().get("text").asString());
        }
        assertTrue(notices.isEmpty(), notices::toString);
    }

    @Test
    void closing_delivers_what_was_told_before() {
        Notifier notifier = notifier(limits(10));
        for (int i = 0; i < 10; i++) {
            notifier.tell(told(Kind.CYCLE, "number " + i));
        }
        notifier.close();
        assertEquals(10, receiver.count());
        notifier.tell(told(Kind.CYCLE, "too late"));
        notifier.close();
        assertEquals(10, receiver.count());
        assertTrue(notices.isEmpty(), notices::toString);
    }

    @Test
    void an_answer_that_is_no_yes_is_a_notice_and_no_redirect_is_followed() throws InterruptedException {
        receiver.answering(307);
        try (Notifier notifier = notifier(limits(10))) {
            notifier.tell(told(Kind.TRIGGER, "fired"));
            String notice = notice();
            assertTrue(notice.contains("trigger fired") && notice.contains("307"), notice);
            assertEquals("/hook/s3cret-t0ken", receiver.next().path());
            receiver.answering(200);
            notifier.tell(told(Kind.TRIGGER, "again"));
        }
        assertEquals("again", receiver.next().body().get("text").asString());
        assertEquals(0, receiver.count(), "nothing was posted elsewhere");
    }

    @Test
    void nobody_there_is_a_notice() throws InterruptedException {
        receiver.close();
        try (Notifier notifier = notifier(limits(10))) {
            notifier.tell(told(Kind.FAILURE, "reverted"));
            assertTrue(notice().contains("ConnectException"));
        }
    }

    @Test
    void an_answer_that_does_not_come_is_given_up() throws InterruptedException {
        receiver.waitingFor(new CountDownLatch(1));
        WebhookNotifier.Limits short_ = new WebhookNotifier.Limits(LONG, Duration.ofMillis(50), LONG, 10);
        try (Notifier notifier = notifier(short_)) {
            notifier.tell(told(Kind.FAILURE, "reverted"));
            assertTrue(notice().contains("HttpTimeoutException"));
        }
    }

    @Test
    void telling_does_not_wait_and_alarms_outlast_what_matters_less() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        receiver.waitingFor(gate);
        List<String> texts = new ArrayList<>();
        try (Notifier notifier = notifier(limits(3))) {
            notifier.tell(told(Kind.CYCLE, "under way"));
            receiver.next();
            // The server answers nothing until all of these were told.
            notifier.tell(told(Kind.FREEZE, "alarm"));
            for (int i = 0; i < 1000; i++) {
                notifier.tell(told(Kind.CYCLE, "cycle " + i));
            }
            gate.countDown();
            for (int i = 0; i < 3; i++) {
                texts.add(receiver.next().body().get("text").asString());
            }
        }
        assertEquals(List.of("alarm", "cycle 998", "cycle 999"), texts);
        assertTrue(notice().startsWith("998 notifications were given up"));
    }

    @Test
    void closing_does_not_wait_for_ever() throws InterruptedException {
        receiver.waitingFor(new CountDownLatch(1));
        Notifier notifier = notifier(new WebhookNotifier.Limits(LONG, LONG, Duration.ofMillis(20), 10));
        notifier.tell(told(Kind.CYCLE, "under way"));
        receiver.next();
        notifier.tell(told(Kind.CYCLE, "waiting"));
        notifier.close();
        assertTrue(notice().startsWith("2 notifications were not delivered before the end"));
    }

    @Test
    void a_notice_that_nobody_can_take_does_not_end_the_deliveries() {
        receiver.answering(500);
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> notices.add(String.valueOf(failure.getMessage())));
        try (Notifier notifier = new WebhookNotifier(
                Webhook.of(receiver.url(), Optional.empty(), Optional.empty()), limits(10), text -> {
                    throw new IllegalStateException("full");
                })) {
            notifier.tell(told(Kind.CYCLE, "first"));
            notifier.tell(told(Kind.CYCLE, "second"));
            receiver.next();
            receiver.next();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertEquals(List.of("full", "full"), List.copyOf(notices));
    }
}
