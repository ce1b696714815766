package org.evenkeel.live.notify;

/** Tells people of what happens. */
public interface Notifier extends AutoCloseable {
    /** Tells nobody. */
    Notifier NONE = notification -> {};

    /** Takes a notification. Returns at once, and never throws, whatever becomes of it. */
    void tell(Notification notification);

    /** Gives what was taken a moment to be delivered, and ends. */
    @Override
    default void close() {}
}
