package org.evenkeel.onchain.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.config.ChainProfile;
import org.evenkeel.onchain.config.ChainRules;
import org.evenkeel.onchain.config.NativeCoin;
import org.evenkeel.onchain.config.PegRule;
import org.evenkeel.onchain.config.TradingVenues;
import org.evenkeel.onchain.config.WalletPolicy;
import org.evenkeel.onchain.market.Place;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.safe.SafeAccess;
import org.evenkeel.onchain.sign.SigningPolicy;
import org.evenkeel.onchain.swap.Approvals;
import org.evenkeel.onchain.tx.Account;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestSafe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A Safe trades: its money moves, the key that speaks for it has nothing but gas, and signs what its policy has. */
final class SafeTradesTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static Floor floor;
    private static TradingPair inPair;
    private static TradingPair inRanges;
    private static TradingPair honeypot;
    private static TestSafe safes;

    @TempDir
    private Path folder;

    private TestContract safe;
    private Trading.Ways ways;
    private Dealer dealer;

    @BeforeAll
    static void deploy() {
        floor = new Floor(CHAIN, 6, false);
        inPair = floor.pairV2(floor.dex.token("TOK", 18), "TOK", 1_000_000);
        inRanges = floor.poolV3(floor.dex.token("RNG", 18), "RNG", 500, 1_000_000);
        honeypot = floor.pairV2(floor.dex.honeypotToken("POT", 18), "POT", 1_000_000);
        safes = TestSafe.deployOn(CHAIN);
    }

    @BeforeEach
    void open() {
        safe = safes.create(1, List.of(Trading.WALLET.hex()));
        Dealer.fund(floor, 0);
        floor.cash.send("mint(address,uint256)", safe, floor.whole(100_000));
        SafeAccess access = new SafeAccess.Owner(Floor.at(safe));
        Set<Token> traded = Set.of(inPair.base(), inRanges.base(), honeypot.base());
        ways = Trading.Ways.USUAL.with(new Trading.Speaker(access, policy(floor, access, traded)));
        dealer = new Dealer(floor, folder, ways);
    }

    @AfterEach
    void close() {
        dealer.close();
    }

    /** What a wallet that trades on the floor signs, through a Safe. */
    static SigningPolicy policy(Floor floor, SafeAccess access, Set<Token> traded) {
        Place place = floor.place();
        ChainProfile profile = new ChainProfile(
                floor.chain,
                new NativeCoin("ETH", Floor.at(floor.coins)),
                new TradingVenues(place.exchanges(), place.routers(), place.routingPools()),
                PegRule.POOLS,
                Optional.empty(),
                ChainRules.DEFAULTS);
        return WalletPolicy.through(
                access, WalletPolicy.of(profile, new WalletPolicy.Tokens(floor.reserve, traded, Set.of())));
    }

    private Fill filled(Execution.Ended ended) {
        return assertInstanceOf(Execution.Filled.class, ended, () -> ended + " " + dealer.heard)
                .fill();
    }

    private void assertBoughtAndSold(TradingPair pair) {
        BigInteger cash = dealer.cash();
        Fill bought = filled(dealer.buy(pair, "1234.567891"));
        assertEquals(Units.of(bought.quantity(), pair.base()), dealer.held(pair));
        assertEquals(Units.of(bought.value(), floor.reserve), cash.subtract(dealer.cash()));
        assertTrue(bought.costs().gas().signum() > 0);
        cash = dealer.cash();
        Fill sold = filled(dealer.sell(pair, bought.quantity()));
        assertEquals(BigInteger.ZERO, dealer.held(pair));
        assertEquals(Units.of(sold.value(), floor.reserve), dealer.cash().subtract(cash));
        assertEquals(BigInteger.ZERO, dealer.allowed(floor.cash).add(dealer.allowed(floor.contract(pair))));
        assertEquals(BigInteger.ZERO, floor.balance(floor.cash, Trading.WALLET));
        assertEquals(BigInteger.ZERO, floor.balance(floor.contract(pair), Trading.WALLET));
    }

    @Test
    void a_safe_buys_and_sells_through_a_pair_and_what_moved_is_booked() {
        assertBoughtAndSold(inPair);
        assertEquals(BigInteger.valueOf(4), safes.nonce(safe), "two allowances and two swaps");
    }

    @Test
    void a_safe_buys_and_sells_through_ranges_and_what_moved_is_booked() {
        assertBoughtAndSold(inRanges);
    }

    @Test
    void its_trade_is_found_again_after_a_restart_and_made_once() {
        PlannedTrade trade = dealer.planBuy(inPair, "100");
        Execution.Ended first = dealer.trading.execute(trade);
        filled(first);
        BigInteger cash = dealer.cash();
        dealer.close();
        dealer = new Dealer(floor, folder, ways);
        assertEquals(first, dealer.settle(trade));
        assertEquals(first, dealer.trading.execute(trade));
        assertEquals(cash, dealer.cash());
    }

    @Test
    void what_a_safe_does_around_a_call_takes_less_than_is_reckoned_with_and_not_much_less() {
        Account account = dealer.trading.account;
        Call approval =
                Approvals.exactly(Floor.at(floor.cash), Floor.at(floor.dex.router()), BigInteger.ZERO, BigInteger.ONE)
                        .stream()
                        .map(call -> new Call(call.target(), "approve", call.data()))
                        .findFirst()
                        .orElseThrow();
        BlockRef head = dealer.client().head();
        BigInteger alone =
                dealer.client().transactions().estimateGas(head, account.address(), approval, BigInteger.ZERO);
        long around = account.estimateGas(head, approval, BigInteger.ZERO)
                .subtract(alone)
                .longValueExact();
        assertTrue(around < account.gasAround() && around > account.gasAround() / 3, around + " of gas");
    }

    @Test
    void what_the_pools_would_refuse_is_not_sent_and_the_allowance_is_taken_back() {
        Fill bought = filled(dealer.buy(honeypot, "1000"));
        TestContract token = floor.contract(honeypot);
        token.send("trap(address)", floor.dex.factoryV2().contract("getPair(address,address)", floor.cash, token));
        Execution.Failed failed = assertInstanceOf(Execution.Failed.class, dealer.sell(honeypot, bought.quantity()));
        assertEquals(Outcome.NOT_SENT, failed.outcome());
        assertTrue(dealer.heard.getLast().contains("would revert"), dealer.heard.toString());
        assertTrue(dealer.heard.stream().noneMatch(said -> said.contains("GS013")), dealer.heard.toString());
        assertNotEquals(BigInteger.ZERO, dealer.held(honeypot));
        assertEquals(BigInteger.ZERO, dealer.allowed(token));
    }
}
