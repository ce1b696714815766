package org.evenkeel.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.junit.jupiter.api.Test;

/** The doctor's command, as a person copies it into a shell. */
final class DoctorCallTest {
    private static final Chain CHAIN = new Chain("gamma", 31_337);

    private static String booking(String symbol, String more) {
        Token reserve = new Token(CHAIN, "0x" + "ab".repeat(20), symbol, 6);
        DoctorCall call = new DoctorCall(List.of("--wallet", "w.json"), List.of(reserve));
        return call.booking(reserve, new BigDecimal(more)).orElseThrow();
    }

    @Test
    void a_symbol_of_the_data_set_is_no_command_of_the_shell() {
        assertEquals(
                "./evenkeel doctor --wallet w.json --repair 'book-withdrawal:gamma:US$(reboot)'",
                booking("US$(reboot)", "-1"));
        assertEquals(
                "./evenkeel doctor --wallet w.json --repair 'book-deposit:gamma:a'\\''; reboot #'",
                booking("a'; reboot #", "1"));
    }

    @Test
    void a_plain_one_stands_as_it_is() {
        assertEquals("./evenkeel doctor --wallet w.json --repair book-deposit:gamma:USDC.e", booking("USDC.e", "1"));
    }
}
