package org.evenkeel.cli.live;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.live.LiveEvent;
import org.evenkeel.live.notify.Notification;
import org.evenkeel.live.notify.Notifier;
import org.evenkeel.onchain.bridge.TransferReport;

/**
 * Tells of a run: line by line for people, object by object for programs, and by webhook what a person should hear of
 * wherever he is.
 */
final class LiveLog implements Consumer<LiveEvent> {
    private final String name;
    private final LiveTime time;
    private final PrintStream out;
    private final Optional<LiveJson> json;
    private final Notifier notifier;
    private boolean goesOn;

    /**
     * @param name what the run is called
     * @param out takes lines
     * @param json takes objects, where a program wants them
     */
    LiveLog(String name, LiveTime time, PrintStream out, Optional<LiveJson> json, Notifier notifier) {
        this.name = name;
        this.time = time;
        this.out = out;
        this.json = json;
        this.notifier = notifier;
    }

    @Override
    public void accept(LiveEvent event) {
        String text = EventWords.of(event);
        line(text);
        json.ifPresent(objects -> objects.event(event, text));
        EventWords.kind(event)
                .filter(kind -> goesOn || kind != Notification.Kind.RUN)
                .ifPresent(kind -> tell(kind, text));
    }

    /** The run goes on until it is stopped: that it began, and that it ended, is worth hearing of elsewhere too. */
    void goesOn() {
        goesOn = true;
    }

    /** Something about a trade, before it has ended. */
    void trade(TradeNotes.Said said) {
        line(said.text());
        json.ifPresent(objects -> objects.trade(now(), said));
    }

    /** Something to know of a transfer. */
    void transfer(TransferReport report) {
        line(report.toString());
        json.ifPresent(objects -> objects.transfer(now(), report));
        if (report.stage().needsPerson()) {
            tell(Notification.Kind.STUCK_TRANSFER, report.toString());
        }
    }

    /** Something that a person may have to see to. */
    void warn(String text) {
        line(text);
        json.ifPresent(objects -> objects.text("warning", now(), text));
        tell(Notification.Kind.FAILURE, text);
    }

    /** The run ends because of this, which whoever started it is told by the command itself. */
    void failed(Exception failure) {
        String text = String.valueOf(failure.getMessage());
        json.ifPresent(objects -> objects.text("failed", now(), text));
        tell(Notification.Kind.FREEZE, text);
    }

    private Instant now() {
        return time.clock().instant();
    }

    private void line(String text) {
        out.println(EventWords.seconds(now()) + "  " + text);
        out.flush();
    }

    private void tell(Notification.Kind kind, String text) {
        notifier.tell(new Notification(kind, now(), name, text));
    }
}
