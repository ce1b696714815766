package org.evenkeel.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.store.StateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BeginningTest {
    private static final String ONE = "0x" + "1".repeat(40);
    private static final String OTHER = "0x" + "2".repeat(40);

    @TempDir
    private Path folder;

    private RunInfo info(Optional<RunInfo.Live> live) {
        RunInfo info = new LiveLab(folder).setup().info();
        return new RunInfo(
                info.strategy(),
                info.source(),
                new LinkedHashMap<>(info.parameters()),
                info.data(),
                info.market(),
                live);
    }

    private static Optional<RunInfo.Live> live(String holder) {
        return Optional.of(new RunInfo.Live(
                !holder.isEmpty(),
                Optional.of(holder).filter(address -> !address.isEmpty()),
                Duration.ofSeconds(10),
                new LinkedHashMap<>()));
    }

    /** Like that, but for what it trades and whose decisions it makes. */
    private RunInfo of(String strategy, TradingPair... pairs) {
        RunInfo info = info(live(ONE));
        return new RunInfo(
                strategy,
                info.source(),
                new LinkedHashMap<>(info.parameters()),
                info.data(),
                new RunInfo.Market(List.of(pairs), info.market().reserves()),
                info.live());
    }

    private String refusal(RunInfo then, RunInfo now) {
        return String.valueOf(
                assertThrows(StateException.Conflict.class, () -> Beginning.differences(folder, then, now))
                        .getMessage());
    }

    private String refusal(Optional<RunInfo.Live> then, Optional<RunInfo.Live> now) {
        return refusal(info(then), info(now));
    }

    @Test
    void a_run_goes_on_with_the_wallet_that_it_is_of_and_no_other() {
        assertEquals(List.of(), Beginning.differences(folder, info(live(ONE)), info(live(ONE))));
        String message = refusal(live(ONE), live(OTHER));
        assertTrue(message.contains(ONE) && message.contains(OTHER) && message.contains("Nothing was sent"), message);
    }

    @Test
    void what_nobody_did_is_not_booked_in_a_run_that_is_executed_nor_the_other_way_round() {
        assertTrue(refusal(live(ONE), live("")).contains("on paper"));
        assertTrue(refusal(live(""), live(ONE)).contains("on paper"));
        assertEquals(List.of(), Beginning.differences(folder, info(live("")), info(live(""))));
    }

    @Test
    void a_run_of_another_strategy_is_called_that_whatever_either_trades() {
        String message = refusal(of("Momentum", LiveLab.A), of("EqualWeight", LiveLab.B));
        assertTrue(message.contains("is of the strategy Momentum, not of EqualWeight"), message);
        assertFalse(message.contains("chooses"), message);
    }

    @Test
    void the_same_pairs_in_another_order_are_the_same() {
        assertEquals(
                List.of(),
                Beginning.differences(
                        folder, of("Momentum", LiveLab.A, LiveLab.B), of("Momentum", LiveLab.B, LiveLab.A)));
    }

    @Test
    void of_other_pairs_those_are_named_that_are_gone_and_that_are_new() {
        String message = refusal(of("Momentum", LiveLab.A), of("Momentum", LiveLab.B));
        assertTrue(message.contains("the strategy now leaves out [" + LiveLab.A + "]"), message);
        assertTrue(message.contains("adds [" + LiveLab.B + "]"), message);
        String more = refusal(of("Momentum", LiveLab.A), of("Momentum", LiveLab.A, LiveLab.B));
        assertFalse(more.contains("leaves out"), more);
    }

    @Test
    void a_run_of_an_earlier_release_which_did_not_keep_whose_it_is_goes_on() {
        assertEquals(List.of(), Beginning.differences(folder, info(Optional.empty()), info(live(ONE))));
    }
}
