package org.evenkeel.cli.live;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.api.ParameterException;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.live.LiveEvent;
import org.evenkeel.live.WalletException;
import org.evenkeel.live.notify.Notification;
import org.evenkeel.live.notify.Notifier;
import org.evenkeel.onchain.bridge.TransferReport;
import org.evenkeel.onchain.config.ConfigException;
import org.evenkeel.onchain.tx.TxException;

/**
 * Tells of a run: line by line for people, object by object for programs, and by webhook what a person should hear of
 * wherever he is.
 */
final class LiveLog implements Consumer<LiveEvent> {
    private static final String ENDED =
            "The run has ended, and nothing that it holds is watched until it is started again: ";

    private final Named named;
    private final LiveTime time;
    private final PrintStream out;
    private final Optional<LiveJson> json;
    private final Notifier notifier;
    private String run;
    private boolean goesOn;
    private boolean begun;

    /**
     * By what a run is told from others.
     *
     * @param folder where its state is
     * @param strategy what decides, which is all that is known of its own name before it begins
     */
    record Named(Path folder, String strategy) {
        private String of(String run) {
            Path place = folder.toAbsolutePath().normalize();
            return Optional.ofNullable(place.getFileName()).orElse(place) + ": " + run;
        }
    }

    /**
     * @param named by what the run is told from others
     * @param out takes lines
     * @param json takes objects, where a program wants them
     */
    LiveLog(Named named, LiveTime time, PrintStream out, Optional<LiveJson> json, Notifier notifier) {
        this.named = named;
        this.run = named.of(named.strategy());
        this.time = time;
        this.out = out;
        this.json = json;
        this.notifier = notifier;
    }

    @Override
    public void accept(LiveEvent event) {
        if (event instanceof LiveEvent.Started started) {
            begun = true;
            run = named.of(started.run());
        }
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

    /** The run ends because of this, or does not come to begin, which whoever started it is told by the command itself. */
    void failed(RuntimeException failure) {
        String text = String.valueOf(failure.getMessage());
        json.ifPresent(objects -> objects.text("failed", now(), text));
        kind(failure).ifPresent(kind -> tell(kind, kind == Notification.Kind.END ? ENDED + text : text));
    }

    /** What those are told who are elsewhere; empty where the command line is no good: its author sits before it. */
    private Optional<Notification.Kind> kind(RuntimeException failure) {
        if (failure instanceof WalletException wallet && wallet.isFreeze() || begun && failure instanceof TxException) {
            return Optional.of(Notification.Kind.FREEZE);
        }
        if (begun) {
            return Optional.of(goesOn ? Notification.Kind.END : Notification.Kind.FAILURE);
        }
        boolean mistyped = failure instanceof UsageException
                || failure instanceof ParameterException
                || failure instanceof ConfigException;
        return mistyped ? Optional.empty() : Optional.of(Notification.Kind.FAILURE);
    }

    private Instant now() {
        return time.clock().instant();
    }

    private void line(String text) {
        out.println(EventWords.seconds(now()) + "  " + text);
        out.flush();
    }

    private void tell(Notification.Kind kind, String text) {
        notifier.tell(new Notification(kind, now(), run, text));
    }
}
