package org.evenkeel.onchain.bridge;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.bridge.TransferReport.Stage;
import org.evenkeel.state.model.Transfer;

/**
 * The bridge of a run, over Across' pools of several chains. A transfer is on record before it leaves; its deposit is known
 * by the transfer's number, so that whoever asks after it, in this process or a later one, finds the same.
 *
 * <p>Not safe for use by several threads.
 */
public final class AcrossBridge implements Bridge {
    private final Map<Chain, BridgeEnd> ends;
    private final RelayFees fees;
    private final Departures departures;
    private final Consumer<TransferReport> listener;
    private final Tracker tracker = new Tracker();
    private final Map<Long, Told> told = new HashMap<>();

    /** What was told of a transfer last: how far it had come, and whether the pool may take what stayed. */
    private record Told(Stage stage, boolean stands) {}

    /**
     * A bridge.
     *
     * @param ends its chains
     * @param fees what relayers are offered
     * @param departures how deposits are made
     * @param listener hears of each stage that a transfer comes to
     */
    public AcrossBridge(
            List<BridgeEnd> ends, RelayFees fees, Departures departures, Consumer<TransferReport> listener) {
        this.ends = ends.stream().collect(Collectors.toMap(BridgeEnd::chain, end -> end));
        this.fees = fees;
        this.departures = departures;
        this.listener = listener;
    }

    /**
     * Why reserves cannot be moved, to be asked before anything is signed; empty where they can.
     *
     * @throws org.evenkeel.onchain.rpc.ChainException when a chain cannot be asked
     */
    public List<String> obstacles(List<Token> reserves) {
        List<String> found = new ArrayList<>();
        for (Token reserve : reserves) {
            found.addAll(end(reserve).obstacles(reserve));
            reserves.stream()
                    .filter(other -> !other.equals(reserve))
                    .flatMap(other -> fees.obstacles(reserve, other).stream())
                    .forEach(found::add);
        }
        return found;
    }

    private BridgeEnd end(Token token) {
        BridgeEnd end = ends.get(token.chain());
        if (end == null) {
            throw new IllegalArgumentException("The bridge does not reach " + token.chain() + ": it has "
                    + ends.keySet() + ". Name its pool there in the chain's profile.");
        }
        return end;
    }

    private RelayAmounts amounts(Token from, Token to) {
        return new RelayAmounts(from, to, fees.offer(from, to));
    }

    @Override
    public BigDecimal toSend(Token from, Token to, BigDecimal received) {
        return amounts(from, to).toSend(received);
    }

    @Override
    public BigDecimal toReceive(Token from, Token to, BigDecimal sent) {
        return amounts(from, to).toReceive(sent);
    }

    @Override
    public Transfer plan(Request request, Instant at) {
        RelayAmounts amounts = amounts(request.from(), request.to());
        return new Transfer(
                request.id(),
                request.book(),
                request.from(),
                request.to(),
                new Transfer.Amounts(amounts.toSend(request.received()), amounts.received(request.received())),
                new Transfer.Times(at, at.plus(amounts.terms().delay())));
    }

    @Override
    public void start(Transfer transfer, Instant at) {
        departures.depart(transfer, end(transfer.from()), end(transfer.to()));
    }

    @Override
    public Whereabouts whereabouts(Transfer transfer, Instant at) {
        Tracker.Finding finding = find(transfer);
        TransferReport report = finding.report();
        return switch (report.stage()) {
            case NOT_SENT, REFUSED -> stayed(report);
            case REFUNDED -> told(report, false, new Returned(gas(transfer)));
            case ARRIVED -> told(report, false, new Arrived(finding.received().orElseThrow(), gas(transfer)));
            case LEAVING, TAKEN_BACK, UNDONE, IN_FLIGHT, OVERDUE, EXPIRED, REFUND_KEPT ->
                told(report, false, new InFlight());
        };
    }

    /** What may be taken is taken back first, and all that was signed for it has landed then. */
    private Whereabouts stayed(TransferReport report) {
        Transfer transfer = report.transfer();
        BridgeEnd from = end(transfer.from());
        Optional<Departures.Standing> standing = departures.takeBack(transfer, from);
        if (departures.isOpen(transfer, from)) {
            return told(report, false, new InFlight());
        }
        boolean waits = standing.filter(Departures.Standing::forNow).isPresent();
        return told(
                standing.map(left -> left.on(report, from)).orElse(report),
                standing.isPresent(),
                waits ? new InFlight() : new Returned(gas(transfer)));
    }

    /** Tells of each stage once, and once more where what the pool might still take has been taken back since. */
    private Whereabouts told(TransferReport report, boolean stands, Whereabouts there) {
        Told now = new Told(report.stage(), stands);
        if (!now.equals(told.put(report.transfer().id(), now))) {
            listener.accept(report);
        }
        return there;
    }

    private BigDecimal gas(Transfer transfer) {
        return departures.gas(transfer, end(transfer.from()));
    }

    /**
     * Where a transfer is, for a person.
     *
     * @throws org.evenkeel.onchain.rpc.ChainException when a chain cannot be asked
     */
    public TransferReport report(Transfer transfer) {
        return find(transfer).report();
    }

    private Tracker.Finding find(Transfer transfer) {
        BridgeEnd from = end(transfer.from());
        BridgeEnd to = end(transfer.to());
        return switch (departures.find(transfer, from)) {
            case Departure.Staying staying -> new Tracker.Finding(staying.report(), Optional.empty());
            case Departure.Left left -> tracker.find(transfer, left.deposit(), from, to, () -> alike(transfer, from));
        };
    }

    private List<Refunds.Older> alike(Transfer transfer, BridgeEnd from) {
        return departures.alikeBefore(transfer, from).stream()
                .map(deposit -> new Refunds.Older(deposit, claim(deposit)))
                .toList();
    }

    /** Whether it was paid out, by the chain that it went to, where that is one of the bridge's. */
    private Refunds.Claim claim(Deposit deposit) {
        return ends.values().stream()
                .filter(end -> BigInteger.valueOf(end.chain().id())
                        .equals(deposit.way().to()))
                .findFirst()
                .map(end -> Tracker.claim(deposit, end))
                .orElse(Refunds.Claim.OPEN);
    }
}
