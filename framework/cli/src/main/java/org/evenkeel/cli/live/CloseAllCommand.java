package org.evenkeel.cli.live;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.cli.chain.WalletOptions;
import org.evenkeel.cli.strategy.StrategyLoader;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.Interruption;
import org.evenkeel.cli.terminal.StateConflict;
import org.evenkeel.live.Closing;
import org.evenkeel.live.WallClock;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.store.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel close-all}. */
@Command(
        name = "close-all",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Sells every position of a live run now, through the same limits of risk, and books it there. Without --execute"
                        + " it shows what it would do. The run itself must not be going on; started again, it decides anew.")
public final class CloseAllCommand implements Callable<Integer> {
    @Parameters(paramLabel = "STRATEGY", description = "the run's strategy, as it was given to live")
    private String strategy = "";

    @Option(names = "--execute", description = "signs and sends; without it nothing is")
    private boolean execute;

    @Mixin
    private WalletOptions wallet = new WalletOptions();

    @Mixin
    private LiveOptions options = new LiveOptions();

    @Override
    public Integer call() {
        WallClock clock = new WallClock();
        LiveStrategy live = LiveStrategy.of(StrategyLoader.load(strategy), options, "live");
        requireRun(live.folder());
        LiveJob job = new LiveJob(live, options, LiveTime.real(clock)).withoutCandles();
        if (!execute) {
            job.show(wallet.files(), wallet.holding(), LiveJob.Span.NOW, Closing::new);
            return ExitCode.OK;
        }
        LiveJob.Sending sending =
                new LiveJob.Sending(wallet.files(), wallet.open(options.chains().endpoints()), wallet.holding());
        try (Interruption interruption = Interruption.ofLive(clock)) {
            job.send(sending, LiveJob.Span.NOW, Closing::new);
            requireClosed(live);
            return interruption.asked() ? ExitCode.INTERRUPTED : ExitCode.OK;
        }
    }

    /** There is nothing to be closed where nothing was begun. */
    private static void requireRun(Path folder) {
        if (!StateFolder.at(folder).holdsState()) {
            throw new StateConflict(folder + " holds no live run, and so no position that could be closed: give the"
                    + " folder of the run with --out, as it was given to live.");
        }
    }

    /**
     * Makes sure that nothing is held any more: a person who closes everything goes by the exit code.
     *
     * @throws StateConflict with what is still held and why
     */
    static void requireClosed(LiveStrategy live) {
        Portfolio book = StateFolder.at(live.folder()).load().book(Ledger.MAIN_BOOK);
        List<String> held = book.positions().stream()
                .map(position -> position.quantity().toPlainString() + " of " + position.pair() + why(book, position))
                .toList();
        if (!held.isEmpty()) {
            throw new StateConflict("Not all was sold; still held are " + String.join("; ", held)
                    + ". See to the reasons and give the command again, or sell these by hand.");
        }
    }

    private static String why(Portfolio book, Position position) {
        return book.cycles().getLast().result().outcomes().stream()
                .filter(outcome -> outcome.pair().equals(position.pair()))
                .map(outcome -> " (" + outcome.outcome().words() + ")")
                .findFirst()
                .orElse("");
    }
}
