package org.evenkeel.testkit.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class MissingChainTest {
    @Test
    void without_a_chain_tests_are_skipped_with_the_reason_or_fail_where_it_is_required() {
        IllegalStateException reason = new IllegalStateException("npm is not installed.");
        assertEquals(
                "npm is not installed.",
                LocalChain.missing(reason, false).getReason().orElseThrow());
        assertTrue(LocalChain.missing(reason, false).isDisabled());
        IllegalStateException required =
                assertThrows(IllegalStateException.class, () -> LocalChain.missing(reason, true));
        assertEquals("npm is not installed. It is required by REQUIRE_CHAIN=true.", required.getMessage());
    }
}
