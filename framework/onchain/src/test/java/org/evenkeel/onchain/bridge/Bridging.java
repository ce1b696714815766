package org.evenkeel.onchain.bridge;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.api.BridgeTerms;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.onchain.bridge.TransferReport.Stage;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.state.model.Transfer;
import org.evenkeel.testkit.chain.TestBridge.Relay;

/** A bridge from one chain to another, and what tests do to it; each opening of it is as another process. */
final class Bridging implements AutoCloseable {
    /** What leaves so that 400 arrive. */
    static final BigInteger SENT = new BigInteger("400900000");

    private static final BridgeTerms TERMS = new BridgeTerms(0.5, 10, Duration.ofMinutes(10));

    final List<Stage> heard = new ArrayList<>();
    final TestEnd west;
    final TestEnd east;
    BridgeEnd from;
    BridgeEnd to;
    private final Path folder;
    private AcrossBridge bridge;

    Bridging(TestEnd west, TestEnd east, Path folder) {
        this.west = west;
        this.east = east;
        this.folder = folder;
        from = west.open(folder);
        to = east.open(folder);
        bridge = between(from, to);
    }

    private AcrossBridge between(BridgeEnd here, BridgeEnd there) {
        return new AcrossBridge(
                List.of(here, there),
                (one, other) -> TERMS,
                new Departures("run@1", TestEnd.PATIENCE),
                report -> heard.add(report.stage()));
    }

    /** As another process would. */
    void reopen() {
        close();
        from = west.open(folder);
        to = east.open(folder);
        bridge = between(from, to);
    }

    /** Relayers get another time than usual from now on. */
    void giveRelayers(Duration window) {
        AcrossSettings settings = new AcrossSettings(from.spokePool(), window, Duration.ofMinutes(1));
        from = new BridgeEnd(from.client(), from.account(), settings, from.confirmations(), from.worth());
        bridge = between(from, to);
    }

    /** Arrivals count with so many confirmations from now on. */
    void trustAfter(int confirmations) {
        to = new BridgeEnd(to.client(), to.account(), to.settings(), confirmations, to.worth());
        bridge = between(from, to);
    }

    /** A transfer of 400 that has left, and whose deposit is in the newest block. */
    Transfer left(long id) {
        Transfer transfer = bridge.plan(
                new Bridge.Request(id, "main", west.token(), east.token(), new BigDecimal("400")),
                Clients.now(west.chain()));
        bridge.start(transfer, Clients.now(west.chain()));
        return transfer;
    }

    /** The same, and its deposit is final. */
    Transfer started(long id) {
        Transfer transfer = left(id);
        west.confirm();
        return transfer;
    }

    Bridge.Whereabouts look(Transfer transfer) {
        return bridge.whereabouts(transfer, Clients.now(west.chain()));
    }

    Stage stage(Transfer transfer) {
        return report(transfer).stage();
    }

    TransferReport report(Transfer transfer) {
        return bridge.report(transfer);
    }

    /** The relayer pays a deposit out, by its place among all of them, and that is final. */
    void fill(int place) {
        east.bridge().fill(deposit(place), east.reserve());
        east.confirm();
    }

    Relay deposit(int place) {
        return west.bridge().deposits().get(place);
    }

    /** The time of relayers is over. */
    void expire() {
        east.passes(TestEnd.WINDOW.plusMinutes(5).toSeconds());
        east.confirm();
    }

    /** Pays one transfer back, and that is final. */
    void refund() {
        west.bridge().refund(west.reserve(), List.of(TestEnd.KEY.address().hex()), List.of(SENT));
        west.confirm();
    }

    @Override
    public void close() {
        TestEnd.close(from);
        TestEnd.close(to);
    }
}
