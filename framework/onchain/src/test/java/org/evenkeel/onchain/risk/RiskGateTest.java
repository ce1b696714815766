package org.evenkeel.onchain.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.pool.ConstantProductPool;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.route.GasCosts;
import org.evenkeel.onchain.route.Route;
import org.evenkeel.onchain.route.RouteFinder;
import org.evenkeel.onchain.route.RouteLimits;
import org.junit.jupiter.api.Test;

/** Each limit at its edge, just beyond it, and raised so that the same trade passes. */
final class RiskGateTest {
    private static final Address RESERVE = address('1');
    private static final Address MIDDLE = address('2');
    private static final Address TOKEN = address('3');
    private static final Address ROUTER = address('a');
    private static final Address FIRST_POOL = address('b');
    private static final Address SECOND_POOL = address('c');
    private static final Instant NOW = Instant.parse("2026-01-05T00:00:12Z");
    private static final BigInteger AMOUNT = BigInteger.TEN.pow(9);

    /** Two hops; in each pool a thousandth of the reserve is traded, which is an impact of 10 bps a hop. */
    private static final Route ROUTE = route(1_000);

    private static final RiskLimits LIMITS =
            RiskLimits.of(new AllowLists(Set.of(RESERVE, MIDDLE, TOKEN), Set.of(ROUTER), Optional.empty()));

    private static final Situation CALM =
            new Situation(NOW, BigDecimal.ZERO, BigDecimal.ZERO, Optional.of(BigDecimal.ONE), new TokenVerdict.Sound());

    private static Address address(char digit) {
        return new Address("0x" + String.valueOf(digit).repeat(40));
    }

    private static Route route(long timesTheAmount) {
        BigInteger reserve = AMOUNT.multiply(BigInteger.valueOf(timesTheAmount));
        List<PoolState> pools = List.of(
                new ConstantProductPool(new Pool(FIRST_POOL, RESERVE, MIDDLE, 3000), reserve, reserve),
                new ConstantProductPool(new Pool(SECOND_POOL, MIDDLE, TOKEN, 500), reserve, reserve));
        return new RouteFinder(pools, RouteLimits.DEFAULTS)
                .find(RESERVE, TOKEN, AMOUNT, GasCosts.FREE)
                .orElseThrow();
    }

    private static TradeProposal.Worth worth(String value, String gas) {
        return new TradeProposal.Worth(new BigDecimal(value), new BigDecimal(gas));
    }

    private static TradeProposal trade(Side side, TradeProposal.Worth worth) {
        return new TradeProposal(
                side,
                new TradeProposal.Quoted(ROUTE, NOW),
                ROUTER,
                new RiskGate(LIMITS).minOut(Side.BUY, ROUTE, new TokenVerdict.Sound()),
                worth);
    }

    private static TradeProposal buy() {
        return trade(Side.BUY, worth("1000", "1"));
    }

    private static List<RefusalReason> reasons(RiskLimits limits, TradeProposal trade, Situation situation) {
        return new RiskGate(limits)
                .refusals(trade, situation).stream().map(Refusal::reason).toList();
    }

    private static void assertRefused(
            RefusalReason reason, RiskLimits limits, TradeProposal trade, Situation situation) {
        assertEquals(List.of(reason), reasons(limits, trade, situation));
    }

    private static void assertPasses(RiskLimits limits, TradeProposal trade, Situation situation) {
        assertEquals(List.of(), new RiskGate(limits).refusals(trade, situation));
    }

    private static Situation with(TokenVerdict verdict) {
        return new Situation(NOW, BigDecimal.ZERO, BigDecimal.ZERO, Optional.of(BigDecimal.ONE), verdict);
    }

    private static Situation today(String traded, String lost) {
        return new Situation(
                NOW,
                new BigDecimal(traded),
                new BigDecimal(lost),
                Optional.of(BigDecimal.ONE),
                new TokenVerdict.Sound());
    }

    private static Situation reserveAt(Optional<BigDecimal> price) {
        return new Situation(NOW, BigDecimal.ZERO, BigDecimal.ZERO, price, new TokenVerdict.Sound());
    }

    @Test
    void a_trade_within_all_limits_passes() {
        assertPasses(LIMITS, buy(), CALM);
        assertPasses(LIMITS, trade(Side.SELL, worth("1000", "1")), CALM);
    }

