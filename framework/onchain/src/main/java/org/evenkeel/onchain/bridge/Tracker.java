package org.evenkeel.onchain.bridge;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.onchain.bridge.TransferReport.Stage;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.state.model.Transfer;

/** Finds out from the two chains what became of a deposit that is final. */
final class Tracker {
    /** Up to where refunds were looked for, by transfer: the search goes on from there. */
    private final Map<Long, Long> searched = new HashMap<>();

    /** Whose a refund is, by its block and log. */
    private final Map<List<Long>, Long> taken = new HashMap<>();

    /** What was found, and how much arrived where it did. */
    record Finding(TransferReport report, Optional<BigDecimal> received) {}

    Finding find(Transfer transfer, Deposit deposit, BridgeEnd from, BridgeEnd to) {
        Optional<BlockRef> deep = deep(to);
        if (deep.isEmpty()) {
            return flying(transfer, Stage.IN_FLIGHT, transfer.times().started(), "");
        }
        BlockRef at = deep.orElseThrow();
        SpokePool pool = new SpokePool(to.client(), to.spokePool());
        return switch (pool.status(at, deposit)) {
            case FILLED -> filled(transfer, deposit, pool, to, at);
            case UNFILLED -> unfilled(transfer, deposit, from, at, "Nobody has paid it out");
            case SLOW_FILL_REQUESTED ->
                unfilled(transfer, deposit, from, at, "No relayer has paid it out, and the bridge itself is asked to");
        };
    }

    /** The newest block that counts as final. */
    static Optional<BlockRef> deep(BridgeEnd end) {
        BlockRef head = end.client().head();
        long number = head.number() - end.confirmations() + 1;
        return number < 0 ? Optional.empty() : end.client().transactions().block(number);
    }

    private static Finding filled(Transfer transfer, Deposit deposit, SpokePool pool, BridgeEnd to, BlockRef at) {
        Optional<SpokePool.Fill> fill = pool.fill(at, deposit);
        if (fill.isEmpty()) {
            return flying(
                    transfer,
                    Stage.OVERDUE,
                    at.time(),
                    "The pool " + to.spokePool()
                            + " says that deposit " + deposit.id()
                            + " is paid out, and no node gives the log that says how much:"
                            + " name an endpoint that keeps logs of the last hours.");
        }
        SpokePool.Fill paid = fill.orElseThrow();
        if (!paid.recipient().equals(to.account().address())) {
            return flying(
                    transfer,
                    Stage.OVERDUE,
                    at.time(),
                    "Deposit " + deposit.id() + " was paid out to "
                            + paid.recipient() + " in block " + paid.block() + ", and not to "
                            + to.account().address()
                            + ": only the depositor's signature can change that. Find out who has signed.");
        }
        BigDecimal received = new BigDecimal(paid.amount(), transfer.to().decimals());
        TransferReport report = new TransferReport(
                transfer,
                Stage.ARRIVED,
                at.time(),
                "Deposit " + deposit.id() + " was paid out with " + received.toPlainString() + " in block "
                        + paid.block() + ".");
        return new Finding(report, Optional.of(received));
    }

    private Finding unfilled(Transfer transfer, Deposit deposit, BridgeEnd from, BlockRef at, String said) {
        Instant deadline = Instant.ofEpochSecond(deposit.times().fillDeadline().longValueExact());
        String which =
                "Deposit " + deposit.id() + " of block " + deposit.times().block() + ". " + said;
        if (at.time().isAfter(deadline)) {
            return expired(transfer, deposit, from, deadline);
        }
        if (at.time().isAfter(transfer.times().arrives())) {
            return flying(
                    transfer,
                    Stage.OVERDUE,
                    transfer.times().arrives(),
                    which + ", and until " + deadline
                            + " somebody still can: wait. If this is often so, offer relayers more.");
        }
        return flying(transfer, Stage.IN_FLIGHT, transfer.times().started(), which + " yet.");
    }

    private static Finding flying(Transfer transfer, Stage stage, Instant since, String found) {
        return new Finding(new TransferReport(transfer, stage, since, found), Optional.empty());
    }

    private Finding expired(Transfer transfer, Deposit deposit, BridgeEnd from, Instant deadline) {
        SpokePool pool = new SpokePool(from.client(), from.spokePool());
        BlockRef at = deep(from).orElseThrow();
        BigInteger kept = pool.keptRefund(
                at, deposit.parties().depositor(), deposit.tokens().input());
        if (kept.signum() > 0) {
            return flying(
                    transfer,
                    Stage.REFUND_KEPT,
                    deadline,
                    "The pool " + from.spokePool() + " could not pay "
                            + deposit.parties().depositor() + " back and keeps " + kept
                            + " base units for it: find out why the"
                            + " token refuses this address, and fetch them with claimRelayerRefund.");
        }
        List<SpokePool.Refund> refunds = pool.refunds(
                deposit.parties().depositor(),
                deposit.tokens().input(),
                searched.getOrDefault(transfer.id(), deposit.times().block()),
                at.number());
        Optional<SpokePool.Refund> own = refunds.stream()
                .filter(refund -> refund.amounts().contains(deposit.tokens().inputAmount()))
                .filter(refund -> isOf(transfer, refund))
                .findFirst();
        if (own.isPresent()) {
            return flying(
                    transfer,
                    Stage.REFUNDED,
                    at.time(),
                    "Deposit " + deposit.id() + " was paid back in block "
                            + own.orElseThrow().block() + ".");
        }
        if (refunds.isEmpty()) {
            searched.put(transfer.id(), at.number() + 1);
        }
        return flying(
                transfer,
                Stage.EXPIRED,
                deadline,
                "Deposit " + deposit.id()
                        + " can be paid out no more, and the bridge owes its refund to "
                        + deposit.parties().depositor() + " on "
                        + from.chain() + ", which takes hours. " + unclear(refunds));
    }

    /** Two transfers may be of the same amount: a refund is that of one of them. */
    private boolean isOf(Transfer transfer, SpokePool.Refund refund) {
        Long owner = taken.putIfAbsent(List.of(refund.block(), refund.log()), transfer.id());
        return owner == null || owner == transfer.id();
    }

    /** A run pays an address once, whatever it owes it for. */
    private static String unclear(List<SpokePool.Refund> refunds) {
        return refunds.isEmpty()
                ? "Wait; if it has not come after a day, ask Across with the number of the deposit."
                : "Refunds of other amounts have come in the blocks "
                        + refunds.stream().map(SpokePool.Refund::block).toList()
                        + ", and this one may be a part of them: compare, and book it by hand.";
    }
}
