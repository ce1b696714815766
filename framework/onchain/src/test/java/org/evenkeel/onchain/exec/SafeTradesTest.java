package org.evenkeel.onchain.exec;

import static org.evenkeel.onchain.swap.TestExchanges.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.safe.SafeAccess;
import org.evenkeel.onchain.swap.Approvals;
import org.evenkeel.onchain.tx.Account;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
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
    private Dealer dealer;

    @BeforeAll
    static void deploy() {
        floor = new Floor(CHAIN, 6, false);
        inPair = floor.pairV2("TOK");
        inRanges = floor.poolV3("RNG");
        honeypot = floor.pairV2(floor.dex.honeypotToken("POT", 18), "POT");
        safes = TestSafe.deployOn(CHAIN);
    }

    @BeforeEach
    void open() {
        safe = safes.create(1, List.of(Trading.WALLET.hex()));
        Dealer.fund(floor, 0);
        floor.cash.send("mint(address,uint256)", safe, floor.whole(100_000));
        Trading.Speaker speaker = Trading.Speaker.on(floor, new SafeAccess.Owner(at(safe)));
        dealer = new Dealer(floor, folder, Trading.Ways.USUAL.with(speaker));
    }

    @AfterEach
    void close() {
        dealer.close();
    }

    @Test
    void a_safe_buys_and_sells_through_a_pair_and_what_moved_is_booked() {
        RoundTrip.throughSafe(dealer, inPair);
        assertEquals(BigInteger.valueOf(4), safes.nonce(safe), "two allowances and two swaps");
    }

    @Test
    void a_safe_buys_and_sells_through_ranges_and_what_moved_is_booked() {
        RoundTrip.throughSafe(dealer, inRanges);
    }

    @Test
    void its_trade_is_found_again_after_a_restart_and_made_once() {
        dealer = RoundTrip.halfAcrossRestart(dealer, inPair);
    }

    @Test
    void what_a_safe_does_around_a_call_takes_less_than_is_reckoned_with_and_not_much_less() {
        Account account = dealer.trading.account;
        Call approval =
                Approvals.exactly(at(floor.cash), at(floor.dex.router()), BigInteger.ZERO, BigInteger.ONE).stream()
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
        Fill bought = dealer.filled(dealer.buy(honeypot, "1000"));
        floor.trap(honeypot);
        Execution.Failed failed = assertInstanceOf(Execution.Failed.class, dealer.sell(honeypot, bought.quantity()));
        assertEquals(Outcome.NOT_SENT, failed.outcome());
        assertTrue(dealer.heard.getLast().contains("would revert"), dealer.heard.toString());
        assertTrue(!dealer.hasHeard("GS013"), dealer.heard.toString());
        assertNotEquals(BigInteger.ZERO, dealer.held(honeypot));
        assertEquals(BigInteger.ZERO, dealer.allowed(floor.contract(honeypot)));
    }
}
