package org.evenkeel.onchain.dex;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.abi.AbiReader;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.pool.ConstantProductPool;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.CallAnswer;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.RevertException;

/**
 * Finds pools and reads them as they were at a block. What a pool says of itself is checked against its exchange: a
 * contract that any other factory made, or nobody's, is refused.
 */
public final class PoolReader {
    private final ChainClient client;
    private final TickReader ticks;

    /** Reads through this client. */
    public PoolReader(ChainClient client) {
        this.client = client;
        this.ticks = new TickReader(client);
    }

    /** The pair of two tokens, in any order, where there is one at that block. */
    public Optional<PoolRef> findPair(BlockRef at, Dex.ConstantProduct dex, Address a, Address b) {
        AbiWriter tokens = new AbiWriter().address(a).address(b);
        return found(dex, at, Functions.GET_PAIR.on(dex.factory(), tokens));
    }

    /**
     * The pool of two tokens with a fee, where there is one at that block.
     *
     * @param feePips in millionths
     */
    public Optional<PoolRef> findPool(BlockRef at, Dex.Concentrated dex, Address a, Address b, int feePips) {
        AbiWriter tokensAndFee = new AbiWriter().address(a).address(b).uint(feePips);
        return found(dex, at, Functions.GET_POOL.on(dex.factory(), tokensAndFee));
    }

    private Optional<PoolRef> found(Dex dex, BlockRef at, Call question) {
        try {
            return Optional.of(client.call(at, question).address())
                    .filter(address -> !address.equals(Address.ZERO))
                    .map(address -> new PoolRef(dex, address));
        } catch (AbiException | RevertException noFactory) {
            throw new PoolException(
                    "The factory of " + dex.name() + " at " + dex.factory() + " on " + client.chain()
                            + " does not answer as one. Is it that exchange's address on that chain?",
                    noFactory);
        }
    }

    /**
     * The pool at a block.
     *
     * @throws PoolException when it is none of its exchange, or one that cannot be
     */
    public PoolState read(BlockRef at, PoolRef ref) {
        try {
            return switch (ref.dex()) {
                case Dex.ConstantProduct dex -> constantProduct(at, ref.address(), dex);
                case Dex.Concentrated dex -> concentrated(at, ref.address(), dex);
            };
        } catch (AbiException | RevertException | IllegalArgumentException noPool) {
            throw new PoolException(
                    "The " + ref + " on " + client.chain() + " cannot be read at block " + at + ": "
                            + noPool.getMessage() + " Correct its address, or leave it out.",
                    noPool);
        }
    }

    private PoolState constantProduct(BlockRef at, Address address, Dex.ConstantProduct dex) {
        List<CallAnswer> answers = answers(at, address, dex, Functions.GET_RESERVES);
        AbiReader reserves = answers.getLast().read();
        return new ConstantProductPool(pool(address, answers, dex.feePips()), reserves.uint(), reserves.uint());
    }

    /** What every pool is asked, and last what only those of its exchange know. */
    private List<CallAnswer> answers(BlockRef at, Address address, Dex dex, Function last) {
        List<CallAnswer> answers = client.callAll(
                at,
                Stream.of(Functions.FACTORY, Functions.TOKEN0, Functions.TOKEN1, last)
                        .map(function -> function.on(address))
                        .toList());
        requireFactory(answers.getFirst().read().address(), dex);
        return answers;
    }

    private static Pool pool(Address address, List<CallAnswer> answers, int feePips) {
        return new Pool(
                address, answers.get(1).read().address(), answers.get(2).read().address(), feePips);
    }

    private PoolState concentrated(BlockRef at, Address address, Dex.Concentrated dex) {
        List<CallAnswer> answers = answers(at, address, dex, Functions.FEE);
        Pool pool = pool(address, answers, answers.getLast().read().smallInteger());
        return ticks.read(at, pool);
    }

    static void requireFactory(Address factory, Dex dex) {
        if (!factory.equals(dex.factory())) {
            throw new IllegalArgumentException(
                    "it was made by the factory " + factory + ", and " + dex.name() + " has " + dex.factory() + ".");
        }
    }
}
