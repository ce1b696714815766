package org.evenkeel.onchain.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.evenkeel.market.Chain;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class EndpointHealthTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static List<EndpointHealth> health(ChainSettings settings, Duration clockAhead) {
        return EndpointHealth.of(settings, () -> Clients.now(CHAIN).plus(clockAhead));
    }

    private static ChainFault fault(EndpointHealth health) {
        return health.failure().orElseThrow().fault();
    }

    @Test
    void each_endpoint_is_asked_by_itself() {
        String nobody = "http://127.0.0.1:1/a-key-of-mine";
        List<EndpointHealth> both =
                health(Clients.settings(CHAIN, nobody, CHAIN.url().toString()), Duration.ofSeconds(3));
        assertEquals(ChainFault.UNREACHABLE, fault(both.getFirst()));
        assertEquals(Optional.empty(), both.getFirst().head());
        assertFalse(String.valueOf(both.getFirst().failure().orElseThrow().getMessage())
                .contains("a-key-of-mine"));
        EndpointHealth well = both.getLast();
        assertEquals(Optional.empty(), well.failure());
        assertTrue(well.head().isPresent());
        assertEquals(
                Optional.of(Duration.ofSeconds(3)),
                well.age(() -> Clients.now(CHAIN).plusSeconds(3)));
    }

    @Test
    void a_wrong_chain_an_old_head_and_a_clock_that_is_behind_are_told_apart() {
        ChainSettings settings = Clients.settings(CHAIN, CHAIN.url().toString());
        ChainSettings other =
                ChainSettings.of(new Chain("other", 5), settings.reading()).withLimits(Clients.QUICK);
        assertEquals(ChainFault.WRONG_CHAIN, fault(health(other, Duration.ZERO).getFirst()));
        assertEquals(
                ChainFault.STALE, fault(health(settings, Duration.ofMinutes(2)).getFirst()));
        assertEquals(
                ChainFault.CLOCK_SKEW,
                fault(health(settings, Duration.ofMinutes(-2)).getFirst()));
    }
}
