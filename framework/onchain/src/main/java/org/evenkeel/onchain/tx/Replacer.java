package org.evenkeel.onchain.tx;

import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.sign.Fees;

/** Puts something in the place of a transaction that waits, with its nonce and higher fees: itself, or nothing. */
final class Replacer {
    private final NonceGuard guard;
    private final TxJournal journal;
    private final FeeDesk desk;
    private final Outbox outbox;
    private final int mostRaises;

    Replacer(NonceGuard guard, TxJournal journal, FeeDesk desk, Outbox outbox, int mostRaises) {
        this.guard = guard;
        this.journal = journal;
        this.desk = desk;
        this.outbox = outbox;
        this.mostRaises = mostRaises;
    }

    /** The transaction again, or again what cancels it. */
    TxOutcome raise(TxOutcome before, BlockRef head) {
        guard.requireNotFrozen();
        Tx tx = journal.get(before.id());
        int sent = (tx.isCancelling() ? tx.cancelling() : tx.signed()).size();
        if (sent > mostRaises && !desk.isOutbid(head, tx)) {
            return new TxOutcome.Deferred(
                    tx.id(),
                    TxOutcome.Reason.RAISES_SPENT,
                    "its fees were raised " + mostRaises + " times, and it still waits");
        }
        return replace(before, head, tx.isCancelling());
    }

    /** Nothing, once: what cancels it is then looked for and raised as it was itself. */
    TxOutcome cancel(TxOutcome before, BlockRef head) {
        if (journal.get(before.id()).isCancelling()) {
            return before;
        }
        guard.requireNotFrozen();
        return replace(before, head, true);
    }

    private TxOutcome replace(TxOutcome before, BlockRef head, boolean withNothing) {
        Tx tx = journal.get(before.id());
        if (guard.isUsed(head, tx.nonce())) {
            return before;
        }
        Fees raised = desk.raised(head, tx);
        if (!desk.isAffordable(raised)) {
            return desk.aboveCap(tx.id(), raised);
        }
        return withNothing
                ? outbox.send(tx, desk.nothing(head, tx, raised), signed -> new TxEvent.Cancelling(tx.id(), signed))
                : outbox.send(tx, desk.unsigned(tx, raised), signed -> new TxEvent.Signed(tx.id(), signed));
    }
}
