package org.evenkeel.onchain.rpc;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.evenkeel.market.Chain;
import org.evenkeel.testkit.chain.LocalChain;

/** Clients of a local chain that lose no time, and whose clock says what the chain's newest block does. */
public final class Clients {
    /** No waiting. */
    public static final RpcLimits QUICK = RpcLimits.DEFAULTS
            .withRequestsPerSecond(10_000)
            .withTimeout(Duration.ofSeconds(5))
            .withRounds(1, Duration.ofMillis(1));

    private Clients() {}

    /** Settings for these endpoints. */
    public static ChainSettings settings(LocalChain chain, String... urls) {
        return ChainSettings.of(
                        new Chain("local", chain.id()),
                        Arrays.stream(urls).map(Endpoint::of).toList())
                .withLimits(QUICK);
    }

    /** With these settings. */
    public static ChainClient client(LocalChain chain, ChainSettings settings) {
        return ChainClient.of(settings, () -> now(chain));
    }

    /** Through these endpoints. */
    public static ChainClient client(LocalChain chain, String... urls) {
        return client(chain, settings(chain, urls));
    }

    /** When the newest block was. */
    public static Instant now(LocalChain chain) {
        String time = chain.ask("eth_getBlockByNumber", "latest", false)
                .get("timestamp")
                .stringValue();
        return Instant.ofEpochSecond(Long.decode(time));
    }
}
