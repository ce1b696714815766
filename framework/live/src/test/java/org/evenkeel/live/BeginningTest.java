package org.evenkeel.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
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

    private String refusal(Optional<RunInfo.Live> then, Optional<RunInfo.Live> now) {
        return String.valueOf(
                assertThrows(StateException.Conflict.class, () -> Beginning.differences(folder, info(then), info(now)))
                        .getMessage());
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
    void a_run_of_an_earlier_release_which_did_not_keep_whose_it_is_goes_on() {
        assertEquals(List.of(), Beginning.differences(folder, info(Optional.empty()), info(live(ONE))));
    }
}
