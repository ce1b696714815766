package org.evenkeel.cli.live;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenkeel.api.Strategy;
import org.evenkeel.cli.chain.SafeHolding;
import org.evenkeel.cli.chain.WalletFiles;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.Held;
import org.evenkeel.cli.wallet.Finding;
import org.evenkeel.live.DataFeed;
import org.evenkeel.live.Difference;
import org.evenkeel.live.DryRun;
import org.evenkeel.live.LiveEvent;
import org.evenkeel.live.LiveRun;
import org.evenkeel.live.World;
import org.evenkeel.live.notify.Notifier;
import org.evenkeel.live.notify.Notifiers;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.sign.Signer;
import org.evenkeel.state.model.RunInfo;

/** Runs a strategy as time goes by: on paper, on chains, or to see what it would do. */
final class LiveJob {
    private static final Duration ANY_AGE = Duration.ofDays(36_500);

    private final LiveStrategy strategy;
    private final LiveOptions options;
    private final LiveTime time;
    private final Consumer<LiveEvent> listener;
    private final boolean onCandles;
    private final PrintStream err = Console.err();

    LiveJob(LiveStrategy strategy, LiveOptions options, LiveTime time) {
        this(strategy, options, time, event -> {});
    }

    /**
     * @param listener hears of what happens besides those who are told anyway
     */
    LiveJob(LiveStrategy strategy, LiveOptions options, LiveTime time, Consumer<LiveEvent> listener) {
        this(strategy, options, time, listener, true);
    }

    private LiveJob(
            LiveStrategy strategy,
            LiveOptions options,
            LiveTime time,
            Consumer<LiveEvent> listener,
            boolean onCandles) {
        this.strategy = strategy;
        this.options = options;
        this.time = time;
        this.listener = listener;
        this.onCandles = onCandles;
    }

    /** The same by the pools alone: to sell what is held, no candle has to be fresh, or to be collected. */
    LiveJob withoutCandles() {
        return new LiveJob(strategy, options, time, listener, false);
    }

    /** What is done with a run. */
    enum Span {
        /** It goes on until it is stopped. */
        ON_AND_ON,
        /** What is due is done. */
        ONCE,
        /** A decision is made now, whatever the hour. */
        NOW
    }

    /**
     * How trades are signed.
     *
     * @param files where the wallet's records are
     * @param key signs
     * @param safe holds the money instead of the key's own account
     */
    record Sending(WalletFiles files, Signer key, Optional<SafeHolding> safe) {
        /** Who holds the money. */
        Address holder() {
            return safe.map(SafeHolding::safe).orElseGet(key::address);
        }
    }

    /**
     * Says what would be done now, and does nothing.
     *
     * @param files of the wallet whose account would pay the gas
     * @param safe holds the money instead of it
     * @param span of {@link Span#NOW} no trigger is looked at
     */
    void show(WalletFiles files, Optional<SafeHolding> safe, Span span, Function<Strategy, Strategy> decides) {
        Address key = files.address();
        DoctorCall doctor = DoctorCall.of(strategy, files, safe, options.chains());
        Optional<Address> holder = Optional.of(safe.map(SafeHolding::safe).orElse(key));
        try (Stage stage = stage(holder, log(Optional.empty(), Notifier.NONE))) {
            stage.world.chains().all().forEach(chain -> chain.remember(files, key));
            safe.ifPresent(holding -> stage.world.chains().all().forEach(chain -> chain.look(key, holding)));
            TradeNotes notes = new TradeNotes(said -> {});
            World world = stage.world.looking(ears(notes, stage.log), doctor);
            List<String> lacks = stage.world.chains().all().stream()
                    .flatMap(chain -> Stream.concat(chain.lackOfGas(key).stream(), chain.notices().stream()))
                    .toList();
            lacks.forEach(lack -> err.println("Note: " + lack + " Nothing could be sent."));
            LiveRun.Setup setup =
                    strategy.setup(decides.apply(strategy.backtest().strategy()), stage.told(holder, options));
            DryRun dry = new DryRun(setup, world, options.terms());
            DryRun.Result result = Console.apart(() -> span == Span.NOW ? dry.decision() : dry.turn());
            WalletObstacles obstacles = new WalletObstacles(files, key, safe);
            List<Finding> found = stage.world.chains().all().stream()
                    .flatMap(chain -> obstacles.on(chain).stream())
                    .toList();
            DryRunReport report = new DryRunReport(result, notes, new DryRunReport.Wallet(found, lacks, doctor));
            if (options.json()) {
                Console.out().println(report.json());
            } else {
                report.lines().forEach(Console.out()::println);
                if (report.couldSend()) {
                    err.println("Nothing was sent: that takes --execute.");
                }
            }
        }
    }

    /** Trades on paper. */
    void paper(Optional<Address> asWhom, Span span) {
        told(log -> paper(asWhom, span, log));
    }

