package org.evenkeel.onchain.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.bridge.TransferReport.Stage;
import org.evenkeel.onchain.rpc.LoggedReceipt;
import org.evenkeel.onchain.rpc.Receipt;
import org.evenkeel.onchain.tx.TxOutcome;
import org.evenkeel.state.model.Transfer;

/** The deposits of a run's transfers, as their chains have them at the moment. */
final class Deposits {
    private final String run;

    Deposits(String run) {
        this.run = run;
    }

    /**
     * What became of a transfer's deposit.
     *
     * @param whyNot what is said where none was signed
     */
    Departure find(Transfer transfer, BridgeEnd from, String whyNot) {
        Optional<TxOutcome> sent = from.account().find(Step.DEPOSIT.id(run, transfer.id()));
        if (sent.isEmpty()) {
            return staying(transfer, Stage.NOT_SENT, "Its deposit was never signed. " + whyNot);
        }
        return switch (sent.orElseThrow()) {
            case TxOutcome.Mined mined -> mined(transfer, mined, from);
            case TxOutcome.Cancelled cancelled ->
                staying(
                        transfer,
                        cancelled.certainty() == TxOutcome.Certainty.FINAL ? Stage.NOT_SENT : Stage.LEAVING,
                        "Its deposit was cancelled.");
            case TxOutcome.Replaced replaced -> staying(transfer, Stage.NOT_SENT, replaced.why() + ".");
            case TxOutcome.StillOpen open -> staying(transfer, Stage.LEAVING, "Its deposit: " + open.why() + ".");
            case TxOutcome.Unknown unknown -> staying(transfer, Stage.LEAVING, "Its deposit: " + unknown.why() + ".");
            case TxOutcome.Reorganised gone -> staying(transfer, Stage.TAKEN_BACK, "Its deposit: " + gone.why() + ".");
            case TxOutcome.Deferred deferred ->
                staying(transfer, Stage.LEAVING, "Its deposit: " + deferred.why() + ".");
        };
    }

    private Departure mined(Transfer transfer, TxOutcome.Mined mined, BridgeEnd from) {
        long block = mined.receipt().blockNumber();
        if (mined.certainty() == TxOutcome.Certainty.PROVISIONAL) {
            return notFinal(transfer, block);
        }
        if (!mined.receipt().succeeded()) {
            return staying(
                    transfer, Stage.REFUSED, "Its deposit reverted in block " + block + ": " + mined.reason() + ".");
        }
        return logged(mined.receipt(), from)
                .map(logged -> left(transfer, logged, from))
                .orElseGet(() -> staying(
                        transfer,
                        Stage.UNDONE,
                        "Its deposit counted as final in block " + block + ", and the chain has that block no more and"
                                + " the transaction " + mined.receipt().hash() + " in no other: look whether it comes"
                                + " back, and ask for more confirmations of " + from.chain() + "."));
    }

    private static Departure notFinal(Transfer transfer, long block) {
        return staying(transfer, Stage.LEAVING, "Its deposit is in block " + block + ", which is not final yet.");
    }

    /** It may be in another block by now than when it became final. */
    private static Departure left(Transfer transfer, LoggedReceipt logged, BridgeEnd from) {
        long block = logged.receipt().blockNumber();
        if (from.client().head().number() - block + 1 < from.confirmations()) {
            return notFinal(transfer, block);
        }
        return from.pool()
                .depositIn(logged)
                .<Departure>map(Departure.Left::new)
                .orElseGet(() -> staying(
                        transfer,
                        Stage.UNDONE,
                        "Its deposit is in block " + block + ", and the pool " + from.spokePool()
                                + " has recorded none in it: look at the transaction "
                                + logged.receipt().hash() + "."));
    }

    private static Departure staying(Transfer transfer, Stage stage, String found) {
        return new Departure.Staying(
                new TransferReport(transfer, stage, transfer.times().started(), found));
    }

    /** The deposits of the run's earlier transfers that are of as much of the same token as this one is. */
    List<Deposit> alikeBefore(Transfer transfer, BridgeEnd from) {
        List<Deposit> alike = new ArrayList<>();
        for (long earlier = 1; earlier < transfer.id(); earlier++) {
            from.account()
                    .find(Step.DEPOSIT.id(run, earlier))
                    .flatMap(TxOutcome::landed)
                    .filter(Receipt::succeeded)
                    .flatMap(receipt -> logged(receipt, from))
                    .flatMap(logged -> from.pool().depositIn(logged))
                    .filter(deposit -> isOfAsMuch(deposit, Deposit.Tokens.of(transfer)))
                    .ifPresent(alike::add);
        }
        return alike;
    }

    private static boolean isOfAsMuch(Deposit deposit, Deposit.Tokens own) {
        return deposit.tokens().input().equals(own.input())
                && deposit.tokens().inputAmount().equals(own.inputAmount());
    }

    /** A receipt with its logs, as the chain has it now; empty where the chain has it in no block. */
    private static Optional<LoggedReceipt> logged(Receipt receipt, BridgeEnd end) {
        return end.client()
                .transactions()
                .loggedReceipt(receipt.hash())
                .filter(found -> end.client()
                        .transactions()
                        .block(found.receipt().blockNumber())
                        .filter(block -> block.hash().equals(found.receipt().blockHash()))
                        .isPresent());
    }
}
