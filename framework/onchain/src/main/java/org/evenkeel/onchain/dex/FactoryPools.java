package org.evenkeel.onchain.dex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.CallAnswer;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.RevertException;

/**
 * The pools that the factories of known exchanges know. What a pool says of itself is believed only where the factory says
 * the same, for anybody can deploy a contract that answers anything.
 */
public final class FactoryPools {
    private static final int PIPS_A_BASIS_POINT = 100;
    private static final double ROUNDING = 1e-6;

    private final ChainClient client;
    private final List<Dex> exchanges;

    /** Those of these exchanges. */
    public FactoryPools(ChainClient client, List<Dex> exchanges) {
        this.client = client;
        this.exchanges = List.copyOf(exchanges);
    }

    /**
     * A pool that is looked for.
     *
     * @param a one of its tokens
     * @param b the other
     * @param feePips in millionths; a pair has its exchange's, whatever is said here
     */
    public record Wanted(Dex dex, Address a, Address b, int feePips) {
        private Call question() {
            AbiWriter tokens = new AbiWriter().address(a).address(b);
            return switch (dex) {
                case Dex.ConstantProduct pairs -> Functions.GET_PAIR.on(pairs.factory(), tokens);
                case Dex.Concentrated ranges -> Functions.GET_POOL.on(ranges.factory(), tokens.uint(feePips));
            };
        }
    }

    /** A pool, with what never changes of it. */
    public record Found(PoolRef ref, Pool pool) {}

    /** The exchange of this name. */
    public Optional<Dex> exchange(String name) {
        return exchanges.stream().filter(dex -> dex.name().equals(name)).findFirst();
    }

    /**
     * The pool's fee of a pair in millionths; empty where it is no whole number of them, which no pool has.
     */
    public static Optional<Integer> feePips(TradingPair pair) {
        double pips = pair.feeBps() * PIPS_A_BASIS_POINT;
        int whole = (int) Math.round(pips);
        return Math.abs(pips - whole) > ROUNDING ? Optional.empty() : Optional.of(whole);
    }

    /** The fee of a pool in basis points. */
    public static double feeBps(Pool pool) {
        return pool.feePips() / (double) PIPS_A_BASIS_POINT;
    }

    /**
     * The pool that is looked for, where its factory has it.
     *
     * @throws PoolException when there is no factory
     */
    public Optional<PoolRef> find(BlockRef at, Wanted wanted) {
        return find(at, List.of(wanted)).getFirst();
    }

    /** The same for several at once, in their order. */
    public List<Optional<PoolRef>> find(BlockRef at, List<Wanted> wanted) {
        List<CallAnswer> answers =
                client.callAll(at, wanted.stream().map(Wanted::question).toList());
        List<Optional<PoolRef>> found = new ArrayList<>();
        for (int row = 0; row < wanted.size(); row++) {
            found.add(pool(wanted.get(row).dex(), answers.get(row)));
        }
        return found;
    }

    private Optional<PoolRef> pool(Dex dex, CallAnswer answer) {
        try {
            return Optional.of(answer.read().address())
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
     * The pool at an address.
     *
     * @throws PoolException when it is none that a factory of these exchanges knows, with the reason
     */
    public Found at(BlockRef at, Address address) {
        try {
            List<CallAnswer> answers = client.callAll(
                    at,
                    List.of(Functions.FACTORY.on(address), Functions.TOKEN0.on(address), Functions.TOKEN1.on(address)));
            Dex dex = made(answers.get(0).read().address());
            int feePips = feePips(at, dex, address);
            Wanted said = new Wanted(
                    dex, answers.get(1).read().address(), answers.get(2).read().address(), feePips);
            Optional<Address> known = find(at, said).map(PoolRef::address);
            if (!known.equals(Optional.of(address))) {
                throw new PoolException("Its factory, that of " + dex.name() + ", knows "
                        + known.map(other -> "the pool " + other).orElse("no pool") + " of these tokens.");
            }
            return new Found(new PoolRef(dex, address), new Pool(address, said.a(), said.b(), feePips));
        } catch (AbiException | RevertException | IllegalArgumentException silent) {
            throw new PoolException(sentence(String.valueOf(silent.getMessage())), silent);
        }
    }

    /** What is read of an answer ends in its bytes, and not as a sentence does. */
    private static String sentence(String said) {
        return said.endsWith(".") ? said : said + ".";
    }

    private int feePips(BlockRef at, Dex dex, Address pool) {
        return switch (dex) {
            case Dex.ConstantProduct pairs -> pairs.feePips();
            case Dex.Concentrated ranges ->
                client.call(at, Functions.FEE.on(pool)).smallInteger();
        };
    }

    private Dex made(Address factory) {
        return exchanges.stream()
                .filter(dex -> dex.factory().equals(factory))
                .findFirst()
                .orElseThrow(() -> new PoolException("It was made by the factory " + factory + ", and known are "
                        + exchanges.stream()
                                .map(dex -> dex.name() + " (" + dex.factory() + ")")
                                .collect(Collectors.joining(", "))
                        + ". Add its exchange to the chain's in chains.json if you trust it."));
    }
}
