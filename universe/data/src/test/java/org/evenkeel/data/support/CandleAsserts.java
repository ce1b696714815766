package org.evenkeel.data.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.evenkeel.market.Candles;
import org.evenkeel.market.LiquiditySource;

/** Compares candles. */
public final class CandleAsserts {
    private CandleAsserts() {}

    /** Everything is the same, bit by bit; a depth from reserves up to the rounding of its division by the close. */
    public static void assertSame(Candles expected, Candles found) {
        assertEquals(expected.interval(), found.interval());
        assertArrayEquals(expected.times(), found.times());
        assertArrayEquals(expected.prices().opens(), found.prices().opens());
        assertArrayEquals(expected.prices().highs(), found.prices().highs());
        assertArrayEquals(expected.prices().lows(), found.prices().lows());
        assertArrayEquals(expected.prices().closes(), found.prices().closes());
        assertArrayEquals(expected.prices().volumes(), found.prices().volumes());
        assertEquals(expected.liquiditySource(), found.liquiditySource());
        if (expected.liquiditySource() == LiquiditySource.TVL) {
            assertArrayEquals(expected.depth().usd(), found.depth().usd());
        }
        for (int row = 0; row < expected.size(); row++) {
            double depth = expected.depthUsd(row);
            assertEquals(Double.isNaN(depth), Double.isNaN(found.depthUsd(row)));
            if (depth > 0) {
                assertEquals(1, found.depthUsd(row) / depth, 1e-15);
            }
        }
    }
}
