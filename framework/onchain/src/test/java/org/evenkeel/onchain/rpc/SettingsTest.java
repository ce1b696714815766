package org.evenkeel.onchain.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.Bytes;
import org.junit.jupiter.api.Test;

final class SettingsTest {
    private static final List<Endpoint> ONE = List.of(Endpoint.of("http://127.0.0.1:8545"));

    @Test
    void a_chain_has_an_id_and_an_endpoint() {
        assertThrows(IllegalArgumentException.class, () -> ChainSettings.of(new Chain("local", 1), List.of()));
        assertThrows(IllegalArgumentException.class, () -> ChainSettings.of(Chain.OFF_CHAIN, ONE));
        ChainSettings settings = ChainSettings.of(new Chain("local", 1), ONE);
        assertEquals(RpcLimits.DEFAULTS, settings.limits());
        assertEquals(Freshness.DEFAULTS, settings.freshness());
        Freshness patient = new Freshness(Duration.ofHours(1), Duration.ZERO, 0);
        assertEquals(patient, settings.withFreshness(patient).freshness());
    }

    @Test
    void limits_are_positive() {
        RpcLimits limits = RpcLimits.DEFAULTS;
        assertThrows(IllegalArgumentException.class, () -> limits.withRequestsPerSecond(0));
        assertThrows(IllegalArgumentException.class, () -> limits.withTimeout(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> limits.withRounds(0, Duration.ofSeconds(1)));
        assertThrows(IllegalArgumentException.class, () -> limits.withRounds(21, Duration.ofSeconds(1)));
        assertThrows(IllegalArgumentException.class, () -> limits.withRounds(1, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> limits.withAnswerBytes(0));
        assertThrows(IllegalArgumentException.class, () -> new Freshness(Duration.ZERO, Duration.ZERO, 0));
        assertThrows(
                IllegalArgumentException.class, () -> new Freshness(Duration.ofSeconds(1), Duration.ofSeconds(-1), 0));
        assertThrows(IllegalArgumentException.class, () -> new Freshness(Duration.ofSeconds(1), Duration.ZERO, -1));
    }

    @Test
    void a_block_has_a_hash() {
        assertThrows(IllegalArgumentException.class, () -> new BlockRef(1, Bytes.EMPTY, Instant.EPOCH));
        Bytes hash = Bytes.ofHex("0x" + "ab".repeat(32));
        assertThrows(IllegalArgumentException.class, () -> new BlockRef(-1, hash, Instant.EPOCH));
        assertEquals("7 (0xabababab…)", new BlockRef(7, hash, Instant.EPOCH).toString());
    }
}
