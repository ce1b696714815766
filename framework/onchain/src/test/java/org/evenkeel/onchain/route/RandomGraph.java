package org.evenkeel.onchain.route;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.pool.ConstantProductPool;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.pool.RandomPools;

/** Made-up pools between a few tokens: of any size and price, or alike, so that splitting is worth it. */
final class RandomGraph {
    private final RandomPools random;

    RandomGraph(long seed) {
        random = new RandomPools(seed);
    }

    RandomPools random() {
        return random;
    }

    static Address token(int number) {
        return new Address(String.format(Locale.ROOT, "0x%040x", number + 1));
    }

    static Address address(int pool) {
        return new Address(String.format(Locale.ROOT, "0xf%039x", pool));
    }

    /** A pool of a constant product. */
    static ConstantProductPool pool(int number, int token, int other, long reserve, long otherReserve) {
        BigInteger unit = BigInteger.TEN.pow(12);
        BigInteger first = BigInteger.valueOf(reserve).multiply(unit);
        BigInteger second = BigInteger.valueOf(otherReserve).multiply(unit);
        boolean sorted = token < other;
        Pool pool = new Pool(address(number), token(Math.min(token, other)), token(Math.max(token, other)), 3000);
        return new ConstantProductPool(pool, sorted ? first : second, sorted ? second : first);
    }

    List<PoolState> wild(int tokens, int pools) {
        List<PoolState> made = new ArrayList<>();
        for (int number = 0; number < pools; number++) {
            int token = random.below(tokens - 1);
            int other = token + 1 + random.below(tokens - 1 - token);
            made.add(random.any(address(number), token(token), token(other)));
        }
        return made;
    }

    /** All prices are about one. */
    List<PoolState> alike(int tokens, int pools) {
        List<PoolState> made = new ArrayList<>();
        for (int number = 0; number < pools; number++) {
            int token = random.below(tokens - 1);
            int other = token + 1 + random.below(tokens - 1 - token);
            long size = 1_000_000L * (1 + random.below(20));
            long tilt = size / 1_000 * random.below(10);
            made.add(pool(number, token, other, size + tilt, size));
        }
        return made;
    }
}
