package org.evenkeel.onchain.exec;

import static org.evenkeel.onchain.swap.TestExchanges.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.onchain.risk.QuoteLimits;
import org.evenkeel.onchain.tx.TxRequest;
import org.evenkeel.onchain.tx.TxSettings;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Trade;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Trades without their safeguards: what these keep from happening is seen to happen. */
final class ControlsTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final String STRANGER = "0x" + "ab".repeat(20);
    private static Floor floor;
    private static TradingPair pair;

    @TempDir
    private Path folder;

    private Dealer dealer;

    @BeforeAll
    static void deploy() {
        floor = new Floor(CHAIN, 18, false);
        pair = floor.pairV2("TOK");
    }

    @BeforeEach
    void fund() {
        Dealer.fund(floor, 100_000);
    }

    @AfterEach
    void close() {
        dealer.close();
    }

    @Test
    void control_where_any_slippage_is_accepted_a_large_move_of_the_price_is_paid() {
        QuoteLimits any = new QuoteLimits(9_999, 10_000, Duration.ofSeconds(30));
        dealer = new Dealer(
                floor,
                Sendings.before(
                        CHAIN,
                        Sendings.SWAP,
                        () -> floor.dex.swapV2(floor.cash, floor.contract(pair), floor.whole(500_000))),
                folder,
                Trading.Ways.USUAL.with(limits -> limits.with(any)));
        SwapPlan.Ready plan = assertInstanceOf(SwapPlan.Ready.class, dealer.planner.plan(dealer.planBuy(pair, "1000")));
        BigDecimal quoted = Units.amount(plan.routed().route().amountOut(), pair.base());
        Fill fill = dealer.filled(dealer.buy(pair, "1000"));
        BigDecimal half = quoted.divide(BigDecimal.TWO);
        assertTrue(fill.quantity().compareTo(half) < 0, fill.quantity() + " came, and " + quoted + " was quoted");
    }

    @Test
    void control_an_allowance_that_is_not_taken_back_can_be_used_by_whoever_rules_the_router() {
        dealer = new Dealer(floor, folder, Trading.Ways.USUAL);
        String router = floor.dex.routerV2().address();
        Call approval = new Call(
                at(floor.cash),
                "approve",
                Bytes.ofHex(floor.cash.input("approve(address,uint256)", router, floor.whole(1_000))));
        dealer.transactions.submit(TxRequest.of("left", approval));
        BigInteger before = dealer.cash();
        String take = floor.cash.input(
                "transferFrom(address,address,uint256)", Dealer.WALLET.hex(), STRANGER, floor.whole(1_000));
        CHAIN.ask("anvil_setBalance", router, "0x8ac7230489e80000");
        CHAIN.ask("anvil_impersonateAccount", router);
        CHAIN.ask(
                "eth_sendTransaction",
                Map.of("from", router, "to", floor.cash.address(), "data", take, "gas", "0x30d40"));
        CHAIN.ask("anvil_stopImpersonatingAccount", router);
        CHAIN.ask("evm_mine");
        assertEquals(floor.whole(1_000), before.subtract(dealer.cash()));
    }

    @Test
    void control_with_a_single_confirmation_a_swap_that_the_chain_takes_back_stays_in_the_books() {
        dealer = new Dealer(floor, folder, Trading.Ways.USUAL.with(TxSettings.DEFAULTS.withConfirmations(1)));
        Trade booked = dealer.booked(dealer.planBuy(pair, "1000"));
        assertEquals(List.of(), dealer.execution.undone(List.of(booked)), "it is looked at once, and counts as final");
        CHAIN.ask("anvil_reorg", 1, List.of());
        assertEquals(BigInteger.ZERO, dealer.held(pair), "it is gone");
        assertEquals(List.of(), dealer.execution.undone(List.of(booked)), "and nobody says so");
    }
}
