package org.evenkeel.live.deviation;

import static org.evenkeel.live.deviation.HandMade.A;
import static org.evenkeel.live.deviation.HandMade.B;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

/** Who gets what of a difference that is built up and wound down. */
final class DifferenceLotsTest {
    private final DifferenceLots lots = new DifferenceLots();
    private final Map<String, BigDecimal> made = new HashMap<>();

    private void add(String owner, long quantity, long price) {
        lots.add(
                A,
                BigDecimal.valueOf(quantity),
                BigDecimal.valueOf(price),
                profit -> made.merge(owner, profit, BigDecimal::add));
    }

    private void assertMade(long expected, String owner) {
        assertEquals(
                0, BigDecimal.valueOf(expected).compareTo(made.getOrDefault(owner, BigDecimal.ZERO)), made::toString);
    }

    @Test
    void the_oldest_difference_ends_first_and_its_owner_hears_what_it_made() {
        add("first", 10, 100);
        add("second", 5, 120);
        add("third", -12, 150);
        assertMade(10 * 50, "first");
        assertMade(2 * 30, "second");
        assertMade(0, "third");
        lots.end(pair -> BigDecimal.valueOf(200));
        assertMade(2 * 30 + 3 * 80, "second");
        assertMade(0, "third");
    }

    @Test
    void a_difference_that_is_more_than_wound_down_opens_one_the_other_way() {
        add("more", 4, 100);
        add("less", -10, 90);
        lots.end(pair -> BigDecimal.valueOf(70));
        assertMade(-40, "more");
        assertMade(6 * 20, "less");
    }

    @Test
    void pairs_do_not_meet() {
        add("a", 4, 100);
        lots.add(B, BigDecimal.valueOf(-4), BigDecimal.TEN, profit -> made.put("b", profit));
        assertTrue(made.isEmpty());
        assertEquals(Map.of(A, BigDecimal.valueOf(4), B, BigDecimal.valueOf(-4)), lots.quantities());
    }

    @SeededTest
    void all_owners_together_make_what_the_quantities_make_to_the_end(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long expected = 0;
        for (int i = 0; i < 40; i++) {
            long quantity = random.nextLong(-9, 10);
            long price = random.nextLong(1, 200);
            add("owner " + i, quantity, price);
            expected += quantity * (77 - price);
        }
        lots.end(pair -> BigDecimal.valueOf(77));
        BigDecimal sum = made.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, BigDecimal.valueOf(expected).compareTo(sum));
    }
}
