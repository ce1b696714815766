package org.evenkeel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evenkeel.data.sample.SampleMarket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walk-forward and cross-validation from the command line, on the sample market. */
class WalkForwardCommandTest {
    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make_a_market() {
        SampleMarket.create(data, 7);
    }

    private Cli.Ran walk(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("walk-forward", "WeeklyMomentum", "--data", data));
        all.addAll(List.of("--to", "2021-08-01", "--grid", "topCount=2:4"));
        all.addAll(Arrays.asList(arguments));
        if (!all.contains("--out")) {
            all.addAll(List.of("--out", folder.resolve("walk")));
        }
        return Cli.run(all.toArray());
    }

    private void refused(String words, Object... arguments) {
        Cli.Ran ran = walk(arguments);
        assertEquals(ExitCode.USAGE, ran.code(), ran.err());
        assertTrue(ran.err().contains(words), ran.err());
        assertEquals("", ran.out());
        assertTrue(Files.notExists(folder.resolve("walk")), "nothing is written");
    }

    @Test
    void an_option_that_the_scheme_has_no_use_for_is_refused_with_those_that_it_takes() {
        String folds = "it takes --folds, --purge, --embargo.";
        refused(
                "folds has no use for --train, which goes with rolling and expanding",
                "--scheme",
                "folds",
                "--train=9w");
        refused(folds, "--scheme", "folds", "--test", "9w");
        refused(folds, "--scheme", "folds", "--gap", "1d");
        refused("which goes with combinatorial: " + folds, "--scheme", "folds", "--tested", "2");
        refused("combinatorial has no use for --gap", "--scheme", "combinatorial", "--gap", "0");
        refused("rolling has no use for --folds", "--folds", "6");
        refused("rolling has no use for --embargo", "--embargo", "0");
        refused("it takes --train, --test, --gap.", "--scheme", "expanding", "--purge", "1");
        refused("expanding has no use for --tested", "--scheme", "EXPANDING", "--tested", "1");
    }

    @Test
    void an_option_of_sweeps_that_means_nothing_in_a_walk_is_unknown() {
        refused("--permutations", "--permutations=10");
    }

    @Test
    void folds_that_cannot_be_are_refused_before_the_first_run() {
        refused("give 2 to 20", "--scheme", "folds", "--folds", "1");
        refused("give 2 to 20", "--scheme", "combinatorial", "--folds", "21");
        refused("--tested 6 of 6 folds", "--scheme", "combinatorial", "--tested", "6");
        refused("0 or more, but are -1 and 0", "--scheme", "folds", "--purge=-1");
    }

    @Test
    void a_mistyped_scheme_is_answered_with_the_nearest_one() {
        refused("Did you mean 'combinatorial'?", "--scheme", "combinatoral");
        refused("It takes rolling, expanding, folds, combinatorial.", "--scheme", "roling");
    }
}
