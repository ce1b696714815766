package org.evenkeel.cli.live;

import java.util.concurrent.Callable;
import java.util.function.Function;
import org.evenkeel.cli.chain.WalletOptions;
import org.evenkeel.cli.strategy.StrategyLoader;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.Interruption;
import org.evenkeel.live.WallClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel live}. */
@Command(
        name = "live",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Runs a strategy on chains. Without --execute it only shows what it would do now: each trade with its reason,"
                        + " route, the least that is accepted, and gas. With it, it decides at each tick of its cycle, watches"
                        + " stops and take profits in between, and goes on where it was after a stop of any kind. Ctrl-C ends it"
                        + " when nothing is half done.",
        footer = {
            "",
            "For example, with ETHEREUM_RPC_URL set to the URL of a node:",
            "  ./evenkeel wallet create --out wallet.json --password-file password.txt",
            "  ./evenkeel collect --out pools --from 2026-10-01 --pool ethereum:0xb4e16d01…",
            "  ./evenkeel live WeeklyMomentum --data pools --wallet wallet.json",
            "  ./evenkeel live WeeklyMomentum --data pools --wallet wallet.json \\",
            "      --password-file password.txt --execute"
        })
public final class LiveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "STRATEGY", description = "as for backtest")
    private String strategy = "";

    @Option(names = "--execute", description = "signs and sends; without it nothing is")
    private boolean execute;

    @Option(
            names = "--dry-run",
            description =
                    "shows what would be done, and ends: that is what is done without --execute, and more than it")
    private boolean dryRun;

    @Option(names = "--once", description = "does what is due now, and ends: for those who start it by a timer")
    private boolean once;

    @Mixin
    private WalletOptions wallet = new WalletOptions();

    @Mixin
    private LiveOptions options = new LiveOptions();

    @Override
    public Integer call() {
        WallClock clock = new WallClock();
        LiveStrategy live = LiveStrategy.of(StrategyLoader.load(strategy), options, "live");
        LiveJob job = new LiveJob(live, options, LiveTime.real(clock));
        if (!execute || dryRun) {
            job.show(wallet.files(), wallet.holding(), LiveJob.Span.ONCE, Function.identity());
            return ExitCode.OK;
        }
        LiveJob.Sending sending =
                new LiveJob.Sending(wallet.files(), wallet.open(options.chains().endpoints()), wallet.holding());
        try (Interruption interruption = Interruption.ofLive(clock)) {
            job.send(sending, once ? LiveJob.Span.ONCE : LiveJob.Span.ON_AND_ON, Function.identity());
            return interruption.asked() ? ExitCode.INTERRUPTED : ExitCode.OK;
        }
    }
}
