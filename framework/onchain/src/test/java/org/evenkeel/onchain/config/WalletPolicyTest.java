package org.evenkeel.onchain.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.pool.ConcentratedPool;
import org.evenkeel.onchain.pool.ConstantProductPool;
import org.evenkeel.onchain.pool.Pool;
import org.evenkeel.onchain.pool.PoolState;
import org.evenkeel.onchain.pool.TickTable;
import org.evenkeel.onchain.route.GasCosts;
import org.evenkeel.onchain.route.Route;
import org.evenkeel.onchain.route.RouteFinder;
import org.evenkeel.onchain.route.RouteLimits;
import org.evenkeel.onchain.safe.SafeAccess;
import org.evenkeel.onchain.sign.AllowedCall;
import org.evenkeel.onchain.sign.Fees;
import org.evenkeel.onchain.sign.PolicySigner;
import org.evenkeel.onchain.sign.Signer;
import org.evenkeel.onchain.sign.SigningPolicy;
import org.evenkeel.onchain.sign.SigningRefused;
import org.evenkeel.onchain.sign.TestKeys;
import org.evenkeel.onchain.sign.UnsignedTransaction;
import org.evenkeel.onchain.swap.Approvals;
import org.evenkeel.onchain.swap.PreparedCall;
import org.evenkeel.onchain.swap.RouterContract;
import org.evenkeel.onchain.swap.RouterKind;
import org.evenkeel.onchain.swap.SwapCalls;
import org.evenkeel.onchain.swap.SwapTerms;
import org.evenkeel.onchain.swap.Venue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What trading makes is signed; the same with somebody else, another token or more than allowed in it is not. */
final class WalletPolicyTest {
    private static final Chain ETHEREUM = new Chain("ethereum", 1);
    private static final ChainProfile PROFILE = ChainsFile.builtIn().get(ETHEREUM);
    private static final Token CASH = token("1", 6);
    private static final Token MIDDLE = token("2", 18);
    private static final Token GOODS = token("3", 18);
    private static final Token CASH_ELSEWHERE = new Token(new Chain("base", 8453), "0x" + "4".repeat(40), "CASH", 6);
    private static final Signer KEY = TestKeys.signer(TestKeys.WALLET);
    private static final Address STRANGER = new Address("0x" + "9".repeat(40));
    private static final Address SAFE = new Address("0x" + "6".repeat(40));
    private static final Function EXEC =
            Function.of("execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)");
    private static final BigInteger AMOUNT = BigInteger.valueOf(1_000_000);
    private static final RouterContract ROUTER02 = router(RouterKind.SWAP_ROUTER_02);
    private static final RouterContract ROUTER_V2 = router(RouterKind.V2_ROUTER);
    private static final Function MULTICALL = Function.of("multicall(uint256,bytes[])");
    private static final Function PAIRS = Function.of("swapExactTokensForTokens(uint256,uint256,address[],address)");

    @TempDir
    private Path folder;

    private PolicySigner signer;
    private long nonce;

    private static Token token(String digit, int decimals) {
        return new Token(ETHEREUM, "0x" + digit.repeat(40), "T" + digit, decimals);
    }

