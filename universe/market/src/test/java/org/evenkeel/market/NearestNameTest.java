package org.evenkeel.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> KNOWN =
            List.of("cycle", "cycleOffset", "initialCash", "allocation", "minRebalanceTradeUsd", "maxPoolShare");

    @Test
    void the_first_of_two_equally_near_is_taken_and_none_where_none_is_known() {
        assertEquals(Optional.of("ab"), NearestName.near("a", List.of("ab", "ac")));
        assertEquals(Optional.empty(), NearestName.near("a", List.of()));
    }

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({
        "cycel, cycle",
        "CYCLE, cycle",
        "cycle-offset, cycleOffset",
        "initalCash, initialCash",
        "alocation, allocation",
        "offset, cycleOffset",
        "minRebalanceTrades, minRebalanceTradeUsd",
        "maxPoolShareOfAll, maxPoolShare",
        "poolShares, maxPoolShare",
        "Nosuch, ",
        "cy, ",
        "x, "
    })
    void a_name_is_guessed_only_where_one_is_near(String typed, String meant) {
        assertEquals(Optional.ofNullable(meant), NearestName.near(typed, KNOWN));
        assertEquals(meant == null ? "" : " Did you mean '" + meant + "'?", NearestName.hint(typed, KNOWN));
    }

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({"fee_bsp, fee_bps", "FeeBps, fee_bps", "chan, chain", "x, ", "venue_of_trade, "})
    void a_name_is_offered_for_a_slip_and_not_for_another_name(String typed, String meant) {
        assertEquals(Optional.ofNullable(meant), NearestName.slip(typed, List.of("fee_bps", "chain", "quote")));
    }
}
