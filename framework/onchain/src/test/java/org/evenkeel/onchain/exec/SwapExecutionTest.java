package org.evenkeel.onchain.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.PlannedTrade;
import org.evenkeel.state.model.RoutePart;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Trades through real routers: what is booked is what moved, to the wei. */
final class SwapExecutionTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static Floor floor;
    private static TradingPair inPair;
    private static TradingPair inRanges;

    @TempDir
    private Path folder;

    private Dealer dealer;

    @BeforeAll
    static void deploy() {
        floor = new Floor(CHAIN, 6, false);
        inPair = floor.pairV2("TOK");
        inRanges = floor.poolV3("RNG");
    }

    @BeforeEach
    void open() {
        Dealer.fund(floor, 100_000);
        dealer = new Dealer(floor, folder, Trading.Ways.USUAL);
    }

    @AfterEach
    void close() {
        dealer.close();
    }

    private void assertBoughtAndSold(TradingPair pair) {
        Fill bought = RoundTrip.of(dealer, pair).bought();
        assertEquals(RoutePart.whole(List.of(pair)), bought.route());
        assertEquals(1, bought.midPrice(), 0.01);
        BigDecimal fee = bought.value().multiply(BigDecimal.valueOf(pair.fee()));
        assertEquals(fee.doubleValue(), bought.costs().fee().doubleValue(), 0.01);
        double lost = bought.value().doubleValue() - bought.quantity().doubleValue() * bought.midPrice();
        assertEquals(lost, bought.costs().fee().add(bought.costs().impact()).doubleValue(), 1e-4);
    }

    @Test
    void a_buy_and_the_sale_of_all_of_it_through_a_pair_are_booked_as_they_moved() {
        assertBoughtAndSold(inPair);
    }

    @Test
    void a_buy_and_the_sale_of_all_of_it_through_ranges_are_booked_as_they_moved() {
        assertBoughtAndSold(inRanges);
    }

    @Test
    void a_trade_is_executed_once_however_often_it_is_asked_for() {
        PlannedTrade trade = dealer.planBuy(inPair, "100");
        Execution.Ended first = dealer.execution.execute(dealer.order(trade));
        BigInteger cash = dealer.cash();
        assertEquals(first, dealer.execution.execute(dealer.order(trade)));
        assertEquals(first, dealer.settle(trade));
        assertEquals(cash, dealer.cash());
    }

    @Test
    void a_trade_that_was_never_sent_is_settled_as_that() {
        Execution.Failed failed =
                assertInstanceOf(Execution.Failed.class, dealer.settle(dealer.planBuy(inPair, "100")));
        assertEquals(Outcome.NOT_SENT, failed.outcome());
        assertEquals(BigDecimal.ZERO, failed.gas());
    }
}
