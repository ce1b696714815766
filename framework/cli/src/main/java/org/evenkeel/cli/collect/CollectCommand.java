package org.evenkeel.cli.collect;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code evenkeel collect}. */
@Command(
        name = "collect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Makes candles of the swaps of Uniswap v2 and v3 pools, and of their forks, read from any node of their chain,"
                        + " into a data set. Run again, it goes on where it was; Ctrl-C keeps what is done.",
        footer = {
            "",
            "For example, with ETHEREUM_RPC_URL set to the URL of a node:",
            "  ./evenkeel collect --out my-pools --from 2024-01-01 \\",
            "      --pool ethereum:0xb4e16d0168e52d35cacd2c6185b44281ec28c9dc",
            "  ./evenkeel data check my-pools",
            "  ./evenkeel backtest BuyAndHold --data my-pools"
        })
public final class CollectCommand implements Callable<Integer> {
    @Mixin
    private CollectOptions options = new CollectOptions();

    @Override
    public Integer call() {
        return new CollectJob(options).run();
    }
}
