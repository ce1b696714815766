package org.evenkeel.onchain.exec;

import static org.evenkeel.onchain.swap.TestExchanges.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.onchain.risk.QuoteLimits;
import org.evenkeel.onchain.risk.TokenLimits;
import org.evenkeel.onchain.risk.ValueLimits;
import org.evenkeel.onchain.tx.TxRequest;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is not traded, and why; each with what happens where the safeguard is off. The reserve changes allowances as USDT. */
final class RefusalsTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static Floor floor;
    private static TradingPair plain;
    private static TradingPair taxed;
    private static TradingPair honeypot;

    @TempDir
    private Path folder;

    private Dealer dealer;

    @BeforeAll
    static void deploy() {
        floor = new Floor(CHAIN, 6, true);
        plain = floor.pairV2("TOK");
        taxed = floor.pairV2(floor.dex.taxedToken("TAX", 18, 300), "TAX");
        honeypot = floor.pairV2(floor.dex.honeypotToken("POT", 18), "POT");
    }

    @BeforeEach
    void open() {
        Dealer.fund(floor, 200_000);
        dealer = new Dealer(floor, folder, Trading.Ways.USUAL);
    }

    @AfterEach
    void close() {
        dealer.close();
    }

    private void assertUntouched(Outcome outcome, String why, Execution.Ended ended) {
        Execution.Failed failed = assertInstanceOf(Execution.Failed.class, ended);
        assertEquals(outcome, failed.outcome());
        assertEquals(BigDecimal.ZERO, failed.gas());
        assertTrue(dealer.hasHeard(why), dealer.heard.toString());
        assertEquals(floor.whole(200_000), dealer.cash());
        assertEquals(BigInteger.ZERO, dealer.allowed(floor.cash));
    }

    @Test
    void a_trade_above_the_limit_of_a_trade_is_refused_and_made_where_the_limit_is_higher() {
        assertUntouched(Outcome.REFUSED, "TRADE_VALUE", dealer.buy(plain, "10001"));
        dealer = dealer.restarted(Trading.Ways.USUAL.with(limits -> limits.with(
                        new ValueLimits(BigDecimal.valueOf(20_000), BigDecimal.valueOf(50_000), BigDecimal.TEN))
                .with(new QuoteLimits(50, 300, QuoteLimits.DEFAULTS.mostAge()))));
        dealer.filled(dealer.buy(plain, "10001"));
    }

    @Test
    void a_trade_that_moves_the_price_too_far_finds_not_enough_liquidity() {
        dealer = dealer.restarted(Trading.Ways.USUAL.with(limits ->
                limits.with(new ValueLimits(BigDecimal.valueOf(90_000), BigDecimal.valueOf(90_000), BigDecimal.TEN))));
        assertUntouched(Outcome.NO_LIQUIDITY, "PRICE_IMPACT", dealer.buy(plain, "50000"));
    }

    @Test
    void a_taxed_token_is_refused_and_where_its_tax_is_allowed_what_came_is_booked() {
        assertUntouched(Outcome.REFUSED, "TAXED_TOKEN", dealer.buy(taxed, "1000"));
        dealer = dealer.restarted(Trading.Ways.USUAL.with(limits -> limits.with(new TokenLimits(300, 100))));
        Fill bought = dealer.filled(dealer.buy(taxed, "1000"));
        assertEquals(Units.of(bought.quantity(), taxed.base()), dealer.held(taxed));
        BigInteger cash = dealer.cash();
        Fill sold = dealer.filled(dealer.sell(taxed, bought.quantity()));
        assertEquals(Units.of(sold.value(), floor.reserve), dealer.cash().subtract(cash));
        assertEquals(BigInteger.ZERO, dealer.held(taxed));
    }

    @Test
    void a_token_that_cannot_be_sold_again_is_not_bought() {
        floor.trap(honeypot);
        assertUntouched(Outcome.REFUSED, "HONEYPOT", dealer.buy(honeypot, "1000"));
    }

    @Test
    void a_trap_that_shuts_after_the_buy_fails_the_sale_and_freezes_the_token() {
        Fill bought = dealer.filled(dealer.buy(honeypot, "1000"));
        floor.trap(honeypot);
        BigInteger held = dealer.held(honeypot);
        Execution.Failed failed = assertInstanceOf(Execution.Failed.class, dealer.sell(honeypot, bought.quantity()));
        assertEquals(Outcome.NOT_SENT, failed.outcome());
        assertTrue(failed.trail().reasons().getFirst().startsWith("WOULD_REVERT: "), failed::toString);
        assertEquals(held, dealer.held(honeypot));
        assertTrue(dealer.verdicts.isFrozen(dealer.market.now(), honeypot));
        assertEquals(BigInteger.ZERO, dealer.allowed(floor.contract(honeypot)));
    }

    @Test
    void nothing_is_bought_with_a_reserve_off_its_peg_and_what_is_held_is_sold() {
        Fill bought = dealer.filled(dealer.buy(plain, "1000"));
        BigInteger dollars = BigInteger.TEN.pow(18).multiply(BigInteger.valueOf(200_000));
        floor.dex.swapV2(floor.dollar, floor.cash, dollars);
        Execution.Failed refused = assertInstanceOf(Execution.Failed.class, dealer.buy(plain, "1000"));
        assertEquals(Outcome.REFUSED, refused.outcome());
        assertTrue(dealer.hasHeard("RESERVE_OFF_PEG"), dealer.heard.toString());
        dealer.filled(dealer.sell(plain, bought.quantity()));
    }

    @Test
    void nothing_is_bought_where_nobody_says_what_the_reserve_is_worth() {
        dealer = dealer.restarted(Trading.Ways.USUAL.withPeg(market -> Optional.empty()));
        assertUntouched(Outcome.REFUSED, "RESERVE_PRICE_UNKNOWN", dealer.buy(plain, "1000"));
    }

    @Test
    void a_gas_spike_defers_the_trade_with_nothing_signed() {
        CHAIN.ask(
                "anvil_setNextBlockBaseFeePerGas",
                "0x" + BigInteger.TEN.pow(11).multiply(BigInteger.TWO).toString(16));
        CHAIN.ask("evm_mine");
        assertUntouched(Outcome.NO_GAS, "GAS_COST", dealer.buy(plain, "1000"));
    }

    @Test
    void coins_kept_for_exits_buy_nothing_and_pay_for_a_close() {
        Fill bought = dealer.filled(dealer.buy(plain, "1000"));
        CHAIN.ask("anvil_setBalance", Dealer.WALLET.hex(), "0x2386f26fc10000");
        Execution.Failed failed = assertInstanceOf(Execution.Failed.class, dealer.buy(plain, "1000"));
        assertEquals(Outcome.NO_GAS, failed.outcome());
        PlannedTrade rebalance = dealer.planSale(plain, bought.quantity(), TradeReason.REBALANCE);
        assertEquals(
                Outcome.NO_GAS,
                assertInstanceOf(Execution.Failed.class, dealer.execution.execute(dealer.order(rebalance)))
                        .outcome());
        dealer.filled(
                dealer.execution.execute(dealer.order(dealer.planSale(plain, bought.quantity(), TradeReason.CLOSE))));
    }

    @Test
    void a_touched_stop_is_an_exit() {
        Fill bought = dealer.filled(dealer.buy(plain, "1000"));
        CHAIN.ask("anvil_setBalance", Dealer.WALLET.hex(), "0x2386f26fc10000");
        PlannedTrade stop = dealer.planSale(plain, bought.quantity(), TradeReason.STOP_LOSS);
        dealer.filled(dealer.execution.execute(new Execution.Order(stop, dealer.now(), OptionalDouble.of(1))));
    }

    @Test
    void an_allowance_that_stands_is_taken_back_before_another_is_given() {
        for (TestContract router : List.of(floor.dex.router(), floor.dex.routerV2())) {
            String input = floor.cash.input("approve(address,uint256)", router, BigInteger.TEN);
            Call approval = new Call(at(floor.cash), "approve", Bytes.ofHex(input));
            String id = "by hand for " + router;
            dealer.transactions.submit(TxRequest.of(id, approval));
            dealer.transactions.await(id, dealer.trading.waiting());
        }
        assertEquals(BigInteger.valueOf(20), dealer.allowed(floor.cash));
        dealer.filled(dealer.buy(plain, "1000"));
        assertEquals(BigInteger.TEN, dealer.allowed(floor.cash), "the other router's is not the trade's");
    }

    @Test
    void a_stop_loss_that_the_pools_do_not_bear_does_not_wait_for_a_decision_and_may_cost_more_the_longer_it_fails() {
        BigDecimal held = dealer.filled(dealer.trading.booked(dealer.planBuy(plain, "9000"), dealer.now()))
                .quantity()
                .add(dealer.filled(dealer.trading.booked(dealer.planBuy(plain, "9000"), dealer.now()))
                        .quantity());
        Instant now = dealer.now();
        for (int secondsAgo : List.of(150, 30)) {
            Execution.Ended ended = dealer.trading.booked(
                    dealer.planSale(plain, held, TradeReason.STOP_LOSS), now.minusSeconds(secondsAgo));
            assertEquals(
                    Outcome.REFUSED,
                    assertInstanceOf(Execution.Failed.class, ended).outcome());
        }
        assertTrue(dealer.hasHeard("PRICE_IMPACT"), dealer.heard.toString());
        PlannedTrade profit = dealer.planSale(plain, held, TradeReason.TAKE_PROFIT);
        assertInstanceOf(Execution.Failed.class, dealer.execution.execute(dealer.order(profit)), "a profit can wait");
        PlannedTrade stop = new PlannedTrade(
                profit.id(),
                profit.book(),
                profit.cycle(),
                profit.reserve(),
                dealer.planSale(plain, held, TradeReason.STOP_LOSS).intent());
        dealer.filled(dealer.trading.booked(stop, now));
    }
}
