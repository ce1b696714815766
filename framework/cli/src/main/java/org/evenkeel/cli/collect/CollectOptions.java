package org.evenkeel.cli.collect;

import java.nio.file.Path;
import java.util.List;
import org.evenkeel.cli.chain.ChainOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is to be collected, and where to. */
public final class CollectOptions {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "the data set's folder, new or to be extended")
    Path out = Path.of("");

    @Option(
            names = "--pool",
            paramLabel = "CHAIN:POOL",
            description =
                    "a pool by its address, as ethereum:0xb4e1…; behind a further colon the symbol or address of the token"
                            + " that is bought and sold. What the data set has already is extended anyway")
    List<String> pools = List.of();

    @Option(
            names = "--usd-pool",
            paramLabel = "CHAIN:POOL",
            description =
                    "a pool that says what a token is worth in dollars, as WETH against USDC: pools that are paid in that"
                            + " token come out in dollars by it. Pools that are collected do so too")
    List<String> usdPools = List.of();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description =
                    "when new pools begin: a date, an instant, or the height of a block; 30 days ago where left out")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "DATE", description = "when it is to end; now where left out")
    @Nullable
    String to;

    @Option(
            names = "--interval",
            paramLabel = "I",
            description = "the length of the candles of a new data set, as 1h or 1d; 1h where left out")
    @Nullable
    String interval;

    @Option(
            names = "--confirmations",
            paramLabel = "N",
            description = "how many blocks behind the head a block is final; what chains.json says where left out")
    @Nullable
    Integer confirmations;

    @Option(names = "--json", description = "prints what was collected as one JSON object")
    boolean json;

    @Mixin
    ChainOptions chains = new ChainOptions();

    /** What extends a data set by what its pools did since. */
    public static CollectOptions extending(Path folder, ChainOptions chains) {
        CollectOptions options = new CollectOptions();
        options.out = folder;
        options.chains = chains;
        return options;
    }
}
