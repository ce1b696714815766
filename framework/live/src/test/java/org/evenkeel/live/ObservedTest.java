package org.evenkeel.live;

import static org.evenkeel.live.TwoChains.A;
import static org.evenkeel.live.TwoChains.START;
import static org.evenkeel.live.TwoChains.USDC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ObservedTest {
    private final TwoChains chains = new TwoChains().deposited(USDC, "100");
    private final List<LiveEvent> heard = new ArrayList<>();
    private final Observed observed = new Observed(heard::add, Duration.ofMinutes(30));

    private void look(int minute) {
        observed.look(chains.book(), START.plus(Duration.ofMinutes(minute)));
    }

    @Test
    void a_transfer_is_overdue_once_the_patience_is_over_and_that_is_told_once() {
        chains.moved("10");
        look(61);
        look(90);
        assertEquals(List.of(), heard);
        look(91);
        look(500);
        assertEquals(1, heard.size());
        assertInstanceOf(LiveEvent.TransferOverdue.class, heard.getFirst());
    }

    @Test
    void a_trade_is_told_when_it_has_ended_and_once() {
        chains.sent(A, "5");
        look(1);
        assertEquals(List.of(), heard);
        chains.bought(A, "5", "5");
        look(2);
        look(3);
        assertEquals(1, heard.size());
    }

    @Test
    void what_had_ended_before_the_run_began_is_not_told() {
        chains.bought(A, "5", "5");
        observed.begin(chains.book());
        look(1);
        assertEquals(List.of(), heard);
    }
}
