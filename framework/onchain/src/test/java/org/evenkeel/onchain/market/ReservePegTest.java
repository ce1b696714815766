package org.evenkeel.onchain.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.PegRule;
import org.evenkeel.onchain.dex.PoolHoldings;
import org.evenkeel.onchain.pool.ConstantProductPool;
import org.evenkeel.onchain.pool.Pool;
import org.junit.jupiter.api.Test;

final class ReservePegTest {
    private static final Address CASH = address(5);
    private static final Address NAMED = address(1);
    private static final Address OTHER_NAMED = address(8);
    private static final Address CALLED = address(9);
    private static final Token RESERVE = new Token(new Chain("local", 31337), CASH.hex(), "USDC", 6);
    private static final Map<Address, ReservePeg.Dollar> DOLLARS = Map.of(
            NAMED, new ReservePeg.Dollar(6, true),
            OTHER_NAMED, new ReservePeg.Dollar(6, true),
            CALLED, new ReservePeg.Dollar(18, false));

    private static Address address(int digit) {
        return new Address("0x" + String.valueOf(digit).repeat(40));
    }

    /** Of so many whole reserve tokens, each at a price. */
    private static PoolHoldings pool(int number, Address dollar, long depth, double price) {
        int decimals = DOLLARS.containsKey(dollar) && !dollar.equals(CALLED) ? 6 : 18;
        BigInteger cash = BigInteger.valueOf(depth).multiply(BigInteger.TEN.pow(6));
        BigInteger dollars = BigDecimal.valueOf(depth)
                .multiply(BigDecimal.valueOf(price))
                .movePointRight(decimals)
                .toBigInteger();
        boolean cashFirst = CASH.compareTo(dollar) < 0;
        Pool pool = new Pool(
                new Address("0x" + "f".repeat(39) + number), cashFirst ? CASH : dollar, cashFirst ? dollar : CASH, 100);
        ConstantProductPool state =
                new ConstantProductPool(pool, cashFirst ? cash : dollars, cashFirst ? dollars : cash);
        return new PoolHoldings(state, state.reserve0(), state.reserve1());
    }

    private static Optional<BigDecimal> usd(PoolHoldings... pools) {
        return new ReservePeg(RESERVE, PegRule.Source.POOL, DOLLARS).usd(Arrays.asList(pools));
    }

    private static void assertWorth(double expected, PoolHoldings... pools) {
        assertEquals(expected, usd(pools).orElseThrow().doubleValue(), 1e-6);
    }

    @Test
    void of_two_pools_against_one_dollar_the_deeper_tells() {
        assertWorth(0.99, pool(1, NAMED, 2_000_000, 0.99), pool(2, NAMED, 1_000_000, 0.5));
    }

    @Test
    void of_two_dollars_the_one_that_is_further_off_tells_for_either_may_be_what_fell() {
        assertWorth(0.9, pool(1, NAMED, 2_000_000, 1), pool(2, OTHER_NAMED, 20_000, 0.9));
        assertWorth(1.2, pool(1, NAMED, 2_000_000, 0.9), pool(2, OTHER_NAMED, 20_000, 1.2));
    }

    @Test
    void a_token_that_only_calls_itself_a_dollar_counts_where_none_is_known() {
        assertWorth(0.97, pool(1, CALLED, 2_000_000, 0.97));
        assertWorth(1, pool(1, CALLED, 2_000_000, 0.97), pool(2, NAMED, 20_000, 1));
    }

    @Test
    void a_pool_that_nobody_would_trade_back_to_its_price_tells_nothing() {
        assertEquals(Optional.empty(), usd(pool(1, NAMED, 9_999, 1)));
        assertWorth(1, pool(1, NAMED, 10_000, 1));
    }

    @Test
    void a_pool_of_other_tokens_tells_nothing() {
        assertEquals(Optional.empty(), usd(pool(1, address(7), 2_000_000, 1)));
        assertEquals(Optional.empty(), usd());
    }

    @Test
    void where_it_is_assumed_no_pool_is_asked() {
        ReservePeg assumed = new ReservePeg(RESERVE, PegRule.Source.ASSUME, DOLLARS);
        assertEquals(Optional.of(BigDecimal.ONE), assumed.usd(List.of()));
        assertEquals(Optional.of(BigDecimal.ONE), assumed.usd(List.of(pool(1, NAMED, 2_000_000, 0.5))));
    }
}
