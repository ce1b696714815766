package org.evenkeel.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PolicyTest {
    @Test
    void a_script_is_named_by_its_hash() {
        String policy = Policy.of("", List.of(new Script("hello", "alert('Hello, world.');")));
        // The example of the W3C's Content Security Policy Level 3, section 2.3.1.
        assertTrue(policy.contains("script-src 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"), policy);
    }

    @Test
    void the_hash_of_the_library_is_that_of_its_file() {
        assertEquals(Policy.hash(Assets.charts()), Assets.CHARTS_HASH);
    }

    @Test
    void nothing_is_loaded_and_nothing_else_runs() {
        String policy = Policy.of("", List.of());
        assertTrue(policy.startsWith("default-src 'none';"));
        assertEquals(-1, policy.indexOf("unsafe"));
        assertEquals(-1, policy.indexOf("http"));
    }
}
