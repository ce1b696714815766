package org.evenkeel.data.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.evenkeel.data.DataSets;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.data.support.RandomMarket;
import org.evenkeel.market.DataException;
import org.evenkeel.market.MarketDataSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to a file, it either reads or fails with one exception that names it. */
class DamagedFileTest {
    private static final Duration LONG_ENOUGH_TO_BE_A_HANG = Duration.ofSeconds(60);
    private static final int TRIES_A_SEED = 40;

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("evenkeel.seeds", 25));
    }

    private byte[] sound(long seed) throws IOException {
        List<PairCandles> candles = new RandomMarket(seed).pairs(3, 400);
        RandomMarket.write(folder, candles);
        return Files.readAllBytes(file());
    }

    private Path file() {
        return folder.resolve("candles.parquet");
    }

    private static long readAll(Path folder) {
        MarketDataSet data = DataSets.open(folder);
        return data.history(data.catalog().selectAll().build())
                .universe()
                .pairs()
                .size();
    }

    /** Reads the damaged file; a failure must be ours and name the file. */
    private void readDamaged(byte[] bytes) throws IOException {
        Files.write(file(), bytes);
        assertTimeoutPreemptively(LONG_ENOUGH_TO_BE_A_HANG, () -> {
            try {
                readAll(folder);
            } catch (DataException e) {
                assertTrue(e.getMessage().contains("candles.parquet"), e.getMessage());
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void flipped_bits_give_one_clear_error_or_none(long seed) throws IOException {
        byte[] sound = sound(seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < TRIES_A_SEED; i++) {
            byte[] damaged = sound.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            readDamaged(damaged);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void flipped_bits_in_the_footer_give_one_clear_error_or_none(long seed) throws IOException {
        byte[] sound = sound(seed);
        int footer = (sound[sound.length - 8] & 0xff) | (sound[sound.length - 7] & 0xff) << 8;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < TRIES_A_SEED; i++) {
            byte[] damaged = sound.clone();
            damaged[sound.length - 1 - random.nextInt(footer + 8)] ^= (byte) (1 << random.nextInt(8));
            readDamaged(damaged);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_file_cut_short_gives_a_clear_error(long seed) throws IOException {
        byte[] sound = sound(seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < TRIES_A_SEED / 4; i++) {
            Files.write(file(), Arrays.copyOf(sound, random.nextInt(sound.length)));
            DataException e = assertThrows(DataException.class, () -> readAll(folder));
            assertTrue(e.getMessage().contains("candles.parquet"), e.getMessage());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void overwritten_and_moved_stretches_give_one_clear_error_or_none(long seed) throws IOException {
        byte[] sound = sound(seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < TRIES_A_SEED / 2; i++) {
            byte[] damaged = sound.clone();
            int length = 1 + random.nextInt(64);
            int from = random.nextInt(damaged.length - length);
            int to = random.nextInt(damaged.length - length);
            System.arraycopy(sound, from, damaged, to, length);
            readDamaged(damaged);
        }
    }

    @Test
    void the_undamaged_file_reads() throws IOException {
        sound(1);
        assertEquals(3, readAll(folder));
    }
}
