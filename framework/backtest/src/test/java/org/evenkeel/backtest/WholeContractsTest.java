package org.evenkeel.backtest;

import static org.evenkeel.backtest.Orders.buy;
import static org.evenkeel.backtest.Orders.decide;
import static org.evenkeel.backtest.Pairs.USDC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class WholeContractsTest {
    private static final int WEEK = Lab.WEEK;

    @Test
    void a_buy_of_whole_contracts_spends_what_they_cost_and_leaves_the_rest() {
        Token contract = new Token(Pairs.ETHEREUM, "0xcontract", "K", 0);
        TradingPair pair = new TradingPair(9, Pairs.BROKER, contract, USDC, 100, PriceUnit.USD);
        LabRun run = new Lab()
                .pair(pair, Series.hourly(2 * WEEK, 300))
                .at(2, decide(buy(pair, 1000)))
                .run();
        assertEquals(3, run.fill(pair, 0).fill().quantity().doubleValue());
        assertEquals(909, run.fill(pair, 0).fill().value().doubleValue(), 1e-6);
        assertEquals(9, run.fill(pair, 0).fill().costs().fee().doubleValue(), 1e-6);
        assertEquals(91, run.cash(), 1e-6);
    }

    @Test
    void a_buy_of_less_than_a_whole_contract_buys_nothing() {
        Token contract = new Token(Pairs.ETHEREUM, "0xcontract", "K", 0);
        TradingPair pair = new TradingPair(9, Pairs.BROKER, contract, USDC, 0, PriceUnit.USD);
        LabRun run = new Lab()
                .pair(pair, Series.hourly(2 * WEEK, 300))
                .at(2, decide(buy(pair, 200)))
                .run();
        assertEquals(Outcome.NO_LIQUIDITY, run.what(2, pair));
        assertEquals(1000, run.cash());
    }

    @SeededTest
    void never_is_more_spent_than_what_is_bought_costs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Token token = new Token(Pairs.ETHEREUM, "0xcoarse", "K", random.nextInt(4));
        TradingPair pair = new TradingPair(9, Pairs.POOL, token, USDC, random.nextInt(100), PriceUnit.USD);
        double price = random.nextDouble(1, 200);
        double depth = random.nextDouble(1e3, 1e6);
        double spend = random.nextDouble(250, 1000);
        LabRun run = new Lab()
                .pair(pair, Series.hourly(2 * WEEK, price).depth(depth))
                .at(2, decide(buy(pair, spend)))
                .run();
        Fill fill = run.fill(pair, 0).fill();
        double unit = Math.pow(10, -token.decimals());
        double bought = fill.quantity().doubleValue() * price;
        double afterFee = depth * bought / (depth - bought);
        assertEquals(afterFee / (1 - pair.fee()), fill.value().doubleValue(), 2e-6);
        assertTrue(fill.value().doubleValue() <= spend);
        double oneMore = depth * (bought + unit * price) / (depth - bought - unit * price) / (1 - pair.fee());
        assertTrue(oneMore > spend, "one unit more could have been bought");
    }
}
