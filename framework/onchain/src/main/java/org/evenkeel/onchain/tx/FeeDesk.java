package org.evenkeel.onchain.tx;

import java.math.BigInteger;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.RevertReason;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.RevertException;
import org.evenkeel.onchain.sign.Fees;
import org.evenkeel.onchain.sign.UnsignedTransaction;

/** Says what a transaction would cost, and whether the wallet pays that. */
final class FeeDesk {
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private final ChainClient client;
    private final Address wallet;
    private final TxSettings settings;

    FeeDesk(ChainClient client, Address wallet, TxSettings settings) {
        this.client = client;
        this.wallet = wallet;
        this.settings = settings;
    }

    /** What it may cost, or why it has to wait. */
    sealed interface Answer {
        /** So much at most. */
        record Offer(BigInteger gas, Fees fees) implements Answer {}

        /** Not now. */
        record Refusal(TxOutcome.Deferred why) implements Answer {}
    }

    Answer ask(BlockRef head, TxRequest request) {
        Fees fees = current(head);
        if (isAboveCap(fees)) {
            return new Answer.Refusal(aboveCap(request.id(), fees));
        }
        BigInteger gas;
        try {
            gas = gas(head, request);
        } catch (RevertException refused) {
            return refusal(
                    request, TxOutcome.Reason.WOULD_REVERT, request.call() + " would revert: " + refused.reason());
        }
        return lowBalance(head, request, gas.multiply(fees.max()))
                .<Answer>map(why -> refusal(request, TxOutcome.Reason.LOW_BALANCE, why))
                .orElse(new Answer.Offer(gas, fees));
    }

    /** Twice the next base fee, which then may rise for six full blocks in a row, and the tip. */
    private Fees current(BlockRef head) {
        BigInteger base = client.transactions().nextBaseFee(head);
        return new Fees(base.shiftLeft(1).add(settings.tip()), settings.tip());
    }

    private boolean isAboveCap(Fees fees) {
        return fees.max().compareTo(settings.feeCap()) > 0;
    }

    TxOutcome.Deferred aboveCap(String id, Fees fees) {
        return new TxOutcome.Deferred(
                id,
                TxOutcome.Reason.FEE_ABOVE_CAP,
                "a unit of gas may have to cost " + fees.max() + " wei, and the cap is " + settings.feeCap()
                        + ": wait until gas is cheaper, or raise the cap");
    }

    private BigInteger gas(BlockRef head, TxRequest request) {
        return request.gas()
                .orElseGet(() -> client.transactions()
                        .estimateGas(head, wallet, request.call(), request.value())
                        .multiply(HUNDRED.add(BigInteger.valueOf(settings.gasMarginPercent())))
                        .divide(HUNDRED));
    }

    private Optional<String> lowBalance(BlockRef head, TxRequest request, BigInteger gasCost) {
        BigInteger balance = client.balance(head, wallet);
        BigInteger kept = request.purpose() == TxRequest.Purpose.EXIT ? BigInteger.ZERO : settings.keptForExits();
        BigInteger needed = request.value().add(gasCost).add(kept);
        if (balance.compareTo(needed) >= 0) {
            return Optional.empty();
        }
        return Optional.of("the wallet " + wallet + " has " + balance + " wei; " + request.value()
                + " are to be sent, gas may cost " + gasCost + ", and " + kept + " are kept for exits: send it "
                + needed.subtract(balance) + " wei or more");
    }

    private static Answer.Refusal refusal(TxRequest request, TxOutcome.Reason reason, String why) {
        return new Answer.Refusal(new TxOutcome.Deferred(request.id(), reason, why));
    }

    /** The transaction with these fees. */
    UnsignedTransaction unsigned(Tx tx, Fees fees) {
        TxRequest request = tx.request();
        return new UnsignedTransaction(
                client.chain().id(), tx.nonce(), request.call(), request.value(), tx.gas(), fees);
    }

    /** What takes a transaction's place and does nothing: a transfer of no coin to the wallet itself. */
    UnsignedTransaction nothing(BlockRef head, Tx tx, Fees fees) {
        Call toItself = new Call(wallet, "a transfer of nothing", Bytes.EMPTY);
        BigInteger gas = gasOfNothing(head, TxRequest.of(tx.id(), toItself)).orElse(tx.gas());
        return new UnsignedTransaction(client.chain().id(), tx.nonce(), toItself, BigInteger.ZERO, gas, fees);
    }

    /** Some chains take more than 21,000. Of a wallet with code that refuses it nothing is known, and it has the nonce. */
    private Optional<BigInteger> gasOfNothing(BlockRef head, TxRequest nothing) {
        try {
            return Optional.of(gas(head, nothing));
        } catch (RevertException refused) {
            return Optional.empty();
        }
    }

    /** Fees that replace the transaction's: an eighth more, or what gas costs now, whichever is more. */
    Fees raised(BlockRef head, Tx tx) {
        Fees least = tx.newest().leastReplacement();
        Fees now = current(head);
        return new Fees(least.max().max(now.max()), least.tip().max(now.tip()));
    }

    /** Whether the next block takes more than the transaction offers: it cannot land before gas is cheaper. */
    boolean isOutbid(BlockRef head, Tx tx) {
        BigInteger offered = tx.newest().fees().max();
        return client.transactions().nextBaseFee(head).compareTo(offered) > 0;
    }

    boolean isAffordable(Fees fees) {
        return !isAboveCap(fees);
    }

    /** Why a transaction in a block reverted: what it would do on top of the block before, where a node still knows. */
    String reason(Tx tx, long blockNumber) {
        try {
            return replay(tx, blockNumber);
        } catch (ChainException forgotten) {
            // That it reverted is what counts. Nodes keep the states of some hundred blocks only.
            return "unknown: no node could tell any more (" + forgotten.fault() + ")";
        }
    }

    private String replay(Tx tx, long blockNumber) {
        RevertReason unknown = new RevertReason.Silent();
        return client.transactions()
                .block(blockNumber - 1)
                .flatMap(before -> client.transactions()
                        .refusal(
                                before,
                                wallet,
                                tx.request().call(),
                                tx.request().value()))
                .orElse(unknown)
                .toString();
    }
}
