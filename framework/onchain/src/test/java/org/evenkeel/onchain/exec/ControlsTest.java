package org.evenkeel.onchain.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.TradingPair;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.onchain.risk.QuoteLimits;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.tx.TxRequest;
import org.evenkeel.onchain.tx.TxSettings;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeStatus;
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
        pair = floor.pairV2(floor.dex.token("TOK", 18), "TOK", 1_000_000);
    }

    @BeforeEach
    void fund() {
        Dealer.fund(floor, 100_000);
    }

    @AfterEach
    void close() {
        dealer.close();
    }

    /** A client before whose second sending, the swap's, somebody else buys for so much. */
    private static ChainClient frontRun(long amount) {
        ChainClient real = Clients.client(CHAIN, CHAIN.url().toString());
        AtomicInteger sent = new AtomicInteger();
        return (ChainClient) Proxy.newProxyInstance(
                ChainClient.class.getClassLoader(), new Class<?>[] {ChainClient.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("send") && sent.incrementAndGet() == 2) {
                        floor.dex.swapV2(floor.cash, floor.contract(pair), Floor.units(amount, 18));
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    @Test
    void control_where_any_slippage_is_accepted_a_large_move_of_the_price_is_paid() {
        QuoteLimits any = new QuoteLimits(9_999, 10_000, Duration.ofSeconds(30));
        dealer = new Dealer(floor, frontRun(500_000), folder, Trading.Ways.USUAL.with(limits -> limits.with(any)));
        SwapPlan.Ready plan = assertInstanceOf(SwapPlan.Ready.class, dealer.planner.plan(dealer.planBuy(pair, "1000")));
        BigDecimal quoted = Units.amount(plan.routed().route().amountOut(), pair.base());
        Fill fill = assertInstanceOf(Execution.Filled.class, dealer.buy(pair, "1000"))
                .fill();
        BigDecimal half = quoted.divide(BigDecimal.TWO);
        assertTrue(fill.quantity().compareTo(half) < 0, fill.quantity() + " came, and " + quoted + " was quoted");
    }

    @Test
    void control_an_allowance_that_is_not_taken_back_can_be_used_by_whoever_rules_the_router() {
        dealer = new Dealer(floor, folder, Trading.Ways.USUAL);
        String router = floor.dex.routerV2().address();
        Call approval = new Call(
                Floor.at(floor.cash),
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
        PlannedTrade plan = dealer.planBuy(pair, "1000");
        Execution.Ended ended = dealer.execution.execute(dealer.order(plan));
        Fill fill = assertInstanceOf(Execution.Filled.class, ended).fill();
        Trade booked = Trade.planned(plan, Instant.EPOCH)
                .advanced(TradeStatus.FILLED, Optional.of(new Trade.Filled(ended.at(), fill, 1, BigDecimal.ZERO)));
        assertEquals(List.of(), dealer.execution.undone(List.of(booked)), "it is looked at once, and counts as final");
        CHAIN.ask("anvil_reorg", 1, List.of());
        assertEquals(BigInteger.ZERO, dealer.held(pair), "it is gone");
        assertEquals(List.of(), dealer.execution.undone(List.of(booked)), "and nobody says so");
    }
}