    @Test
    void the_least_that_is_accepted_is_of_the_whole_way_and_never_below_the_limit() {
        BigInteger least = new RiskGate(LIMITS).minOut(Side.BUY, ROUTE, new TokenVerdict.Sound());
        BigInteger tenThousand = BigInteger.valueOf(10_000);
        BigInteger limit = ROUTE.amountOut().multiply(BigInteger.valueOf(9_950));
        assertTrue(least.multiply(tenThousand).compareTo(limit) >= 0);
        assertTrue(least.subtract(BigInteger.ONE).multiply(tenThousand).compareTo(limit) < 0);
    }

    @Test
    void a_unit_less_than_the_slippage_limit_is_refused() {
        TradeProposal loose = new TradeProposal(
                Side.SELL, buy().quote(), ROUTER, buy().minOut().subtract(BigInteger.ONE), buy().worth());
        assertRefused(RefusalReason.SLIPPAGE, LIMITS, loose, CALM);
        assertPasses(LIMITS.with(new QuoteLimits(51, 100, Duration.ofSeconds(30))), loose, CALM);
    }

    @Test
    void where_a_tax_is_allowed_the_least_is_of_what_arrives_after_it() {
        TokenVerdict tax = new TokenVerdict.Taxed(100, 300);
        RiskLimits limits = LIMITS.with(new TokenLimits(300, 100));
        BigInteger tenThousand = BigInteger.valueOf(10_000);
        for (Side side : Side.values()) {
            BigInteger kept = BigInteger.valueOf(side == Side.BUY ? 9_900 : 9_700);
            BigInteger[] arrives = ROUTE.amountOut().multiply(kept).divideAndRemainder(tenThousand);
            BigInteger expected = arrives[0].add(BigInteger.valueOf(arrives[1].signum()));
            BigInteger least = new RiskGate(limits).minOut(side, ROUTE, tax);
            assertTrue(least.multiply(tenThousand).compareTo(expected.multiply(BigInteger.valueOf(9_950))) >= 0);
            assertTrue(least.compareTo(expected) < 0);
            TradeProposal exact = new TradeProposal(side, buy().quote(), ROUTER, least, buy().worth());
            assertPasses(limits, exact, with(tax));
            TradeProposal loose =
                    new TradeProposal(side, buy().quote(), ROUTER, least.subtract(BigInteger.ONE), buy().worth());
            assertRefused(RefusalReason.SLIPPAGE, limits, loose, with(tax));
        }
    }

    @Test
    void price_impact_is_measured_over_all_hops_without_their_fees() {
        // 1 - 1/(1 + 0.000997) and 1 - 1/(1 + 0.000995) are together between 19 and 20 bps; the fees are 35.
        assertPasses(LIMITS.with(new QuoteLimits(50, 20, Duration.ofSeconds(30))), buy(), CALM);
        assertRefused(
                RefusalReason.PRICE_IMPACT, LIMITS.with(new QuoteLimits(50, 19, Duration.ofSeconds(30))), buy(), CALM);
    }

    @Test
    void a_large_price_impact_is_refused_however_tight_the_slippage() {
        Route large = route(20);
        TradeProposal trade = new TradeProposal(
                Side.BUY, new TradeProposal.Quoted(large, NOW), ROUTER, large.amountOut(), buy().worth());
        assertRefused(RefusalReason.PRICE_IMPACT, LIMITS, trade, CALM);
        assertPasses(LIMITS.with(new QuoteLimits(0, 10_000, Duration.ofSeconds(30))), trade, CALM);
    }

    @Test
    void an_old_quote_and_one_from_the_future_are_refused() {
        for (long seconds : new long[] {31, -31}) {
            TradeProposal old = new TradeProposal(
                    Side.BUY,
                    new TradeProposal.Quoted(ROUTE, NOW.minusSeconds(seconds)),
                    ROUTER,
                    buy().minOut(),
                    buy().worth());
            assertRefused(RefusalReason.STALE_QUOTE, LIMITS, old, CALM);
            assertPasses(LIMITS.with(new QuoteLimits(50, 100, Duration.ofSeconds(31))), old, CALM);
        }
    }

    @Test
    void gas_is_limited_in_dollars_and_as_a_share_of_the_trade() {
        assertPasses(LIMITS, trade(Side.SELL, worth("2000", "20")), CALM);
        TradeProposal dear = trade(Side.SELL, worth("5000", "20.01"));
        assertRefused(RefusalReason.GAS_COST, LIMITS, dear, CALM);
        assertPasses(LIMITS.with(new GasLimits(new BigDecimal("20.01"), 100)), dear, CALM);
        TradeProposal small = trade(Side.SELL, worth("1000", "10.01"));
        assertRefused(RefusalReason.GAS_SHARE, LIMITS, small, CALM);
        assertPasses(LIMITS.with(new GasLimits(new BigDecimal("20"), 101)), small, CALM);
    }