    private static RouterContract router(RouterKind kind) {
        return PROFILE.venues().routers().stream()
                .filter(router -> router.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static WalletPolicy.Tokens tokens(Token... traded) {
        return new WalletPolicy.Tokens(CASH, Set.of(traded), Set.of(CASH_ELSEWHERE));
    }

    @BeforeEach
    void open() {
        open(WalletPolicy.of(PROFILE, tokens(MIDDLE, GOODS)));
    }

    private void open(SigningPolicy policy) {
        signer = PolicySigner.of(KEY, policy, folder, () -> Instant.EPOCH);
    }

    private void reopen(SigningPolicy policy) {
        signer.close();
        open(policy);
    }

    @AfterEach
    void close() {
        signer.close();
    }

    private static Address at(Token token) {
        return new Address(token.address());
    }

    private static PoolState pool(String exchange, Token a, Token b, BigInteger reserve) {
        Venue venue = PROFILE.venues().exchange(exchange);
        Address low = at(a).compareTo(at(b)) < 0 ? at(a) : at(b);
        Address high = low.equals(at(a)) ? at(b) : at(a);
        Pool pool = new Pool(venue.poolAddress(low, high, 3000), low, high, 3000);
        if (exchange.equals("uniswap-v2")) {
            return new ConstantProductPool(pool, reserve, reserve);
        }
        TickTable ticks = TickTable.of(60, new TreeMap<>(Map.of(-6000, reserve, 6000, reserve.negate())));
        return new ConcentratedPool(pool, BigInteger.ONE.shiftLeft(96), 0, reserve, ticks);
    }

    private static Route route(Token in, Token out, PoolState... pools) {
        return new RouteFinder(List.of(pools), RouteLimits.DEFAULTS)
                .find(at(in), at(out), AMOUNT, GasCosts.FREE)
                .orElseThrow();
    }

    private static BigInteger deep() {
        return BigInteger.TEN.pow(12);
    }

    /** Along a pair, along ranges, along both one after the other in either order, and in parts. */
    private static List<Route> routes() {
        PoolState firstPair = pool("uniswap-v2", CASH, MIDDLE, deep());
        PoolState thenRanges = pool("uniswap-v3", MIDDLE, GOODS, deep());
        PoolState firstRanges = pool("uniswap-v3", CASH, MIDDLE, deep());
        PoolState thenPair = pool("uniswap-v2", MIDDLE, GOODS, deep());
        BigInteger shallow = AMOUNT.multiply(BigInteger.TWO);
        Route parts = route(
                CASH,
                GOODS,
                pool("uniswap-v2", CASH, GOODS, shallow),
                pool("uniswap-v3", CASH, GOODS, shallow),
                pool("uniswap-v2", CASH, MIDDLE, shallow),
                pool("uniswap-v3", MIDDLE, GOODS, shallow));
        assertEquals(3, parts.parts().size());
        return List.of(
                route(CASH, MIDDLE, firstPair),
                route(CASH, MIDDLE, firstRanges),
                route(CASH, GOODS, firstPair, thenRanges),
                route(CASH, GOODS, firstRanges, thenPair),
                route(CASH, GOODS, firstPair, thenPair),
                route(CASH, GOODS, firstRanges, thenRanges),
                parts);
    }

    private static PreparedCall swap(RouterContract router, Route route, Address wallet, boolean taxed) {
        return new SwapCalls(router)
                .swap(route, new SwapTerms(wallet, BigInteger.ONE, Instant.ofEpochSecond(9), taxed));
    }

    private static List<PreparedCall> swaps(Address wallet) {
        List<PreparedCall> swaps = new ArrayList<>();
        for (Route route : routes()) {
            swaps.add(swap(ROUTER02, route, wallet, false));
            SwapCalls v2 = new SwapCalls(ROUTER_V2);
            if (v2.obstacle(route, true).isEmpty()) {
                swaps.add(swap(ROUTER_V2, route, wallet, false));
                swaps.add(swap(ROUTER_V2, route, wallet, true));
            }
        }
        assertEquals(11, swaps.size());
        return swaps;
    }

    private UnsignedTransaction transaction(Call call, BigInteger value) {
        Fees fees = new Fees(BigInteger.TEN, BigInteger.ONE);
        return new UnsignedTransaction(1, nonce++, call, value, BigInteger.valueOf(300_000), fees);
    }

    private void assertSigned(PreparedCall call) {
        assertSigned(transaction(call(call), call.value()));
    }

    private void assertSigned(Call call) {
        assertSigned(transaction(call, BigInteger.ZERO));
    }

    private void assertSigned(UnsignedTransaction asked) {
        assertEquals(KEY.sign(asked), signer.sign(asked));
    }

    private static Call call(PreparedCall prepared) {
        return new Call(prepared.target(), "call", prepared.data());
    }

    private void assertRefused(String rule, Call call) {
        UnsignedTransaction asked = transaction(call, BigInteger.ZERO);
        SigningRefused refused = assertThrows(SigningRefused.class, () -> signer.sign(asked));
        assertTrue(refused.getMessage().startsWith("Not signed (" + rule + ")"), refused.getMessage());
    }

    private void assertRefused(String rule, PreparedCall call) {
        assertRefused(rule, new Call(call.target(), "call", call.data()));
    }

    @Test
    void every_swap_that_is_made_of_a_route_is_signed() {
        swaps(KEY.address()).forEach(this::assertSigned);
    }

    @Test
    void a_swap_for_somebody_else_is_refused() {
        swaps(STRANGER).forEach(swap -> assertRefused("recipient", swap));
    }

    @Test
    void a_swap_through_a_token_that_is_not_traded_is_refused() {
        reopen(WalletPolicy.of(PROFILE, tokens(GOODS)));
        int refused = 0;
        for (PreparedCall swap : swaps(KEY.address())) {
            if (swap.data().hex().contains("2".repeat(40))) {
                assertRefused("token", swap);
                refused++;
            }
        }
        assertTrue(refused >= 10, "all but those that go straight");
    }

    @Test
    void a_swap_by_a_router_of_nobody_is_refused() {
        for (PreparedCall swap : swaps(KEY.address())) {
            assertRefused("target", new Call(STRANGER, "call", swap.data()));
        }
    }

    @Test
    void allowances_are_signed_for_routers_and_the_bridge_and_for_nobody_else() {
        Address pool = PROFILE.bridge().orElseThrow().spokePool();
        for (Address spender : Stream.concat(PROFILE.routerAddresses().stream(), Stream.of(pool))
                .toList()) {
            Approvals.anew(at(CASH), spender, AMOUNT).forEach(this::assertSigned);
        }
        for (Address spender :
                List.of(STRANGER, at(GOODS), KEY.address(), PROFILE.coin().wrapped())) {
            assertRefused("address", approval(CASH, spender, AMOUNT));
        }
        assertRefused(
                "target", approval(token("8", 6), PROFILE.routerAddresses().getFirst(), AMOUNT));
    }

    private static PreparedCall approval(Token token, Address spender, BigInteger amount) {
        return Approvals.exactly(at(token), spender, BigInteger.ZERO, amount).getFirst();
    }

    private static PreparedCall taking(Token token, Address spender) {
        return Approvals.exactly(at(token), spender, AMOUNT, BigInteger.ZERO).getFirst();
    }

    @Test
    void an_allowance_is_taken_back_from_anybody_whatever_the_caps() {
        reopen(WalletPolicy.of(
                PROFILE,
                tokens(GOODS),
                new SigningPolicy.Caps(BigInteger.TEN.pow(18), BigInteger.TEN.pow(18), Map.of())));
        assertSigned(taking(CASH, STRANGER));
        assertSigned(taking(GOODS, PROFILE.routerAddresses().getFirst()));
        assertRefused("daily amount", approval(GOODS, PROFILE.routerAddresses().getFirst(), BigInteger.ONE));
    }

    @Test
    void the_reserve_is_allowed_up_to_twice_the_limit_of_a_day_and_sales_without_a_limit() {
        Address router = PROFILE.routerAddresses().getFirst();
        BigInteger cap = BigInteger.valueOf(100_000).multiply(BigInteger.TEN.pow(6));
        assertSigned(approval(CASH, router, cap.subtract(BigInteger.ONE)));
        assertRefused("daily amount", approval(CASH, router, BigInteger.TWO));
        assertSigned(approval(CASH, router, BigInteger.ONE));
        assertSigned(approval(GOODS, router, BigInteger.TEN.pow(60)));
    }

    @Test
    void gas_of_a_transaction_and_of_a_day_is_capped_by_the_fee_that_may_be_paid() {
        SigningPolicy.Caps caps = WalletPolicy.of(PROFILE, tokens()).caps();
        assertEquals(BigInteger.TEN.pow(18), caps.transactionWei());
        assertEquals(BigInteger.TEN.pow(18).multiply(BigInteger.valueOf(20)), caps.dailyWei());
    }

    @Test
    void the_native_coin_is_wrapped_and_unwrapped() {
        assertSigned(PROFILE.wrapping().wrap(BigInteger.TEN.pow(15)));
        assertSigned(PROFILE.wrapping().unwrap(AMOUNT));
        assertRefused(
                "selector",
                Function.of("transfer(address,uint256)")
                        .on(
                                PROFILE.coin().wrapped(),
                                new AbiWriter().address(KEY.address()).uint(1)));
    }

    private static Call deposit(String name, Address depositor, Address recipient, Token in, Token out) {
        return deposit(name, List.of(depositor, recipient), List.of(in, out), Offer.USUAL);
    }

    /** What is left to choose of a deposit. */
    private record Offer(BigInteger sent, BigInteger received, long chain, Address relayer, Bytes message) {
        private static final Offer USUAL =
                new Offer(BigInteger.valueOf(100), BigInteger.valueOf(99), 8453, Address.ZERO, Bytes.EMPTY);

        Offer of(BigInteger in, BigInteger out) {
            return new Offer(in, out, chain, relayer, message);
        }

        Offer to(long other) {
            return new Offer(sent, received, other, relayer, message);
        }
    }

    private static Call deposit(String name, List<Address> parties, List<Token> tokens, Offer offer) {
        boolean words = name.equals("deposit");
        String address = words ? "bytes32" : "address";
        String types =
                "(%1$s,%1$s,%1$s,%1$s,uint256,uint256,uint256,%1$s,uint32,uint32,uint32,bytes)".formatted(address);
        AbiWriter arguments = new AbiWriter()
                .address(parties.getFirst())
                .address(parties.getLast())
                .address(at(tokens.getFirst()))
                .address(at(tokens.getLast()))
                .uint(offer.sent)
                .uint(offer.received)
                .uint(offer.chain)
                .address(offer.relayer)
                .uint(1)
                .uint(2)
                .uint(0)
                .bytes(offer.message);
        return Function.of(name + types).on(PROFILE.bridge().orElseThrow().spokePool(), arguments);
    }

    @Test
    void the_reserve_is_sent_to_the_wallet_on_another_chain_and_to_nobody_else() {
        Address own = KEY.address();
        for (String name : List.of("depositV3", "deposit")) {
            Call deposit = deposit(name, own, own, CASH, CASH_ELSEWHERE);
            UnsignedTransaction asked = transaction(deposit, BigInteger.ZERO);
            assertEquals(KEY.sign(asked), signer.sign(asked));
            assertRefused("recipient", deposit(name, own, STRANGER, CASH, CASH_ELSEWHERE));
            assertRefused("recipient", deposit(name, STRANGER, own, CASH, CASH_ELSEWHERE));
            assertRefused("address", deposit(name, own, own, GOODS, CASH_ELSEWHERE));
            assertRefused("address", deposit(name, own, own, CASH, GOODS));
        }
    }

    private static BigInteger whole(String amount, int decimals) {
        return new BigDecimal(amount).movePointRight(decimals).toBigIntegerExact();
    }

    private static Call offered(Token out, Offer offer) {
        return deposit("depositV3", List.of(KEY.address(), KEY.address()), List.of(CASH, out), offer);
    }

    @Test
    void a_bridge_keeps_no_more_than_the_most_that_the_profile_says() {
        // Of 10,000 dollars: a percent of what arrives, and 20 dollars.
        BigInteger sent = whole("10000", 6);
        BigInteger least = whole("9880.990099", 6);
        assertSigned(offered(CASH_ELSEWHERE, Offer.USUAL.of(sent, sent)));
        assertSigned(offered(CASH_ELSEWHERE, Offer.USUAL.of(sent, least)));
        assertRefused(
                "least amount", offered(CASH_ELSEWHERE, Offer.USUAL.of(sent, least.subtract(whole("0.00001", 6)))));
        assertRefused("least amount", offered(CASH_ELSEWHERE, Offer.USUAL.of(sent, BigInteger.ONE)));
    }

    @Test
    void what_has_to_arrive_is_counted_in_the_units_of_where_it_arrives() {
        Token finer = new Token(new Chain("bsc", 56), "0x" + "5".repeat(40), "CASH", 18);
        reopen(WalletPolicy.of(PROFILE, new WalletPolicy.Tokens(CASH, Set.of(), Set.of(CASH_ELSEWHERE, finer))));
        Offer there = Offer.USUAL.to(56);
        BigInteger sent = whole("10000", 6);
        assertSigned(offered(finer, there.of(sent, whole("9880.990099", 18))));
        assertRefused("least amount", offered(finer, there.of(sent, whole("9880.98", 18))));
        assertRefused("least amount", offered(finer, there.of(sent, sent)));
        assertSigned(offered(CASH_ELSEWHERE, Offer.USUAL.of(sent, sent)));
    }

    @Test
    void a_reserve_is_sent_to_its_own_chain_and_to_no_other() {
        assertRefused("number", offered(CASH_ELSEWHERE, Offer.USUAL.to(10)));
        assertRefused("number", offered(CASH_ELSEWHERE, Offer.USUAL.to(1)));
    }

    @Test
    void nobody_has_a_transfer_for_himself_and_none_brings_a_message() {
        Offer usual = Offer.USUAL;
        assertRefused(
                "amount",
                offered(CASH_ELSEWHERE, new Offer(usual.sent, usual.received, usual.chain, STRANGER, Bytes.EMPTY)));
        assertRefused(
                "amount",
                offered(
                        CASH_ELSEWHERE,
                        new Offer(usual.sent, usual.received, usual.chain, Address.ZERO, Bytes.ofHex("0x01"))));
    }

    @Test
    void control_without_the_bound_a_bridge_that_keeps_everything_is_signed() {
        SigningPolicy policy = WalletPolicy.of(PROFILE, tokens());
        List<AllowedCall> unbound = policy.calls().stream()
                .map(call -> new AllowedCall(
                        call.target(),
                        call.function(),
                        call.arguments().stream()
                                .filter(argument -> argument.rule() != AllowedCall.Rule.AT_LEAST)
                                .toList()))
                .toList();
        reopen(new SigningPolicy(policy.chainId(), unbound, policy.tokens(), policy.caps()));
        assertSigned(offered(CASH_ELSEWHERE, Offer.USUAL.of(whole("10000", 6), BigInteger.ZERO)));
    }

    private static Call told(PreparedCall inner) {
        return told(call(inner));
    }

    private static Call told(Call inner) {
        AbiWriter arguments = new AbiWriter()
                .address(inner.to())
                .uint(0)
                .bytes(inner.input())
                .uint(0)
                .uint(0)
                .uint(0)
                .uint(0)
                .address(Address.ZERO)
                .address(Address.ZERO)
                .bytes(Bytes.EMPTY);
        return EXEC.on(SAFE, arguments);
    }

    @Test
    void what_a_wallet_may_do_a_safe_may_be_told_to_do_for_itself() {
        SigningPolicy wallet = WalletPolicy.of(PROFILE, tokens(MIDDLE, GOODS));
        reopen(WalletPolicy.through(new SafeAccess.Owner(SAFE), wallet));
        swaps(SAFE).forEach(swap -> assertSigned(told(swap)));
        swaps(KEY.address()).forEach(swap -> assertRefused("recipient", told(swap)));
        assertSigned(told(approval(CASH, PROFILE.routerAddresses().getFirst(), AMOUNT)));
        assertRefused("address", told(approval(CASH, STRANGER, AMOUNT)));
        assertSigned(told(deposit("depositV3", SAFE, SAFE, CASH, CASH_ELSEWHERE)));
        assertRefused("recipient", told(deposit("depositV3", KEY.address(), SAFE, CASH, CASH_ELSEWHERE)));
        assertRefused("target", told(new Call(STRANGER, "call", EXEC.selector())));
        reopen(wallet);
        assertRefused("target", told(approval(CASH, PROFILE.routerAddresses().getFirst(), AMOUNT)));
    }

    @Test
    void native_coin_goes_along_with_what_wraps_it_and_with_nothing_else() {
        List<PreparedCall> others = new ArrayList<>(swaps(KEY.address()));
        others.add(PROFILE.wrapping().unwrap(AMOUNT));
        others.add(approval(CASH, PROFILE.routerAddresses().getFirst(), AMOUNT));
        others.add(taking(CASH, STRANGER));
        List<Call> calls = new ArrayList<>(others.stream()
                .map(call -> new Call(call.target(), "call", call.data()))
                .toList());
        calls.add(deposit("depositV3", KEY.address(), KEY.address(), CASH, CASH_ELSEWHERE));
        for (Call call : calls) {
            UnsignedTransaction asked = transaction(call, BigInteger.ONE);
            SigningRefused refused = assertThrows(SigningRefused.class, () -> signer.sign(asked));
            assertTrue(refused.getMessage().startsWith("Not signed (coins)"), refused.getMessage());
        }
        assertSigned(PROFILE.wrapping().wrap(BigInteger.ONE));
    }

    private static Bytes leg(long amountIn, Token from, Token to, Address recipient) {
        List<AbiWriter> path = Stream.of(from, to)
                .map(token -> new AbiWriter().address(at(token)))
                .toList();
        return PAIRS.on(
                        ROUTER02.address(),
                        new AbiWriter().uint(amountIn).uint(1).array(path).address(recipient))
                .input();
    }

    private static Call several(Bytes... calls) {
        return MULTICALL.on(ROUTER02.address(), new AbiWriter().uint(9).bytesArray(List.of(calls)));
    }

    @Test
    void what_stays_with_the_router_is_taken_by_the_next_call_or_refused() {
        Address router = new Address("0x" + "0".repeat(39) + "2");
        Address own = KEY.address();
        Bytes keeps = leg(5, CASH, MIDDLE, router);
        UnsignedTransaction fine = transaction(several(keeps, leg(0, MIDDLE, GOODS, own)), BigInteger.ZERO);
        assertEquals(KEY.sign(fine), signer.sign(fine));
        assertRefused("recipient", several(keeps));
        assertRefused("recipient", several(leg(5, CASH, GOODS, own), keeps));
        assertRefused("recipient", several(keeps, leg(5, MIDDLE, GOODS, own)));
        assertRefused("recipient", several(keeps, leg(0, CASH, GOODS, own)));
        assertRefused("recipient", several(keeps, leg(0, MIDDLE, GOODS, router)));
        assertRefused("recipient", new Call(ROUTER02.address(), "call", keeps));
    }

    @Test
    void a_path_of_bytes_that_is_none_is_refused() {
        Function ranges = Function.of("exactInput((bytes,address,uint256,uint256))");
        for (int size : List.of(0, 20, 42, 44)) {
            AbiWriter arguments = new AbiWriter()
                    .bytes(Bytes.of(new byte[size]))
                    .address(KEY.address())
                    .uint(1)
                    .uint(1);
            assertRefused("argument", ranges.on(ROUTER02.address(), new AbiWriter().tuple(arguments)));
        }
    }
}
