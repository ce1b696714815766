package org.evenkeel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commands the launcher has compiled with the optimising compiler from the start. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("..", "..", "evenkeel");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sweep X --grid a=1:100 --grid=b=1:30",
                "sweep X --grid a=0:1:0.001 --grid b=1,2,3",
                "sweep --json --grid a=1:1e9 X",
                "sweep X --grid a=1:1000 --grid b=1:100 --random 3000",
                "sweep X --grid a=1:1000 --grid b=1:100 --evolve=5000",
                "walk-forward X --grid a=1:100 --grid b=1,2,3"
            })
    void a_sweep_of_thousands_of_runs_is_long(String words) throws Exception {
        assertEquals(0, isLong(words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "sweep",
                "sweep X --grid a=1:100 --grid b=1:29",
                "sweep X --grid fast=10:48:2 --grid slow=10:48:2 --set count=9000",
                "sweep X --grid a=1:1000 --grid b=1:100 --random 50",
                "sweep X --grid --grid a=::: --grid b=x:y --random",
                "walk-forward X --grid a=1:100 --grid b=1,2",
                "optimize prices.csv --frontier 5000"
            })
    void any_other_command_is_short(String words) throws Exception {
        assertEquals(1, isLong(words));
    }

    private static int isLong(String words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("bash", "-c", "source \"$1\"; shift; is_long_sweep \"$@\"", "test", LAUNCHER.toString()));
        if (!words.isEmpty()) {
            command.addAll(List.of(words.split(" ")));
        }
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