    @Test
    void an_exit_may_take_gas_of_any_share_and_ever_more_of_all_the_longer_it_has_failed() {
        TradeProposal small = trade(Side.SELL, worth("30", "1"));
        assertRefused(RefusalReason.GAS_SHARE, LIMITS, small, CALM);
        assertPasses(LIMITS.forExit(0), small, CALM);
        assertRefused(RefusalReason.GAS_SHARE, LIMITS.forExit(6), trade(Side.SELL, worth("0.99", "1")), CALM);
        TradeProposal dear = trade(Side.SELL, worth("9000", "79"));
        assertRefused(RefusalReason.GAS_COST, LIMITS.forExit(1), dear, CALM);
        assertPasses(LIMITS.forExit(2), dear, CALM);
        assertEquals(
                new QuoteLimits(50, 100, Duration.ofSeconds(30)),
                LIMITS.forExit(0).quote());
        assertEquals(
                new QuoteLimits(200, 400, Duration.ofSeconds(30)),
                LIMITS.forExit(2).quote());
        assertEquals(
                new QuoteLimits(500, 3000, Duration.ofSeconds(30)),
                LIMITS.forExit(60).quote());
        RiskLimits wide = LIMITS.with(new QuoteLimits(700, 5000, Duration.ZERO));
        assertEquals(wide.quote(), wide.forExit(3).quote(), "what is wider already stays as it is");
    }

    @Test
    void the_value_of_a_buy_is_limited_and_that_of_a_sale_is_not() {
        assertPasses(LIMITS, trade(Side.BUY, worth("10000", "1")), CALM);
        TradeProposal.Worth more = worth("10000.01", "1");
        assertRefused(RefusalReason.TRADE_VALUE, LIMITS, trade(Side.BUY, more), CALM);
        assertPasses(LIMITS, trade(Side.SELL, more), CALM);
        ValueLimits raised = new ValueLimits(new BigDecimal("10000.01"), new BigDecimal(50_000), BigDecimal.TEN);
        assertPasses(LIMITS.with(raised), trade(Side.BUY, more), CALM);
    }

    @Test
    void all_trades_of_a_day_count_against_what_may_be_bought() {
        assertPasses(LIMITS, buy(), today("49000", "0"));
        assertRefused(RefusalReason.DAY_VALUE, LIMITS, buy(), today("49000.01", "0"));
        assertPasses(LIMITS, trade(Side.SELL, worth("1000", "1")), today("49000.01", "0"));
    }

    @Test
    void after_the_daily_loss_nothing_is_bought_and_all_can_be_sold() {
        assertPasses(LIMITS, buy(), today("0", "999.99"));
        assertPasses(LIMITS, buy(), today("0", "-5000"));
        assertRefused(RefusalReason.DAILY_LOSS, LIMITS, buy(), today("0", "1000"));
        assertPasses(LIMITS, trade(Side.SELL, worth("1000", "1")), today("0", "1000"));
    }

    @Test
    void every_token_router_and_pool_must_be_allowed() {
        Set<Address> tokens = Set.of(RESERVE, MIDDLE, TOKEN);
        AllowLists withoutMiddle = new AllowLists(Set.of(RESERVE, TOKEN), Set.of(ROUTER), Optional.empty());
        assertRefused(RefusalReason.TOKEN_NOT_ALLOWED, LIMITS.with(withoutMiddle), buy(), CALM);
        AllowLists withoutRouter = new AllowLists(tokens, Set.of(), Optional.empty());
        assertRefused(RefusalReason.ROUTER_NOT_ALLOWED, LIMITS.with(withoutRouter), buy(), CALM);
        AllowLists onePool = new AllowLists(tokens, Set.of(ROUTER), Optional.of(Set.of(FIRST_POOL)));
        assertRefused(RefusalReason.POOL_NOT_ALLOWED, LIMITS.with(onePool), buy(), CALM);
        AllowLists bothPools = new AllowLists(tokens, Set.of(ROUTER), Optional.of(Set.of(FIRST_POOL, SECOND_POOL)));
        assertPasses(LIMITS.with(bothPools), buy(), CALM);
    }

