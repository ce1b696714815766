package org.evenkeel.onchain.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Duration;
import java.util.stream.Stream;
import org.evenkeel.onchain.Address;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.FaultProxy.Fault;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What nodes and networks do wrong: another node answers, or the message says what happened. */
final class NodeFaultsTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    /** Of the same id, and with other blocks. */
    @RegisterExtension
    static final LocalChain FORK = LocalChain.withId(31337);

    private static final String READ = "eth_getBalance";
    private static final RpcLimits SMALL = Clients.QUICK.withAnswerBytes(1 << 20);

    private FaultProxy bad;
    private FaultProxy good;

    @BeforeEach
    void connect() {
        bad = FaultProxy.before(CHAIN);
        good = FaultProxy.before(CHAIN);
    }

    @AfterEach
    void disconnect() {
        bad.close();
        good.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new Fault.LostRequest(), ChainFault.UNREACHABLE),
                Arguments.of(new Fault.LostReply(), ChainFault.UNREACHABLE),
                Arguments.of(new Fault.Silence(), ChainFault.UNREACHABLE),
                Arguments.of(new Fault.Status(429), ChainFault.RATE_LIMITED),
                Arguments.of(new Fault.Status(503), ChainFault.REFUSED),
                Arguments.of(new Fault.Status(302), ChainFault.REFUSED),
                Arguments.of(new Fault.Body("<html>busy</html>"), ChainFault.GARBAGE),
                Arguments.of(new Fault.Body(""), ChainFault.GARBAGE),
                Arguments.of(new Fault.Body("null"), ChainFault.GARBAGE),
                Arguments.of(new Fault.Body("{\"jsonrpc\":\"2.0\",\"id\":0}"), ChainFault.GARBAGE),
                Arguments.of(new Fault.Body("{\"jsonrpc\":\"2.0\",\"id\":-7,\"result\":\"0x1\"}"), ChainFault.GARBAGE),
                Arguments.of(new Fault.Body("[".repeat(100_000)), ChainFault.GARBAGE),
                Arguments.of(new Fault.Result("\"0x\""), ChainFault.GARBAGE),
                Arguments.of(new Fault.Result("\"0x" + "f".repeat(65) + "\""), ChainFault.GARBAGE),
                Arguments.of(new Fault.Result("{\"a\": [1e999999999]}"), ChainFault.GARBAGE),
                Arguments.of(new Fault.Endless(), ChainFault.TOO_LARGE),
                Arguments.of(new Fault.Error(-32005, "daily request count exceeded"), ChainFault.RATE_LIMITED),
                Arguments.of(new Fault.Error(-32000, "header not found"), ChainFault.STALE),
                Arguments.of(new Fault.Error(-32601, "no such method"), ChainFault.NODE_ERROR));
    }

    /** Patient, unless patience is what is tried. */
    private static RpcLimits limits(Fault fault) {
        return fault instanceof Fault.Silence ? SMALL.withTimeout(Duration.ofSeconds(1)) : SMALL;
    }

    private static BigInteger balance(ChainClient client, BlockRef head) {
        return client.balance(head, new Address(CHAIN.account()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void where_one_node_fails_the_next_answers(Fault fault, ChainFault expected) {
        try (ChainClient client = Clients.client(
                CHAIN, Clients.settings(CHAIN, bad.url(), good.url()).withLimits(limits(fault)))) {
            BlockRef head = client.head();
            bad.set(READ, fault);
            assertTrue(balance(client, head).signum() > 0, expected.name());
            assertEquals(1, bad.count(READ));
            assertEquals(1, good.count(READ));
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void where_all_fail_the_message_says_how_and_hides_the_key(Fault fault, ChainFault expected) {
        try (ChainClient client =
                Clients.client(CHAIN, Clients.settings(CHAIN, bad.url()).withLimits(limits(fault)))) {
            BlockRef head = client.head();
            bad.set(READ, fault);
            ChainException failed = assertThrows(ChainException.class, () -> balance(client, head));
            assertEquals(expected, failed.fault(), failed.getMessage());
            assertTrue(failed.getMessage().contains("the balance of " + CHAIN.account()), failed.getMessage());
            assertTrue(failed.getMessage().contains("http://127.0.0.1:"), failed.getMessage());
            assertFalse(failed.getMessage().contains(FaultProxy.SECRET), failed.getMessage());
        }
    }

    @Test
    void what_passes_is_tried_again_in_the_next_round_and_what_does_not_is_not() {
        RpcLimits twoRounds = SMALL.withRounds(2, Duration.ofMillis(1));
        try (ChainClient client =
                Clients.client(CHAIN, Clients.settings(CHAIN, bad.url()).withLimits(twoRounds))) {
            BlockRef head = client.head();
            bad.once(READ, new Fault.LostRequest());
            assertTrue(balance(client, head).signum() > 0);
            assertEquals(2, bad.count(READ));
            bad.set(READ, new Fault.Error(-32601, "no such method"));
            assertThrows(ChainException.class, () -> balance(client, head));
            assertEquals(3, bad.count(READ));
        }
    }

    @Test
    void a_node_that_failed_is_left_alone_for_a_while_and_asked_again_where_others_fail() {
        try (ChainClient client = Clients.client(CHAIN, bad.url(), good.url())) {
            BlockRef head = client.head();
            bad.once(READ, new Fault.LostRequest());
            balance(client, head);
            balance(client, head);
            assertEquals(1, bad.count(READ));
            good.set(READ, new Fault.LostRequest());
            assertTrue(balance(client, head).signum() > 0);
            assertEquals(2, bad.count(READ));
        }
    }

    @Test
    void a_node_that_nobody_runs_is_passed_over() {
        String nobody = bad.url();
        bad.close();
        try (ChainClient client = Clients.client(CHAIN, nobody, good.url())) {
            assertTrue(balance(client, client.head()).signum() > 0);
        }
    }

    @Test
    void a_node_of_another_chain_is_refused_and_asked_nothing() {
        bad.set("eth_chainId", new Fault.Result("\"0x1\""));
        try (ChainClient client = Clients.client(CHAIN, bad.url(), good.url())) {
            balance(client, client.head());
            assertEquals(bad.count("eth_chainId"), bad.received().size(), "asked " + bad.received());
        }
        try (ChainClient client = Clients.client(CHAIN, bad.url())) {
            ChainException refused = assertThrows(ChainException.class, client::head);
            assertEquals(ChainFault.WRONG_CHAIN, refused.fault());
            assertTrue(refused.getMessage().contains("31337"), refused.getMessage());
        }
    }

    @Test
    void a_node_that_comes_back_as_one_of_another_chain_is_noticed() {
        try (ChainClient client = Clients.client(CHAIN, bad.url(), good.url())) {
            BlockRef head = client.head();
            bad.once(READ, new Fault.LostRequest());
            balance(client, head);
            bad.set("eth_chainId", new Fault.Result("\"0x1\""));
            good.set(READ, new Fault.LostRequest());
            assertThrows(ChainException.class, () -> balance(client, head));
            assertEquals(1, bad.count(READ));
        }
    }

    @Test
    void a_node_on_a_fork_never_answers_for_a_block_that_it_lacks() {
        try (ChainClient client = Clients.client(CHAIN, bad.url(), FORK.url().toString())) {
            FORK.ask("evm_increaseTime", 7); // Else the same second might make the same block.
            FORK.ask("evm_mine");
            CHAIN.ask("evm_mine");
            BlockRef head = client.head();
            assertTrue(balance(client, head).signum() > 0);
            bad.set(READ, new Fault.LostRequest());
            ChainException refused = assertThrows(ChainException.class, () -> balance(client, head));
            assertTrue(refused.getMessage().contains("not found"), refused.getMessage());
        }
    }

    /** What comes of a read that is interrupted as soon as the bad node was asked. */
    private ChainFault interrupted(RpcLimits limits, Fault fault, String... urls) throws InterruptedException {
        ChainFault[] outcome = new ChainFault[1];
        try (ChainClient client =
                Clients.client(CHAIN, Clients.settings(CHAIN, urls).withLimits(limits))) {
            BlockRef head = client.head();
            bad.set(READ, fault);
            Thread asking = Thread.ofVirtual().start(() -> {
                try {
                    balance(client, head);
                } catch (ChainException stopped) {
                    outcome[0] = Thread.currentThread().isInterrupted() ? stopped.fault() : null;
                }
            });
            while (bad.count(READ) == 0) {
                Thread.onSpinWait();
            }
            asking.interrupt();
            asking.join();
        }
        return outcome[0];
    }

    @Test
    void an_interrupted_thread_stops_asking() throws InterruptedException {
        assertEquals(
                ChainFault.INTERRUPTED, interrupted(RpcLimits.DEFAULTS, new Fault.Silence(), bad.url(), good.url()));
        assertEquals(0, good.count(READ));
    }

    @Test
    void an_interrupted_thread_does_not_wait_for_the_next_round() throws InterruptedException {
        RpcLimits anHour = RpcLimits.DEFAULTS.withRounds(2, Duration.ofHours(1));
        assertEquals(ChainFault.INTERRUPTED, interrupted(anHour, new Fault.LostRequest(), bad.url()));
        assertEquals(1, bad.count(READ));
    }

    @Test
    void more_requests_than_are_allowed_wait_or_are_given_up() {
        RpcLimits oneASecond = SMALL.withRequestsPerSecond(1).withTimeout(Duration.ofMillis(500));
        try (ChainClient client =
                Clients.client(CHAIN, Clients.settings(CHAIN, bad.url()).withLimits(oneASecond))) {
            ChainException failed = assertThrows(ChainException.class, client::head);
            assertEquals(ChainFault.RATE_LIMITED, failed.fault());
            assertEquals(1, bad.received().size(), "the question which chain it is went, and no more");
        }
    }
}
