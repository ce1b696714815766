package org.evenkeel.onchain.swap;

import java.util.List;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.dex.Dex;
import org.evenkeel.onchain.pool.ConstantProductPool;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.pool.PoolState;
import org.web3j.crypto.Hash;

/**
 * Pools that a router finds: it asks nobody for them, but works their addresses out (EIP-1014).
 *
 * @param dex whose pools
 * @param initCodeHash the hash of what creates a pool: forks have their own
 */
public record Venue(Dex dex, Bytes initCodeHash) {
    private static final int HASH_BYTES = 32;
    private static final int ADDRESS_BYTES = 20;
    private static final Bytes CREATE2 = Bytes.ofHex("0xff");

    /** The hash of pairs of Uniswap v2. */
    public static final Bytes UNISWAP_V2 =
            Bytes.ofHex("0x96e8ac4277198ff8b6f785478aa9a39f403cb768dd02cbee326c3e7da348845f");

    /** The hash of pools of Uniswap v3. */
    public static final Bytes UNISWAP_V3 =
            Bytes.ofHex("0xe34f199b19b2b4f47f68442619d555527d244f78a3297ea89325f843f87b8b54");

    /**
     * @throws IllegalArgumentException when the hash is none
     */
    public Venue {
        if (initCodeHash.size() != HASH_BYTES) {
            throw new IllegalArgumentException("The init-code hash of " + dex.name() + " is " + initCodeHash
                    + ": a hash has " + HASH_BYTES + " bytes.");
        }
    }

    /**
     * Where the pool of two tokens is, in any order, if there is one.
     *
     * @param feePips in millionths, for pools with ranges; pairs have the fee of their exchange
     */
    public Address poolAddress(Address a, Address b, int feePips) {
        Pool pool = new Pool(Address.ZERO, a.compareTo(b) < 0 ? a : b, a.compareTo(b) < 0 ? b : a, feePips);
        return switch (dex) {
            case Dex.ConstantProduct pairs -> created(packed(pool));
            case Dex.Concentrated ranges -> created(words(pool));
        };
    }

    /** Whether the pool is where the router looks for one of its kind, tokens and fee. */
    boolean has(PoolState state) {
        boolean isPair = state instanceof ConstantProductPool;
        return isPair == dex instanceof Dex.ConstantProduct && has(state.pool());
    }

    /** Whether a pool of this kind is where the router looks for one of its tokens and fee. */
    boolean has(Pool pool) {
        return switch (dex) {
            case Dex.ConstantProduct pairs ->
                pool.feePips() == pairs.feePips() && pool.address().equals(created(packed(pool)));
            case Dex.Concentrated ranges -> pool.address().equals(created(words(pool)));
        };
    }

    private static Bytes packed(Pool pool) {
        return Bytes.ofHex(pool.token0().hex()).then(Bytes.ofHex(pool.token1().hex()));
    }

    private static Bytes words(Pool pool) {
        return new AbiWriter()
                .address(pool.token0())
                .address(pool.token1())
                .uint(pool.feePips())
                .bytes();
    }

    private Address created(Bytes salt) {
        Bytes hash =
                hash(Bytes.joined(List.of(CREATE2, Bytes.ofHex(dex.factory().hex()), hash(salt), initCodeHash)));
        String hex = hash.part(HASH_BYTES - ADDRESS_BYTES, ADDRESS_BYTES).hex();
        return new Address(hex);
    }

    private static Bytes hash(Bytes content) {
        return Bytes.of(Hash.sha3(content.toArray()));
    }
}