    @Test
    void a_reserve_token_off_its_peg_halts_buys_alone() {
        for (String off : List.of("0.9899", "1.0101")) {
            Situation depegged = reserveAt(Optional.of(new BigDecimal(off)));
            assertRefused(RefusalReason.RESERVE_OFF_PEG, LIMITS, buy(), depegged);
            assertPasses(LIMITS, trade(Side.SELL, worth("1000", "1")), depegged);
            assertPasses(LIMITS.with(new TokenLimits(0, 101)), buy(), depegged);
        }
        assertPasses(LIMITS, buy(), reserveAt(Optional.of(new BigDecimal("0.99"))));
        assertRefused(RefusalReason.RESERVE_PRICE_UNKNOWN, LIMITS, buy(), reserveAt(Optional.empty()));
    }

    @Test
    void taxed_tokens_are_refused_unless_allowed_and_honeypots_always() {
        TokenLimits lenient = new TokenLimits(10_000, 10_000);
        Situation taxed = with(new TokenVerdict.Taxed(100, 300));
        assertRefused(RefusalReason.TAXED_TOKEN, LIMITS, buy(), taxed);
        assertRefused(RefusalReason.TAXED_TOKEN, LIMITS.with(new TokenLimits(299, 100)), buy(), taxed);
        assertPasses(LIMITS.with(new TokenLimits(300, 100)), buy(), taxed);
        Situation trap = with(new TokenVerdict.Honeypot("reverted"));
        assertRefused(RefusalReason.HONEYPOT, LIMITS.with(lenient), buy(), trap);
        Situation unproven = with(new TokenVerdict.Unproven("no node simulates"));
        assertRefused(RefusalReason.TOKEN_UNPROVEN, LIMITS.with(lenient), buy(), unproven);
        assertPasses(LIMITS, trade(Side.SELL, worth("1000", "1")), trap);
    }

    @Test
    void all_that_speaks_against_a_trade_is_said_with_its_figures() {
        List<Refusal> refusals = new RiskGate(LIMITS)
                .refusals(trade(Side.BUY, worth("60000", "700")), with(new TokenVerdict.Taxed(100, 250)));
        assertEquals(
                List.of(
                        RefusalReason.GAS_COST,
                        RefusalReason.GAS_SHARE,
                        RefusalReason.TRADE_VALUE,
                        RefusalReason.DAY_VALUE,
                        RefusalReason.TAXED_TOKEN),
                refusals.stream().map(Refusal::reason).toList());
        assertEquals(
                "GAS_COST: Gas would cost 700.00 USD, and trade_usd of gas in chains.json is 20.00: wait until gas is"
                        + " cheaper.",
                refusals.getFirst().toString());
        assertEquals(
                "The token takes 100 bps when it is bought and 250 bps when it is sold, and token_tax_bps in the"
                        + " limits of chains.json is 0.",
                refusals.getLast().sentence());
    }

    @Test
    void limits_that_cannot_be_are_refused() {
        for (int share : new int[] {-1, 10_001}) {
            assertThrows(IllegalArgumentException.class, () -> new TokenLimits(share, 0));
            assertThrows(IllegalArgumentException.class, () -> new TokenLimits(0, share));
            assertThrows(IllegalArgumentException.class, () -> new GasLimits(BigDecimal.ONE, share));
            assertThrows(IllegalArgumentException.class, () -> new QuoteLimits(share, 0, Duration.ZERO));
            assertThrows(IllegalArgumentException.class, () -> new QuoteLimits(0, share, Duration.ZERO));
        }
        BigDecimal negative = BigDecimal.ONE.negate();
        assertThrows(IllegalArgumentException.class, () -> new QuoteLimits(0, 0, Duration.ofNanos(-1)));
        assertThrows(IllegalArgumentException.class, () -> new GasLimits(negative, 0));
        assertThrows(IllegalArgumentException.class, () -> new ValueLimits(BigDecimal.ONE, BigDecimal.ONE, negative));
        assertThrows(IllegalArgumentException.class, () -> worth("-1", "0"));
        assertThrows(IllegalArgumentException.class, () -> today("-1", "0"));
    }

    @Test
    void the_defaults_are_those_that_are_told() {
        assertEquals(new QuoteLimits(50, 100, Duration.ofSeconds(30)), LIMITS.quote());
        assertEquals(new GasLimits(BigDecimal.valueOf(20), 100), LIMITS.gas());
        assertEquals(
                Arrays.asList("10000", "50000", "1000"),
                List.of(
                        LIMITS.value().tradeUsd().toPlainString(),
                        LIMITS.value().dayUsd().toPlainString(),
                        LIMITS.value().dailyLossUsd().toPlainString()));
        assertEquals(new TokenLimits(0, 100), LIMITS.token());
    }
}
