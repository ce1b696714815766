package org.evenkeel.onchain.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.evenkeel.api.BridgeTerms;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.abi.Topic;
import org.evenkeel.onchain.bridge.TransferReport.Stage;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.rpc.LogFilter;
import org.evenkeel.onchain.tx.TxRequest;
import org.evenkeel.onchain.tx.TxSettings;
import org.evenkeel.state.model.Transfer;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.NodeFault;
import org.evenkeel.testkit.chain.TestBridge;
import org.evenkeel.testkit.chain.TestBridge.Relay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Real pools on two chains; the test plays the relayer and the bridge itself. */
final class AcrossBridgeTest {
    @RegisterExtension
    static final LocalChain WEST = LocalChain.withId(31337);

    @RegisterExtension
    static final LocalChain EAST = LocalChain.withId(31338);

    private static final BridgeTerms TERMS = new BridgeTerms(0.5, 10, Duration.ofMinutes(10));
    private static final Topic FILLED =
            Topic.of("FilledRelay(bytes32,bytes32,uint256,uint256,uint256,uint256,uint256,uint32,"
                    + "uint32,bytes32,bytes32,bytes32,bytes32,bytes32,(bytes32,bytes32,uint256,uint8))");
    private static TestEnd west;
    private static TestEnd east;

    @TempDir
    private Path folder;

    private final List<Stage> heard = new ArrayList<>();
    private BigDecimal gasOfOthers = BigDecimal.ZERO;
    private BridgeEnd from;
    private BridgeEnd to;
    private AcrossBridge bridge;

    @BeforeAll
    static void deploy() {
        TestBridge left = TestBridge.deployOn(WEST);
        west = TestEnd.on(WEST, left, left.resetApprovalToken("USDC", 6), 6);
        east = TestEnd.deployOn(EAST, 18);
    }

    @BeforeEach
    void open() {
        open(TestEnd.SETTINGS);
    }

    private void open(TxSettings settings) {
        from = west.open(folder, settings, UnaryOperator.identity());
        to = east.open(folder);
        bridge = bridge(from, to);
    }

    private AcrossBridge bridge(BridgeEnd... ends) {
        Departures departures = new Departures("run@1", TestEnd.PATIENCE);
        return new AcrossBridge(List.of(ends), (here, there) -> TERMS, departures, report -> heard.add(report.stage()));
    }

    @AfterEach
    void close() {
        TestEnd.close(from);
        TestEnd.close(to);
    }

    private Instant now() {
        return Clients.now(WEST);
    }

    private Transfer plan(long id, String received) {
        return bridge.plan(new Bridge.Request(id, "main", west.token(), east.token(), new BigDecimal(received)), now());
    }

    private Transfer started() {
        Transfer transfer = plan(1, "400");
        bridge.start(transfer, now());
        west.confirm();
        return transfer;
    }

    private Bridge.Whereabouts look(Transfer transfer) {
        return bridge.whereabouts(transfer, now());
    }

    private void assertInFlight(Transfer transfer, Stage stage) {
        assertInstanceOf(Bridge.InFlight.class, look(transfer));
        TransferReport report = bridge.report(transfer);
        assertEquals(stage, report.stage(), report::toString);
    }

    private void assertArrived(String amount, Transfer transfer) {
        Bridge.Arrived there = assertInstanceOf(Bridge.Arrived.class, look(transfer));
        assertEquals(0, new BigDecimal(amount).compareTo(there.received()), () -> there + " is not " + amount);
        assertPaid(there.gas());
    }

    private void assertReturned(Transfer transfer) {
        assertPaid(assertInstanceOf(Bridge.Returned.class, look(transfer)).gas());
    }

    /** What gas took of the wallet is what this transfer's took, and what others did. */
    private void assertPaid(BigDecimal gas) {
        assertEquals(0, west.gasPaid().subtract(gasOfOthers).compareTo(gas), gas::toPlainString);
    }

    private static Relay deposit() {
        List<Relay> deposits = west.bridge().deposits();
        assertEquals(1, deposits.size());
        return deposits.getFirst();
    }

    private static BigInteger east(String amount) {
        return new BigDecimal(amount).movePointRight(18).toBigIntegerExact();
    }

    @Test
    void what_leaves_one_chain_arrives_on_the_other_to_the_unit_of_either() {
        BigInteger before = west.balance();
        Transfer transfer = plan(1, "400.000000000000000001");
        assertEquals(
                0, new BigDecimal("400.900001").compareTo(transfer.amounts().sent()));
        bridge.start(transfer, now());
        assertEquals(BigInteger.valueOf(400_900_001), before.subtract(west.balance()));
        assertEquals(BigInteger.ZERO, west.allowance());
        assertInFlight(transfer, Stage.LEAVING);
        west.confirm();
        assertInFlight(transfer, Stage.IN_FLIGHT);
        BigInteger there = east.balance();
        east.bridge().fill(deposit(), east.reserve());
        assertInFlight(transfer, Stage.IN_FLIGHT);
        east.confirm();
        assertArrived("400.000000000000000001", transfer);
        assertEquals(east("400.000000000000000001"), east.balance().subtract(there));
        assertEquals(List.of(Stage.LEAVING, Stage.IN_FLIGHT, Stage.ARRIVED), heard);
    }