    private void paper(Optional<Address> asWhom, Span span, LiveLog log) {
        try (Stage stage = stage(asWhom, log)) {
            World world = stage.world.onPaper(ears(new TradeNotes(stage.log::trade), stage.log));
            LiveRun.Setup setup = strategy.setup(strategy.backtest().strategy(), stage.told(Optional.empty(), options));
            run(new LiveRun(setup, world, options.terms(), listener.andThen(stage.log)), span, stage);
        }
    }

    /** Trades. */
    void send(Sending sending, Span span, Function<Strategy, Strategy> decides) {
        told(log -> send(sending, span, decides, log));
    }

    private void send(Sending sending, Span span, Function<Strategy, Strategy> decides, LiveLog log) {
        try (Stage stage = stage(Optional.of(sending.holder()), log)) {
            stage.world
                    .chains()
                    .sending(sending, strategy.universe(), time.clock())
                    .notices()
                    .forEach(err::println);
            if (onCandles) {
                stage.world.requireBridge(strategy.universe().reserves().values());
            }
            DoctorCall doctor = DoctorCall.of(strategy, sending.files(), sending.safe(), options.chains());
            World world = stage.world.sending(ears(new TradeNotes(stage.log::trade), stage.log), doctor);
            LiveRun.Setup setup = strategy.setup(
                    decides.apply(strategy.backtest().strategy()), stage.told(Optional.of(sending.holder()), options));
            run(new LiveRun(setup, world, options.terms(), listener.andThen(stage.log)), span, stage);
        }
    }

    /** What ends a run is told wherever people are, also where it does not come to begin. */
    private void told(Consumer<LiveLog> run) {
        try (Notifier notifier =
                Notifiers.from(options.chains().endpoints()::find, text -> err.println("Note: " + text))) {
            Optional<LiveJson> json = options.json() ? Optional.of(new LiveJson(Console.out())) : Optional.empty();
            LiveLog log = log(json, notifier);
            if (json.isPresent()) {
                Console.apart(() -> told(run, log)); // A strategy that prints must not get among the objects.
            } else {
                told(run, log);
            }
        }
    }

    private static boolean told(Consumer<LiveLog> run, LiveLog log) {
        try {
            run.accept(log);
            return true;
        } catch (RuntimeException failure) {
            log.failed(failure);
            throw failure;
        }
    }

    private static void run(LiveRun run, Span span, Stage stage) {
        switch (span) {
            case ON_AND_ON -> {
                stage.log.goesOn();
                run.run();
            }
            case ONCE -> run.once();
            case NOW -> run.decideNow();
        }
    }

    private static LiveWorld.Ears ears(TradeNotes notes, LiveLog log) {
        return new LiveWorld.Ears(notes, log::transfer, log::warn);
    }

    /** What is open while a run goes on. */
    private record Stage(LiveWorld world, LiveLog log, Held held) implements AutoCloseable {
        /**
         * What is put on record of how the run is made.
         *
         * @param holder who holds the money; empty on paper
         */
        RunInfo.Live told(Optional<Address> holder, LiveOptions options) {
            SequencedMap<String, String> coins = new LinkedHashMap<>();
            world.chains()
                    .all()
                    .forEach(chain -> coins.put(
                            chain.chain().name(), chain.profile().coin().symbol()));
            return new RunInfo.Live(holder.isPresent(), holder.map(Address::hex), options.look(), coins);
        }

        @Override
        public void close() {
            held.close();
        }
    }

    private Stage stage(Optional<Address> holder, LiveLog log) {
        strategy.backtest().notes().forEach(note -> err.println("Note: " + note));
        Held held = new Held();
        boolean opened = false;
        try {
            LiveChains.Traded traded = new LiveChains.Traded(strategy.universe(), strategy.known());
            LiveChains chains = held.keep(LiveChains.open(traded, options.chains(), holder, time.clock()));
            chains.silent()
                    .forEach(token -> err.println("Note: " + Difference.named(token)
                            + " does not answer as the token that it was: it counts as worth nothing and is not"
                            + " traded; all others are."));
            DataFeed feed = onCandles && options.collects()
                    ? held.keep(CollectingFeed.into(strategy.location(), options, time.clock(), traded.known()))
                    : DataFeed.NONE;
            LiveWorld world = new LiveWorld(
                    chains,
                    new RecordedMarket(strategy.location(), strategy.backtest().history(), feed),
                    time,
                    strategy.settings(),
                    onCandles ? strategy.settings().fills().toleranceFor(strategy.interval()) : ANY_AGE,
                    options.look());
            opened = true;
            return new Stage(world, log, held);
        } finally {
            if (!opened) {
                held.close();
            }
        }
    }

    /** Lines of a run go where nothing else is expected; what a script reads is not mixed with them. */
    private LiveLog log(Optional<LiveJson> json, Notifier notifier) {
        PrintStream lines = options.json() ? err : Console.out();
        return new LiveLog(
                new LiveLog.Named(strategy.folder(), strategy.info().strategy()), time, lines, json, notifier);
    }
}
