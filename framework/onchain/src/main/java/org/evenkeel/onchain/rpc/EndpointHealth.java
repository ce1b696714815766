package org.evenkeel.onchain.rpc;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Whether one endpoint can be used: it answers, is of the right chain, and its newest block is of now.
 *
 * @param endpoint which
 * @param head its newest block; empty where it cannot be used
 * @param failure what is wrong with it; empty where nothing is
 */
public record EndpointHealth(Endpoint endpoint, Optional<BlockRef> head, Optional<ChainException> failure) {
    /** Asks each endpoint to read from by itself, once, in their order. */
    public static List<EndpointHealth> of(ChainSettings settings, InstantSource clock) {
        return settings.reading().stream()
                .map(endpoint -> of(settings, endpoint, clock))
                .toList();
    }

    private static EndpointHealth of(ChainSettings settings, Endpoint endpoint, InstantSource clock) {
        RpcLimits once = settings.limits().withRounds(1, settings.limits().pause());
        ChainSettings alone =
                new ChainSettings(settings.chain(), List.of(endpoint), Optional.empty(), once, settings.freshness());
        try (ChainClient client = ChainClient.of(alone, clock)) {
            return new EndpointHealth(endpoint, Optional.of(client.head()), Optional.empty());
        } catch (ChainException failure) {
            return new EndpointHealth(endpoint, Optional.empty(), Optional.of(failure));
        }
    }

    /** How old its newest block is; negative where it is ahead of this machine's clock. */
    public Optional<Duration> age(InstantSource clock) {
        return head.map(block -> Duration.between(block.time(), clock.instant()));
    }
}
