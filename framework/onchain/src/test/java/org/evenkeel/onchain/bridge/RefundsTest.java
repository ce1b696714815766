package org.evenkeel.onchain.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.bridge.TransferReport.Stage;
import org.evenkeel.onchain.tx.TxRequest;
import org.evenkeel.state.model.Transfer;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Transfers that nobody paid out, and whose refund is whose: the same whoever asks, in whatever process and order. */
final class RefundsTest {
    @RegisterExtension
    static final LocalChain WEST = LocalChain.withId(31337);

    @RegisterExtension
    static final LocalChain EAST = LocalChain.withId(31338);

    private static TestEnd west;
    private static TestEnd east;

    @TempDir
    private Path folder;

    private Bridging bridging;

    @BeforeAll
    static void deploy() {
        west = TestEnd.deployOn(WEST, 6);
        east = TestEnd.deployOn(EAST, 18);
    }

    @BeforeEach
    void open() {
        bridging = new Bridging(west, east, folder);
    }

    @AfterEach
    void close() {
        bridging.close();
    }

    private void assertReturned(Transfer transfer) {
        assertInstanceOf(Bridge.Returned.class, bridging.look(transfer));
        assertEquals(Stage.REFUNDED, bridging.stage(transfer));
    }

    private void assertOwed(Transfer transfer) {
        assertInstanceOf(Bridge.InFlight.class, bridging.look(transfer));
        assertEquals(Stage.EXPIRED, bridging.stage(transfer));
    }

    @Test
    void the_first_refund_of_two_alike_is_that_of_the_first_whoever_asks_for_which_first() {
        Transfer first = bridging.started(1);
        Transfer second = bridging.started(2);
        bridging.expire();
        bridging.refund();
        bridging.reopen();
        assertOwed(second);
        assertReturned(first);
        bridging.reopen();
        assertReturned(first);
        assertOwed(second);
        bridging.refund();
        bridging.reopen();
        assertReturned(second);
        assertReturned(first);
        assertEquals(BigInteger.TEN.pow(9), west.balance());
    }

    @Test
    void control_without_the_transfers_before_it_each_of_two_alike_would_take_the_same_refund() {
        bridging.started(1);
        Transfer second = bridging.started(2);
        bridging.expire();
        bridging.refund();
        Departure.Left left =
                assertInstanceOf(Departure.Left.class, departures().find(second, bridging.from));
        List<SpokePool.Refund> refunds = bridging.from
                .pool()
                .refunds(
                        TestEnd.KEY.address(),
                        new Address(west.reserve().address()),
                        0,
                        bridging.from.client().head().number());
        assertTrue(Refunds.match(left.deposit(), List.of(), refunds).refund().isPresent());
        List<Refunds.Older> older = departures().alikeBefore(second, bridging.from).stream()
                .map(deposit -> new Refunds.Older(deposit, Refunds.Claim.OWED))
                .toList();
        assertTrue(Refunds.match(left.deposit(), older, refunds).refund().isEmpty());
    }

    private static Departures departures() {
        return new Departures("run@1", TestEnd.PATIENCE);
    }

    @Test
    void a_transfer_that_was_paid_out_takes_no_refund_of_one_alike() {
        Transfer first = bridging.started(1);
        Transfer second = bridging.started(2);
        bridging.fill(0);
        bridging.expire();
        bridging.refund();
        assertReturned(second);
        assertInstanceOf(Bridge.Arrived.class, bridging.look(first));
    }

    @Test
    void a_refund_that_may_be_of_an_earlier_one_waits_until_that_has_ended() {
        bridging.giveRelayers(Duration.ofHours(4));
        Transfer first = bridging.started(1);
        bridging.giveRelayers(TestEnd.WINDOW);
        Transfer second = bridging.started(2);
        bridging.expire();
        bridging.refund();
        assertOwed(second);
        assertTrue(bridging.report(second).found().contains("earlier transfer"), bridging.report(second)::toString);
        bridging.fill(0);
        assertInstanceOf(Bridge.Arrived.class, bridging.look(first));
        assertReturned(second);
    }

    @Test
    void a_refund_that_the_token_refuses_to_pay_is_kept_until_it_is_fetched() {
        TestContract token = west.bridge().refusingToken("USDC", 6);
        bridging.close();
        bridging = new Bridging(TestEnd.on(WEST, west.bridge(), token, 6), east, folder);
        Transfer transfer = bridging.started(1);
        bridging.expire();
        token.send("trap(address)", TestEnd.KEY.address().hex());
        bridging.refund();
        assertInstanceOf(Bridge.InFlight.class, bridging.look(transfer));
        TransferReport report = bridging.report(transfer);
        assertEquals(Stage.REFUND_KEPT, report.stage());
        assertTrue(report.stage().needsPerson() && report.found().contains("claimRelayerRefund"), report::toString);
        token.send("release(address)", TestEnd.KEY.address().hex());
        claim(token);
        bridging.west.confirm();
        assertReturned(transfer);
        assertEquals(BigInteger.TEN.pow(9), bridging.west.balance());
    }

    private void claim(TestContract token) {
        AbiWriter arguments =
                new AbiWriter().address(new Address(token.address())).address(TestEnd.KEY.address());
        Call claim = Function.of("claimRelayerRefund(bytes32,bytes32)").on(bridging.from.spokePool(), arguments);
        bridging.from.account().submit(TxRequest.of("somebody/claim", claim));
        bridging.from.account().await("somebody/claim", TestEnd.PATIENCE.get());
    }
}
