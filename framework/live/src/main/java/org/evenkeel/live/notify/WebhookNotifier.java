package org.evenkeel.live.notify;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Posts notifications to a webhook, one after the other, from a thread of its own. There is room for so many that wait: where
 * they are more, the oldest that matters least gives way.
 */
final class WebhookNotifier implements Notifier {
    /**
     * How long and how much.
     *
     * @param connect how long a connection may take
     * @param answer how long an answer may take
     * @param close how long {@link #close} waits for what is not delivered yet
     * @param waiting how many notifications may wait
     */
    record Limits(Duration connect, Duration answer, Duration close, int waiting) {
        static final Limits DEFAULTS =
                new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10), 100);
    }

    private final Webhook webhook;
    private final Limits limits;
    private final Consumer<String> notices;
    private final HttpClient client;
    private final Thread worker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Notification> waiting = new ArrayDeque<>();
    private int dropped;
    private boolean closed;

    /**
     * @param notices hears of what was not delivered, from another thread
     */
    WebhookNotifier(Webhook webhook, Limits limits, Consumer<String> notices) {
        this.webhook = webhook;
        this.limits = limits;
        this.notices = notices;
        this.client = HttpClient.newBuilder()
                .connectTimeout(limits.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.worker = Thread.ofVirtual().name("notifications").start(this::deliverAll);
    }

    @Override
    public void tell(Notification notification) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            if (waiting.size() >= limits.waiting()) {
                dropOne();
            }
            waiting.addLast(notification);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void dropOne() {
        Notification least = waiting.getFirst();
        for (Notification candidate : waiting) {
            least = candidate.kind().severity().compareTo(least.kind().severity()) < 0 ? candidate : least;
        }
        waiting.removeFirstOccurrence(least);
        dropped++;
    }

    private void deliverAll() {
        try {
            for (Optional<Notification> next = next(); next.isPresent(); next = next()) {
                deliver(next.get());
            }
        } catch (InterruptedException e) {
            // Closing has waited long enough; what is left is told there.
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the next one; empty once all is delivered and no more will come. */
    private Optional<Notification> next() throws InterruptedException {
        int lost;
        Optional<Notification> next;
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.await();
            }
            lost = dropped;
            dropped = 0;
            next = Optional.ofNullable(waiting.pollFirst());
        } finally {
            lock.unlock();
        }
        if (lost > 0) {
            notice(lost + " notifications were given up: " + webhook + " takes them more slowly than they come.");
        }
        return next;
    }

    private void deliver(Notification notification) throws InterruptedException {
        try {
            HttpResponse<Void> answer = client.send(request(notification), HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                failed(notification, "it answered " + answer.statusCode());
            }
        } catch (IOException | RuntimeException e) {
            // What such an exception says may have the address in it; its kind has not.
            failed(notification, e.getClass().getSimpleName());
        }
    }

    private HttpRequest request(Notification notification) {
        return HttpRequest.newBuilder(webhook.address())
                .timeout(limits.answer())
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(Messages.of(notification, webhook), StandardCharsets.UTF_8))
                .build();
    }

    private void failed(Notification notification, String why) {
        notice("The notification '" + notification.kind().words() + "' of " + notification.at() + " did not reach "
                + webhook + ": " + why + ". The run goes on; check " + Notifiers.URL + ".");
    }

    /** Whoever hears of it must not end the deliveries. */
    private void notice(String text) {
        try {
            notices.accept(text);
        } catch (RuntimeException e) {
            Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), e);
        }
    }

    @Override
    public void close() {
        int left = ended();
        if (left > 0) {
            notice(left + " notifications were not delivered before the end: " + webhook + " did not answer in time.");
        }
        client.shutdownNow();
    }

    /** Lets the deliveries end; how many were left when there was no more time. */
    private int ended() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        boolean done = false;
        try {
            done = worker.join(limits.close());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (done) {
            return 0;
        }
        worker.interrupt();
        lock.lock();
        try {
            // The one that is being delivered is not delivered either.
            return waiting.size() + 1;
        } finally {
            lock.unlock();
        }
    }
}
