package org.evenkeel.onchain.exec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.rpc.Receipt;
import org.evenkeel.onchain.tx.Account;
import org.evenkeel.onchain.tx.TxOutcome;
import org.evenkeel.state.model.Trail;

/**
 * The transactions of one trade, by ids that a restart finds again: run, number of the trade, step.
 *
 * @param run names the run, and no other run
 * @param routers how many there are, each with an allowance of its own
 */
record TradeSteps(Account account, String run, long trade, int routers) {
    /** Takes back what is allowed, before something else is. */
    private static final String RESET = "approve-0";

    private static final String APPROVE = "approve";
    private static final String SWAP = "swap";
    private static final String REVOKE = "revoke";
    /** Of the coin that pays for gas, on every chain. */
    private static final int COIN_DECIMALS = 18;

    String swap() {
        return id(SWAP);
    }

    /** The id of an approval; of two, the first takes back what was allowed. */
    String approval(int row, int of) {
        return id(row == of - 1 ? APPROVE : RESET);
    }

    /** The id of what takes back an allowance of a router, by its place among them. */
    String revocation(int router) {
        return id(REVOKE + '-' + router);
    }

    private String id(String step) {
        return run + '/' + trade + '/' + step;
    }

    /** Whether anything was signed for the trade. */
    boolean isBegun() {
        return !signed().isEmpty();
    }

    boolean isSwapSigned() {
        return account.isSigned(swap());
    }

    /** The steps that were signed, in their order. */
    List<String> signed() {
        List<String> steps = new ArrayList<>(List.of(id(RESET), id(APPROVE), id(SWAP)));
        for (int router = 0; router < routers; router++) {
            steps.add(revocation(router));
        }
        return steps.stream().filter(account::isSigned).toList();
    }

    /** Receipts of all that landed, as the chain has it now. */
    List<Receipt> receipts() {
        return receipts(signed().stream().map(account::look).toList());
    }

    /** Receipts of what landed. */
    static List<Receipt> receipts(List<TxOutcome> outcomes) {
        return outcomes.stream().flatMap(outcome -> outcome.landed().stream()).toList();
    }

    /** What the transactions of these outcomes left behind, by the steps they were of. */
    static List<Trail.Transaction> trail(List<TxOutcome> outcomes) {
        List<Trail.Transaction> trail = new ArrayList<>();
        for (TxOutcome outcome : outcomes) {
            String step = outcome.id().substring(outcome.id().lastIndexOf('/') + 1);
            switch (outcome) {
                case TxOutcome.Mined mined -> trail.add(transaction(step, mined.receipt()));
                case TxOutcome.Cancelled cancelled -> trail.add(transaction(step + ", cancelled", cancelled.receipt()));
                default -> {}
            }
        }
        return trail;
    }

    private static Trail.Transaction transaction(String step, Receipt receipt) {
        return new Trail.Transaction(
                step, receipt.hash().toString(), new BigDecimal(receipt.gasCost()).movePointLeft(COIN_DECIMALS));
    }

    /** A step that may still land. */
    Optional<String> open() {
        return signed().stream().filter(step -> account.look(step).isOpen()).findFirst();
    }

    /** What all that landed took, in wei. */
    static BigInteger gas(List<Receipt> receipts) {
        return receipts.stream().map(Receipt::gasCost).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
