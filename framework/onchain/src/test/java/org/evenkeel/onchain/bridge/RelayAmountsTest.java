package org.evenkeel.onchain.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Random;
import org.evenkeel.api.BridgeTerms;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class RelayAmountsTest {
    private static Token token(int chain, int decimals) {
        return new Token(new Chain("chain-" + chain, chain), "0x" + "ab".repeat(20), "USDC", decimals);
    }

    private static RelayAmounts amounts(int from, int to, double usd, double bps) {
        return new RelayAmounts(token(1, from), token(2, to), new BridgeTerms(usd, bps, Duration.ZERO));
    }

    @Test
    void costs_are_on_top_of_what_arrives_and_whole_units_go_to_the_relayer() {
        RelayAmounts amounts = amounts(6, 18, 0.25, 7);
        assertEquals(0, new BigDecimal("1000.950000").compareTo(amounts.toSend(new BigDecimal("1000"))));
        assertEquals(
                0, new BigDecimal("1000.950001").compareTo(amounts.toSend(new BigDecimal("1000.000000000000000001"))));
        assertEquals(0, new BigDecimal("1000").compareTo(amounts.toReceive(new BigDecimal("1000.950000"))));
        assertTrue(amounts.toReceive(new BigDecimal("0.2")).signum() < 0);
    }

    @SeededTest
    void what_arrives_of_an_amount_never_has_to_be_paid_with_more_than_it(long seed) {
        Random random = new Random(seed);
        int[] decimals = {0, 2, 6, 8, 18};
        for (int i = 0; i < 200; i++) {
            RelayAmounts amounts = amounts(
                    decimals[random.nextInt(5)],
                    decimals[random.nextInt(5)],
                    random.nextDouble() * 3,
                    random.nextInt(200));
            BigDecimal sent = BigDecimal.valueOf(random.nextDouble() * 1e6).setScale(9, RoundingMode.DOWN);
            BigDecimal received = amounts.toReceive(sent);
            assertTrue(amounts.toSend(received).compareTo(sent) <= 0, () -> sent + " by " + amounts);
            BigDecimal unit = BigDecimal.ONE.movePointLeft(amounts.to().decimals());
            BigDecimal finest = BigDecimal.ONE.movePointLeft(amounts.from().decimals());
            BigDecimal more = received.add(unit).add(finest.multiply(BigDecimal.TWO));
            assertTrue(
                    amounts.toSend(more).compareTo(sent.setScale(amounts.from().decimals(), RoundingMode.FLOOR)) > 0,
                    () -> received + " of " + sent + " is less than could be by " + amounts);
        }
    }
}