    @Test
    void a_transfer_that_is_started_again_leaves_once() {
        Transfer transfer = started();
        BigInteger after = west.balance();
        bridge.start(transfer, now());
        west.passes(30);
        bridge.start(transfer, now());
        assertEquals(after, west.balance());
        assertEquals(1, west.bridge().deposits().size());
    }

    @Test
    void what_another_process_started_is_found_by_the_transfer_alone() {
        Transfer transfer = started();
        close();
        open();
        assertInFlight(transfer, Stage.IN_FLIGHT);
        east.bridge().fill(deposit(), east.reserve());
        east.confirm();
        assertArrived("400", transfer);
    }

    @Test
    void a_payment_of_another_amount_under_the_deposits_number_is_not_its_arrival() {
        Transfer transfer = started();
        east.bridge().fill(deposit().paying(BigInteger.ONE), east.reserve());
        east.confirm();
        assertInFlight(transfer, Stage.IN_FLIGHT);
        east.bridge().fill(deposit(), east.reserve());
        east.confirm();
        assertArrived("400", transfer);
    }

    @Test
    void control_by_the_deposits_number_alone_a_payment_of_one_unit_would_be_its_arrival() {
        Transfer transfer = started();
        east.bridge().fill(deposit().paying(BigInteger.ONE), east.reserve());
        east.confirm();
        LogFilter byNumber = new LogFilter(
                Set.of(east.pool()),
                Set.of(FILLED),
                List.of(word(WEST.id()), word(deposit().words().get(8).longValueExact())));
        long head = to.client().head().number();
        assertEquals(1, to.client().logs().read(byNumber, 0, head).logs().size());
        assertInFlight(transfer, Stage.IN_FLIGHT);
    }

    private static Bytes word(long number) {
        return new AbiWriter().uint(number).bytes();
    }

    @Test
    void a_payment_that_names_what_is_no_address_hides_nothing() {
        Transfer transfer = started();
        List<BigInteger> odd = new ArrayList<>(deposit().words());
        odd.set(2, BigInteger.ONE.shiftLeft(255));
        east.bridge().fill(deposit(), east.reserve());
        east.bridge().fill(new Relay(odd), east.reserve());
        east.confirm();
        assertArrived("400", transfer);
    }

    @Test
    void what_the_bridge_itself_pays_out_is_booked_as_it_is() {
        Transfer transfer = started();
        BigInteger before = east.balance();
        east.bridge().requestSlowFill(deposit());
        east.confirm();
        assertInFlight(transfer, Stage.IN_FLIGHT);
        east.bridge().slowFill(deposit(), east.reserve(), east("400.75"));
        east.confirm();
        assertArrived("400.75", transfer);
        assertEquals(east("400.75"), east.balance().subtract(before));
    }

    @Test
    void one_that_is_late_is_said_to_be_and_arrives_all_the_same() {
        Transfer transfer = started();
        east.passes(TERMS.delay().plusMinutes(5).toSeconds());
        east.confirm();
        assertInFlight(transfer, Stage.OVERDUE);
        assertTrue(bridge.report(transfer).toString().contains("wait"));
        east.bridge().fill(deposit(), east.reserve());
        east.confirm();
        assertArrived("400", transfer);
        assertEquals(List.of(Stage.OVERDUE, Stage.ARRIVED), heard);
    }

    @Test
    void one_that_nobody_paid_in_time_is_owed_until_it_is_paid_back() {
        BigInteger before = west.balance();
        Transfer transfer = started();
        east.passes(TestEnd.WINDOW.plusMinutes(5).toSeconds());
        east.confirm();
        assertInFlight(transfer, Stage.EXPIRED);
        assertThrows(NodeFault.class, () -> east.bridge().fill(deposit(), east.reserve()));
        west.bridge()
                .refund(west.reserve(), List.of(TestEnd.KEY.address().hex()), List.of(new BigInteger("400900000")));
        assertInFlight(transfer, Stage.EXPIRED);
        west.confirm();
        assertEquals(Stage.REFUNDED, bridge.report(transfer).stage());
        assertInstanceOf(Bridge.Returned.class, look(transfer));
        assertEquals(before, west.balance());
        assertEquals(List.of(Stage.EXPIRED, Stage.REFUNDED), heard);
    }

    @Test
    void a_refund_that_may_be_of_several_is_left_to_a_person() {
        Transfer transfer = started();
        east.passes(TestEnd.WINDOW.plusMinutes(5).toSeconds());
        east.confirm();
        west.reserve().send("transfer(address,uint256)", west.bridge().pool(), 1);
        west.bridge()
                .refund(west.reserve(), List.of(TestEnd.KEY.address().hex()), List.of(new BigInteger("400900001")));
        west.confirm();
        assertInFlight(transfer, Stage.EXPIRED);
        assertTrue(bridge.report(transfer).found().contains("book it by hand"));
    }

