package org.evenkeel.onchain.rpc;

import java.math.BigInteger;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.RevertReason;

/**
 * What a chain knows of transactions: what a wallet needs to make the next one, and to learn what became of those before.
 *
 * <p>That one node does not know a transaction proves little: it may be waiting with another. Each read throws
 * {@link ChainException} when no endpoint answers it.
 */
public interface ChainTransactions {
    /** How many transactions of an account are in blocks up to this one: the nonce of the next. */
    long nonce(BlockRef at, Address account);

    /** The nonce of the next transaction after all that a node knows, those that wait included. */
    long pendingNonce(Address account);

    /** Whether a node knows a transaction, in a block or waiting for one. */
    boolean isKnown(Bytes hash);

    /** What became of a transaction; empty while it is in no block that the node has. */
    Optional<Receipt> receipt(Bytes hash);

    /** The same with what the transaction logged. */
    Optional<LoggedReceipt> loggedReceipt(Bytes hash);

    /** The block of this height in the chain as it is now; empty where there is none yet. */
    Optional<BlockRef> block(long number);

    /** The base fee of the block after this one, in wei a unit of gas. */
    BigInteger nextBaseFee(BlockRef at);

    /**
     * How much gas a transaction would take on top of a block.
     *
     * @param value in wei
     * @throws RevertException when it would revert
     */
    BigInteger estimateGas(BlockRef at, Address from, Call call, BigInteger value);

    /** Why a transaction would revert on top of a block; empty where it would not. */
    Optional<RevertReason> refusal(BlockRef at, Address from, Call call, BigInteger value);
}
