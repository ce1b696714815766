package org.evenkeel.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.api.port.Execution;
import org.evenkeel.testkit.Failpoints;

/** A run in a process of its own, which is halted at one of its points, or may write no file beyond a size. */
final class ChildRun {
    private ChildRun() {}

    /**
     * How a process ended.
     *
     * @param code its exit code
     * @param said what it said of why
     */
    record End(int code, String said) {}

    /** Runs in the folder, from and to these minutes, and is halted at the point if it comes so far. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Failpoints points = Failpoints.haltingAt(Integer.parseInt(arguments[1]));
        watched(new LiveLab(folder), points).run(-30, 190);
    }

    /** A run with points at all that it asks of the world. */
    static LiveLab watched(LiveLab lab, Failpoints points) {
        return lab.withExecution(real -> points.around(Execution.class, real))
                .withWallet(real -> points.around(Wallet.class, real))
                .with(points.around(DataFeed.class, DataFeed.NONE));
    }

    static End haltedAt(Path folder, int point) {
        return run(java(folder, point));
    }

    /** With no file longer than so many kilobytes: what is written beyond fails as on a disk that is full. */
    static End withFilesUpTo(Path folder, int kilobytes) {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "-"));
        command.addAll(java(folder, Integer.MAX_VALUE));
        return run(command);
    }

    private static List<String> java(Path folder, int point) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                ChildRun.class.getName(),
                folder.toString(),
                Integer.toString(point));
    }

    private static End run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return new End(process.waitFor(), said);
        } catch (IOException e) {
            throw new AssertionError("a process could not be started", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
