package org.evenkeel.onchain.rpc;

import java.math.BigInteger;
import java.time.InstantSource;
import java.util.List;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiReader;
import org.evenkeel.onchain.abi.Call;

/**
 * One chain, through all endpoints that were named for it. Safe for use by several threads.
 *
 * <p>Each read throws {@link ChainException} when no endpoint answers it.
 */
public interface ChainClient extends AutoCloseable {
    /** Prepares everything, and asks nothing yet. */
    static ChainClient of(ChainSettings settings, InstantSource clock) {
        return new RpcChainClient(settings, clock);
    }

    /** Which chain. */
    Chain chain();

    /** What the age of its newest block is told by. */
    InstantSource clock();

    /**
     * The newest block, to pin all reads of a cycle to.
     *
     * @throws ChainException also when every node's newest block is too old, or from the future
     */
    BlockRef head();

    /**
     * What a contract answers, as of a block.
     *
     * @throws RevertException when the contract refuses
     */
    AbiReader call(BlockRef at, Call call);

    /**
     * What contracts answer, in the order of the calls. Where Multicall3 is deployed hundreds go in one request.
     */
    List<CallAnswer> callAll(BlockRef at, List<Call> calls);

    /**
     * What transactions of an account would do on top of a block, each after those before it, as if they were in one
     * block and cost no gas. Nothing is sent.
     *
     * @throws ChainException also when no node simulates
     */
    List<CallAnswer> simulate(BlockRef at, Address from, List<Call> calls);

    /** Whether there is a contract at an address. */
    boolean isContract(BlockRef at, Address address);

    /** An account's balance of the native coin, in wei. */
    BigInteger balance(BlockRef at, Address account);

    /** What the chain knows of transactions. */
    ChainTransactions transactions();

    /** What contracts wrote, and blocks by their heights. */
    ChainLogs logs();

    /**
     * Sends a signed transaction, once.
     *
     * @throws ChainException when nothing was sent: the endpoint for sending is of another chain, or did not say of which
     */
    SendOutcome send(Bytes signed);

    @Override
    void close();
}
