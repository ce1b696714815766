package org.evenkeel.cli.project;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel new}. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes a small Maven project for a strategy of your own: the strategy, a test of it, and made-up"
                + " candles to run it on.")
public final class NewCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "NAME",
            description =
                    "the project's name, such as my-strategy: small letters and digits, with hyphens between words")
    private String name = "";

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "the folder in which the project's folder is made; this one where left out")
    private Path into = Path.of("");

    @Override
    public Integer call() {
        ProjectName project = ProjectName.of(name);
        Path folder = into.resolve(project.text());
        Installation installation = Installation.ofThisVersion();
        ProjectFiles.write(folder, project, installation);
        tell(folder, project, installation);
        return ExitCode.OK;
    }

    private static void tell(Path folder, ProjectName project, Installation installation) {
        PrintStream out = Console.out();
        out.println("Wrote " + folder + ". Next:");
        if (!installation.isInstalled()) {
            out.println("  " + installation.command());
            out.println("      once: puts Evenkeel " + installation.version() + " into " + installation.repository()
                    + ", where the project's build looks for it");
        }
        out.println("  cd " + folder);
        out.println("  mvn test");
        out.println("  " + installation.program() + " backtest " + project.sourceFile() + " --data data --out run");
    }
}
