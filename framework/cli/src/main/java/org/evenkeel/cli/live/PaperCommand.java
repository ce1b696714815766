package org.evenkeel.cli.live;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenkeel.cli.strategy.StrategyLoader;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.Interruption;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.live.WallClock;
import org.evenkeel.onchain.Address;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel paper}. */
@Command(
        name = "paper",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Runs a strategy on the prices of chains as they are, and fills its trades on paper with what its routes would"
                        + " bring, gas and limits included. It needs no wallet and sends nothing.")
public final class PaperCommand implements Callable<Integer> {
    @Parameters(paramLabel = "STRATEGY", description = "as for backtest")
    private String strategy = "";

    @Option(
            names = "--as",
            paramLabel = "ADDRESS",
            description =
                    "an account that holds the reserve: tokens are tried as it, to find those that cannot be sold")
    private @Nullable String as;

    @Option(names = "--once", description = "does what is due now, and ends")
    private boolean once;

    @Mixin
    private LiveOptions options = new LiveOptions();

    @Override
    public Integer call() {
        WallClock clock = new WallClock();
        LiveStrategy live = LiveStrategy.of(StrategyLoader.load(strategy), options, "paper");
        try (Interruption interruption = Interruption.ofLive(clock)) {
            new LiveJob(live, options, LiveTime.real(clock))
                    .paper(address(), once ? LiveJob.Span.ONCE : LiveJob.Span.ON_AND_ON);
            return interruption.asked() ? ExitCode.INTERRUPTED : ExitCode.OK;
        }
    }

    private Optional<Address> address() {
        try {
            return Optional.ofNullable(as).map(Address::new);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--as " + as + " is no address: it is 0x and 40 hexadecimal digits.", e);
        }
    }
}
