package org.evenkeel.onchain.bridge;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.evenkeel.onchain.bridge.TransferReport.Stage;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.state.model.Transfer;

/** Finds out from the two chains what became of a deposit that is final. */
final class Tracker {
    /** Up to where refunds were looked for and none was found, by transfer: the search goes on from there. */
    private final Map<Long, Long> searched = new HashMap<>();

    /** What was found, and how much arrived where it did. */
    record Finding(TransferReport report, Optional<BigDecimal> received) {}

    /** The deposits before one that are of as much, the oldest first, to be asked for where that matters. */
    interface Alike extends Supplier<List<Refunds.Older>> {}

    Finding find(Transfer transfer, Deposit deposit, BridgeEnd from, BridgeEnd to, Alike alike) {
        Optional<BlockRef> deep = deep(to);
        if (deep.isEmpty()) {
            return flying(transfer, Stage.IN_FLIGHT, transfer.times().started(), "");
        }
        BlockRef at = deep.orElseThrow();
        SpokePool pool = to.pool();
        return switch (pool.status(at, deposit)) {
            case FILLED -> filled(transfer, deposit, pool, to, at);
            case UNFILLED, SLOW_FILL_REQUESTED ->
                isExpired(deposit, at)
                        ? expired(transfer, deposit, from, alike)
                        : unfilled(transfer, deposit, at, pool.status(at, deposit));
        };
    }

    /** Whether a deposit is owed its refund. */
    static Refunds.Claim claim(Deposit deposit, BridgeEnd to) {
        Optional<BlockRef> at = deep(to);
        if (at.isEmpty()) {
            return Refunds.Claim.OPEN;
        }
        SpokePool pool = to.pool();
        if (pool.status(at.orElseThrow(), deposit) == SpokePool.Status.FILLED) {
            return Refunds.Claim.PAID_OUT;
        }
        return isExpired(deposit, at.orElseThrow()) ? Refunds.Claim.OWED : Refunds.Claim.OPEN;
    }

    private static boolean isExpired(Deposit deposit, BlockRef at) {
        return at.time().isAfter(deadline(deposit));
    }

    private static Instant deadline(Deposit deposit) {
        return Instant.ofEpochSecond(deposit.times().fillDeadline().longValueExact());
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
                "Deposit " + deposit.id() + " was paid out with "
                        + received.stripTrailingZeros().toPlainString() + " in block " + paid.block() + ".");
        return new Finding(report, Optional.of(received));
    }

    private static Finding unfilled(Transfer transfer, Deposit deposit, BlockRef at, SpokePool.Status status) {
        String which =
                "Deposit " + deposit.id() + " of block " + deposit.times().block() + ". "
                        + (status == SpokePool.Status.UNFILLED
                                ? "Nobody has paid it out"
                                : "No relayer has paid it out, and the bridge itself is asked to");
        if (at.time().isAfter(transfer.times().arrives())) {
            return flying(
                    transfer,
                    Stage.OVERDUE,
                    transfer.times().arrives(),
                    which + ", and until " + deadline(deposit)
                            + " somebody still can: wait. If this is often so, offer relayers more.");
        }
        return flying(transfer, Stage.IN_FLIGHT, transfer.times().started(), which + " yet.");
    }

    private static Finding flying(Transfer transfer, Stage stage, Instant since, String found) {
        return new Finding(new TransferReport(transfer, stage, since, found), Optional.empty());
    }

    private Finding expired(Transfer transfer, Deposit deposit, BridgeEnd from, Alike alike) {
        SpokePool pool = from.pool();
        BlockRef at = deep(from).orElseThrow();
        Search search = new Search(pool, deposit, at.number());
        List<SpokePool.Refund> refunds =
                search.from(searched.getOrDefault(transfer.id(), deposit.times().block()));
        if (refunds.isEmpty()) {
            searched.put(transfer.id(), at.number() + 1);
        }
        boolean any = refunds.stream()
                .anyMatch(refund -> refund.amounts().contains(deposit.tokens().inputAmount()));
        Refunds.Match match = any ? search.match(alike.get()) : Refunds.match(deposit, List.of(), refunds);
        BigInteger kept = pool.keptRefund(
                at, deposit.parties().depositor(), deposit.tokens().input());
        boolean paid = match.refund()
                .filter(refund -> !refund.kept() || kept.signum() == 0)
                .isPresent();
        if (paid) {
            return flying(
                    transfer,
                    Stage.REFUNDED,
                    at.time(),
                    "Deposit " + deposit.id() + " was paid back in block "
                            + match.refund().orElseThrow().block() + ".");
        }
        return kept.signum() > 0
                ? kept(transfer, deposit, from, kept)
                : owed(transfer, deposit, from, match.undecided() ? undecided() : unclear(refunds));
    }

    /** Looks for the refunds of a deposit's account, up to a block. */
    private record Search(SpokePool pool, Deposit deposit, long to) {
        List<SpokePool.Refund> from(long block) {
            return pool.refunds(deposit.parties().depositor(), deposit.tokens().input(), block, to);
        }

        Refunds.Match match(List<Refunds.Older> older) {
            long first = deposit.times().block();
            for (Refunds.Older one : older) {
                first = Math.min(first, one.deposit().times().block());
            }
            return Refunds.match(deposit, older, from(first));
        }
    }

    private static Finding kept(Transfer transfer, Deposit deposit, BridgeEnd from, BigInteger kept) {
        return flying(
                transfer,
                Stage.REFUND_KEPT,
                deadline(deposit),
                "The pool " + from.spokePool() + " could not pay "
                        + deposit.parties().depositor() + " back and keeps " + kept
                        + " base units for it: find out why the"
                        + " token refuses this address, and fetch them with claimRelayerRefund.");
    }

    private static Finding owed(Transfer transfer, Deposit deposit, BridgeEnd from, String what) {
        return flying(
                transfer,
                Stage.EXPIRED,
                deadline(deposit),
                "Deposit " + deposit.id()
                        + " can be paid out no more, and the bridge owes its refund to "
                        + deposit.parties().depositor() + " on "
                        + from.chain() + ", which takes hours. " + what);
    }

    private static String undecided() {
        return "A refund of as much has come, and may be that of an earlier transfer of as much, which can still be paid"
                + " out or whose chain is not reached: wait until that has ended.";
    }

    /** A run pays an address once, whatever it owes it for. */
    private static String unclear(List<SpokePool.Refund> refunds) {
        return refunds.isEmpty()
                ? "Wait; if it has not come after a day, ask Across with the number of the deposit."
                : "Other refunds have come in the blocks "
                        + refunds.stream().map(SpokePool.Refund::block).toList()
                        + ", and this one may be a part of them: compare, and book it by hand.";
    }
}
