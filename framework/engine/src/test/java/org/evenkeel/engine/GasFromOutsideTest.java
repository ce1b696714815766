package org.evenkeel.engine;

import static org.evenkeel.engine.FakeWorld.A;
import static org.evenkeel.engine.FakeWorld.START;
import static org.evenkeel.engine.FakeWorld.USDC;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Settings;
import org.evenkeel.api.port.Execution;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.TradeReason;
import org.junit.jupiter.api.Test;

final class GasFromOutsideTest {
    private static final BigDecimal GAS = new BigDecimal("2.5");
    private static final Settings SETTINGS = Settings.DEFAULTS
            .withCapital(new Settings.Capital(1000, 1, 0))
            .overriddenBy(Parameters.of(Map.of("gasUsd", "ethereum:7")));

    private final FakeWorld world = new FakeWorld()
            .decides(input ->
                    List.of(TradeIntent.buy(A, new Size.Spend(new BigDecimal("1000")), TradeReason.REBALANCE)));

    private Portfolio book() {
        return world.ledger().book(Ledger.MAIN_BOOK);
    }

    private static Execution.Filled bought(String value) {
        BigDecimal amount = new BigDecimal(value);
        Costs costs = new Costs(BigDecimal.ZERO, BigDecimal.ZERO, GAS);
        return new Execution.Filled(START, new Fill(amount, amount, 1, costs, List.of()));
    }

    @Test
    void all_cash_is_spent_and_the_gas_of_a_buy_flows_in() {
        world.withGasFromOutside().nextEnds(bought("1000")).engine(SETTINGS).cycle(START);
        assertEquals(0, book().reserve(USDC).signum());
        assertEquals(0, new BigDecimal("1002.5").compareTo(book().netDeposits()));
        assertEquals(0, new BigDecimal("1000").compareTo(spend()));
    }

    @Test
    void the_gas_of_a_trade_that_failed_flows_in_too() {
        world.withGasFromOutside()
                .nextEnds(new Execution.Failed(START, Outcome.REVERTED, GAS))
                .engine(SETTINGS)
                .cycle(START);
        assertEquals(0, new BigDecimal("1000").compareTo(book().reserve(USDC)));
        assertEquals(0, new BigDecimal("1002.5").compareTo(book().netDeposits()));
    }

    @Test
    void where_the_book_pays_its_gas_it_is_set_aside() {
        world.nextEnds(bought("993")).engine(SETTINGS).cycle(START);
        assertEquals(0, new BigDecimal("993").compareTo(spend()));
        assertEquals(0, new BigDecimal("1000").compareTo(book().netDeposits()));
        assertEquals(0, new BigDecimal("4.5").compareTo(book().reserve(USDC)));
    }

    private BigDecimal spend() {
        return Treasury.spend(world.orders().getFirst().trade().intent());
    }
}
