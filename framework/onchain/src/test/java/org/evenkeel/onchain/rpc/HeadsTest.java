package org.evenkeel.onchain.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.FaultProxy.Fault;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A head is refused that is old, from the future, or behind another; the edges count. */
final class HeadsTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final String NEWEST = "eth_getBlockByNumber";

    private FaultProxy stale;
    private FaultProxy fresh;
    private Instant now;
    private ChainClient client;

    @BeforeEach
    void connect() {
        stale = FaultProxy.before(CHAIN);
        fresh = FaultProxy.before(CHAIN);
        now = Clients.now(CHAIN);
        client = ChainClient.of(Clients.settings(CHAIN, stale.url()), () -> now);
    }

    @AfterEach
    void disconnect() {
        client.close();
        stale.close();
        fresh.close();
    }

    private ChainFault refusal() {
        ChainException refused = assertThrows(ChainException.class, client::head);
        assertTrue(refused.getMessage().contains("clock"), refused.getMessage());
        return refused.fault();
    }

    @Test
    void a_head_of_a_minute_ago_is_taken_and_an_older_one_refused() {
        now = now.plusSeconds(60);
        client.head();
        now = now.plusSeconds(1);
        assertEquals(ChainFault.STALE, refusal());
    }

    @Test
    void a_head_half_a_minute_ahead_is_taken_and_a_later_one_refused() {
        now = now.minusSeconds(30);
        client.head();
        now = now.minusSeconds(1);
        assertEquals(ChainFault.CLOCK_SKEW, refusal());
    }

    @Test
    void a_node_that_is_behind_what_was_seen_is_left_for_one_that_is_not() {
        String old = CHAIN.ask(NEWEST, "latest", false).toString();
        for (int block = 0; block < 4; block++) {
            CHAIN.ask("evm_mine");
        }
        try (ChainClient both = Clients.client(CHAIN, stale.url(), fresh.url())) {
            BlockRef head = both.head();
            stale.set(NEWEST, new Fault.Result(old));
            assertEquals(head, both.head());
            assertEquals(1, fresh.count(NEWEST));
        }
        try (ChainClient one = Clients.client(CHAIN, stale.url())) {
            stale.clear();
            one.head();
            stale.set(NEWEST, new Fault.Result(old));
            assertEquals(
                    ChainFault.STALE,
                    assertThrows(ChainException.class, one::head).fault());
        }
    }

    @Test
    void control_where_any_head_is_believed_a_node_of_yesterday_and_one_of_tomorrow_are() {
        String old = CHAIN.ask(NEWEST, "latest", false).toString();
        CHAIN.ask("anvil_mine", "0x64");
        Freshness any = new Freshness(Duration.ofDays(2), Duration.ofDays(2), 1_000);
        Instant seen = Clients.now(CHAIN);
        now = seen;
        try (ChainClient trusting =
                ChainClient.of(Clients.settings(CHAIN, stale.url()).withFreshness(any), () -> now)) {
            long newest = trusting.head().number();
            stale.set(NEWEST, new Fault.Result(old));
            assertEquals(newest - 100, trusting.head().number(), "what happened since is not seen");
            stale.clear();
            now = seen.plus(Duration.ofDays(1));
            assertEquals(newest, trusting.head().number());
            now = seen.minus(Duration.ofDays(1));
            assertEquals(newest, trusting.head().number());
        }
    }

    @Test
    void a_few_blocks_behind_is_no_fault() {
        String old = CHAIN.ask(NEWEST, "latest", false).toString();
        for (int block = 0; block < 3; block++) {
            CHAIN.ask("evm_mine");
        }
        now = Clients.now(CHAIN);
        long newest = client.head().number();
        stale.set(NEWEST, new Fault.Result(old));
        assertEquals(newest - 3, client.head().number());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"number\": \"0x1\", \"hash\": \"0x12\", \"timestamp\": \"0x1\"}",
                "{\"number\": \"-0x1\", \"hash\": \"0x12\", \"timestamp\": \"0x1\"}",
                "{\"number\": \"0xffffffffffffffffff\", \"timestamp\": \"0x1\"}",
                "\"latest\""
            })
    void a_block_that_is_none_is_garbage(String block) {
        stale.set(NEWEST, new Fault.Result(block));
        assertEquals(
                ChainFault.GARBAGE,
                assertThrows(ChainException.class, client::head).fault());
    }

    @Test
    void a_block_of_the_end_of_time_is_garbage() {
        String hash = "0x" + "12".repeat(32);
        stale.set(
                NEWEST,
                new Fault.Result(
                        "{\"number\": \"0x1\", \"hash\": \"" + hash + "\", \"timestamp\": \"0x7fffffffffffffff\"}"));
        assertEquals(
                ChainFault.GARBAGE,
                assertThrows(ChainException.class, client::head).fault());
    }
}
