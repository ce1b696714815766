package org.evenkeel.onchain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressTest {
    private static final String USDC = "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48";

    @Test
    void upper_and_lower_case_are_the_same_address() {
        assertEquals(new Address(USDC), new Address(USDC.toLowerCase(Locale.ROOT)));
    }

    @Test
    void addresses_are_ordered_as_numbers() {
        assertTrue(Address.ZERO.compareTo(new Address(USDC)) < 0);
        assertTrue(new Address("0x" + "F".repeat(40)).compareTo(new Address("0x" + "a".repeat(40))) > 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0x",
                "0x12",
                "a0b86991c6218b36c1d19d4a2e9eb0ce3606eb4800",
                "0xg0b86991c6218b36c1d19d4a2e9eb0ce3606eb48"
            })
    void what_is_no_address_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new Address(text));
    }
}
