package org.evenkeel.live;

import static org.evenkeel.live.LiveLab.B;
import static org.evenkeel.live.LiveLab.USDC;
import static org.evenkeel.live.LiveLab.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs without a safeguard of theirs: what it keeps from happening is seen to happen. */
final class LiveControlsTest {
    @TempDir
    private Path folder;

    private LiveLab lab;

    @BeforeEach
    void fund() {
        lab = new LiveLab(folder);
        FakeChain.give(lab.chain(), USDC, "1000");
    }

    /** Goes on with the state, and looks at no wallet. */
    private void runBlind(int from, int to) {
        FakeTime time = new FakeTime(minute(from), minute(to));
        World world = lab.world(time);
        World blind = new World(time, world.feed(), Optional.empty(), world.trading());
        new LiveRun(lab.setup(), blind, LiveTerms.DEFAULTS, event -> {}).run();
    }

    @Test
    void control_books_that_are_held_against_no_wallet_sell_what_is_not_there() {
        lab.run(-30, 10);
        FakeChain.give(lab.chain(), B.base(), "-400");
        assertThrows(WalletException.class, () -> lab.run(11, 190));
        assertFalse(FakeChain.landed(lab.chain()).contains("SELL B 120"));
        runBlind(20, 190);
        assertTrue(FakeChain.landed(lab.chain()).contains("SELL B 120"));
        assertTrue(FakeChain.holds(lab.chain(), B, new BigDecimal("-70")), "50 were bought and 120 sold");
    }

    @Test
    void control_a_new_state_that_is_held_against_no_wallet_trades_beside_positions_that_it_knows_nothing_of() {
        FakeChain.give(lab.chain(), B.base(), "7.5");
        runBlind(-30, 10);
        assertEquals(List.of("BUY A 300", "BUY B 400"), FakeChain.landed(lab.chain()));
    }

    @Test
    void control_with_a_tolerance_of_almost_a_cycle_a_decision_is_made_long_after_its_time() {
        lab.run(-30, 10).run(110, 112);
        assertEquals(1, lab.book().cycles().size());
        lab.with(new LiveTerms(Duration.ofMinutes(10), Optional.of(Duration.ofMinutes(59)), Duration.ofHours(1)))
                .run(113, 115);
        assertEquals(2, lab.book().cycles().size());
    }
}