    @Test
    void one_refund_is_that_of_one_transfer_alone() {
        Transfer first = started();
        Transfer second = plan(2, "400");
        bridge.start(second, now());
        west.confirm();
        east.passes(TestEnd.WINDOW.plusMinutes(5).toSeconds());
        east.confirm();
        west.bridge()
                .refund(west.reserve(), List.of(TestEnd.KEY.address().hex()), List.of(new BigInteger("400900000")));
        west.confirm();
        assertInstanceOf(Bridge.Returned.class, look(first));
        assertInFlight(second, Stage.EXPIRED);
        assertInstanceOf(Bridge.Returned.class, look(first));
    }

    @Test
    void where_the_pool_refuses_nothing_leaves_and_no_allowance_stays() {
        BigInteger before = west.balance();
        west.bridge().pool().send("pauseDeposits(bool)", true);
        Transfer transfer = plan(1, "400");
        bridge.start(transfer, now());
        assertInstanceOf(Bridge.Returned.class, look(transfer));
        assertTrue(bridge.report(transfer).found().contains("WOULD_REVERT"), bridge.report(transfer)::found);
        assertEquals(before, west.balance());
        assertEquals(BigInteger.ZERO, west.allowance());
    }

    @Test
    void where_gas_is_above_the_cap_nothing_is_signed() {
        close();
        open(TestEnd.SETTINGS.withFeeCap(TestEnd.SETTINGS.tip().add(BigInteger.ONE)));
        Transfer transfer = plan(1, "400");
        bridge.start(transfer, now());
        assertInstanceOf(Bridge.Returned.class, look(transfer));
        assertTrue(bridge.report(transfer).found().contains("FEE_ABOVE_CAP"), bridge.report(transfer)::found);
    }

    @Test
    void an_approval_that_lands_too_late_is_taken_back_before_the_transfer_counts_as_returned() {
        Transfer transfer = plan(1, "400");
        WEST.ask("evm_setAutomine", false);
        bridge.start(transfer, now());
        assertInstanceOf(Bridge.InFlight.class, look(transfer));
        WEST.ask("evm_setAutomine", true);
        west.confirm();
        assertEquals(new BigInteger("400900000"), west.allowance());
        assertReturned(transfer);
        assertEquals(BigInteger.ZERO, west.allowance());
        assertEquals(List.of(), west.bridge().deposits());
    }

    @Test
    void a_deposit_without_a_block_is_still_leaving() {
        Transfer transfer = plan(1, "400");
        // The allowance that it needs stands already, and so its deposit is the first that waits.
        allow(new BigInteger("400900000"));
        WEST.ask("evm_setAutomine", false);
        bridge.start(transfer, now());
        assertInFlight(transfer, Stage.LEAVING);
        WEST.ask("evm_setAutomine", true);
        west.confirm();
        assertInFlight(transfer, Stage.IN_FLIGHT);
        assertEquals(1, west.bridge().deposits().size());
    }

    @Test
    void a_standing_allowance_of_a_token_that_refuses_to_change_one_is_taken_back_first() {
        allow(BigInteger.TEN);
        Transfer transfer = started();
        assertInFlight(transfer, Stage.IN_FLIGHT);
        assertEquals(BigInteger.ZERO, west.allowance());
    }

    /** What somebody allowed before. */
    private void allow(BigInteger amount) {
        AbiWriter arguments = new AbiWriter().address(west.pool()).uint(amount);
        Call approve = Function.of("approve(address,uint256)")
                .on(new Address(west.reserve().address()), arguments);
        from.account().submit(TxRequest.of("somebody/approve", approve));
        from.account().await("somebody/approve", TestEnd.PATIENCE.get());
        gasOfOthers = west.gasPaid();
    }

    /** It gives relayers more time, and dates offers further back, than pools allow. */
    private static BridgeEnd slow(BridgeEnd end) {
        AcrossSettings settings = new AcrossSettings(end.spokePool(), Duration.ofHours(7), Duration.ofHours(2));
        return new BridgeEnd(end.client(), end.account(), settings, end.confirmations(), end.worth());
    }

    @Test
    void what_cannot_work_is_said_before_anything_is_signed() {
        assertEquals(List.of(), bridge.obstacles(List.of(west.token(), east.token())));
        Address nobody = new Address("0x" + "12".repeat(20));
        BridgeEnd nowhere = new BridgeEnd(to.client(), to.account(), TestEnd.offers(nobody), 1, TestEnd.WORTH);
        List<String> missing = bridge(from, nowhere).obstacles(List.of(west.token(), east.token()));
        assertEquals(1, missing.size());
        assertTrue(missing.getFirst().contains("no contract"), missing::toString);
        AcrossBridge free = new AcrossBridge(
                List.of(slow(from), slow(to)),
                (here, there) -> BridgeTerms.FREE,
                new Departures("run@1", TestEnd.PATIENCE),
                report -> {});
        List<String> found = free.obstacles(List.of(west.token(), east.token()));
        assertEquals(6, found.size(), found::toString);
    }
}
