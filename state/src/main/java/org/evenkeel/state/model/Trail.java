package org.evenkeel.state.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a trade left behind on its chain, and what was said of it, for people: no figure of the book rests on it.
 *
 * @param transactions those of it that are in blocks, in their order
 * @param reasons why it ended as it did, in sentences; empty where there is no more to say than its outcome does
 */
public record Trail(List<Transaction> transactions, List<String> reasons) {
    /** Nothing, as of a trade on paper that was filled. */
    public static final Trail NONE = new Trail(List.of(), List.of());

    /**
     * A transaction that is in a block.
     *
     * @param step what it did, as "approve" or "swap"
     * @param hash its hash, 0x and 64 hexadecimal digits
     * @param gas what it took of the chain's own coin
     */
    public record Transaction(String step, String hash, BigDecimal gas) {
        /**
         * @throws IllegalArgumentException when it has no step or no hash, or the gas is negative or has too many digits
         */
        public Transaction {
            if (step.isBlank() || !hash.matches("0x[0-9a-f]{64}")) {
                throw new IllegalArgumentException("The transaction '" + hash + "' of the step '" + step
                        + "' is none: a step has a name, a hash is 0x and 64 hexadecimal digits.");
            }
            Decimals.requireBookable(gas, "Gas");
            if (gas.signum() < 0) {
                throw new IllegalArgumentException(
                        "Transaction " + hash + " took " + gas.toPlainString() + " of gas: none ever earns it.");
            }
        }
    }

    /** Keeps copies. */
    public Trail {
        transactions = List.copyOf(transactions);
        reasons = List.copyOf(reasons);
    }

    /** What its transactions took of the chain's own coin, together. */
    public BigDecimal gas() {
        return transactions.stream().map(Transaction::gas).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
