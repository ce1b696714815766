package org.evenkeel.research;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.evenkeel.indicators.Rolling;
import org.junit.jupiter.api.Test;

final class LookAheadTest {
    private static final PriceTable PRICES = Walks.closes(new SplittableRandom(11));

    private static Vectorised ofMeans(int shift) {
        return prices -> {
            double[][] sizes = new double[prices.assets().size()][prices.rows()];
            for (int asset = 0; asset < sizes.length; asset++) {
                double[] means = prices.column(asset, closes -> Rolling.mean(closes, 3));
                Arrays.setAll(sizes[asset], row -> row + shift < means.length ? means[row + shift] : Double.NaN);
            }
            return SizedOrders.of(sizes, SizeType.VALUE);
        };
    }

    private static String refused(Vectorised rule) {
        return assertThrows(IllegalArgumentException.class, () -> LookAhead.require(rule, PRICES))
                .getMessage();
    }

    @Test
    void a_rule_of_what_is_known_passes() {
        LookAhead.require(ofMeans(0), PRICES);
    }

    @Test
    void a_rule_that_reads_the_next_row_is_found_out_with_the_asset_and_the_row() {
        String message = refused(ofMeans(1));
        assertTrue(message.contains("A0") && message.contains("in row 24"), message);
    }

    @Test
    void a_rule_that_reads_the_last_close_is_found_out() {
        Vectorised rule = prices -> {
            boolean[][] entries = new boolean[prices.assets().size()][prices.rows()];
            for (int asset = 0; asset < entries.length; asset++) {
                double[] closes = prices.closes()[asset];
                double last = closes[closes.length - 1];
                for (int row = 0; row < closes.length; row++) {
                    entries[asset][row] = closes[row] < last;
                }
            }
            return SignalOrders.of(entries, new boolean[entries.length][prices.rows()]);
        };
        assertTrue(refused(rule).contains("looks ahead"));
    }
}
