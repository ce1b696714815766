package org.evenkeel.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FeeModeTest {
    private static final double TOLERANCE = 1e-12;

    @SeededTest
    void a_pool_takes_its_fee_from_the_cash_that_goes_in(long seed) {
        Random random = new Random(seed);
        double fee = random.nextDouble(0, 0.5);
        double cash = random.nextDouble(1, 1e6);
        double mid = random.nextDouble(0.01, 1e4);
        double kept = cash * fee;
        double bought = (cash - kept) / mid;
        assertEquals(bought, cash * FeeMode.FROM_INPUT.buyFactor(fee) / mid, TOLERANCE * bought);
    }

    @SeededTest
    void a_commission_comes_on_top_so_that_value_and_commission_use_up_the_cash(long seed) {
        Random random = new Random(seed);
        double fee = random.nextDouble(0, 0.5);
        double cash = random.nextDouble(1, 1e6);
        double value = cash * FeeMode.ON_TOP.buyFactor(fee);
        assertEquals(cash, value + value * fee, TOLERANCE * cash);
    }

    @ParameterizedTest
    @EnumSource
    void a_sale_brings_its_value_less_the_fee_and_a_free_trade_costs_nothing(FeeMode mode) {
        assertEquals(1000 - 1000 * 0.003, 1000 * mode.sellFactor(0.003), 1e-9);
        assertEquals(1, mode.buyFactor(0), 0);
        assertEquals(1, mode.sellFactor(0), 0);
    }

    @SeededTest
    void a_round_trip_through_a_pool_costs_the_fee_twice(long seed) {
        double fee = new Random(seed).nextDouble(0, 0.1);
        double back = FeeMode.FROM_INPUT.buyFactor(fee) * FeeMode.FROM_INPUT.sellFactor(fee);
        assertEquals(1 - 2 * fee + fee * fee, back, TOLERANCE);
    }
}
