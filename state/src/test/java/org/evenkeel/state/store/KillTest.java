package org.evenkeel.state.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.evenkeel.state.Ledger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KillTest {
    private static final int ROUNDS = 3;

    @TempDir
    private Path temporary;

    /** A seed takes seconds, not milliseconds: fewer of them do. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Math.max(1, Long.getLong("evenkeel.seeds", 20) / 10));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_process_that_is_killed_anywhere_loses_nothing_that_it_said_was_safe(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Path folder = temporary.resolve("run");
        for (int round = 0; round < ROUNDS; round++) {
            try (ChildWriter child = ChildWriter.start(folder, seed * 100 + round)) {
                assertTrue(child.readLines(random.nextInt(1, 200)), "the child ended by itself");
                assertLoads(folder, child.kill());
            }
        }
    }

    private static void assertLoads(Path folder, long acknowledged) throws Exception {
        Ledger folded = new Ledger();
        StateFolder.at(folder).forEachEvent(event -> {
            folded.apply(event);
            return true;
        });
        assertTrue(folded.sequence() >= acknowledged, folded.sequence() + " of " + acknowledged);
        try (StateStore store = Runs.open(folder)) {
            assertEquals(folded.snapshot(), store.ledger().snapshot());
            store.writeSnapshot();
        }
        byte[] resumed = Files.readAllBytes(folder.resolve(StateFolder.SNAPSHOT));
        Files.delete(folder.resolve(StateFolder.SNAPSHOT));
        try (StateStore store = Runs.open(folder)) {
            store.writeSnapshot();
        }
        assertArrayEquals(resumed, Files.readAllBytes(folder.resolve(StateFolder.SNAPSHOT)));
    }
}
