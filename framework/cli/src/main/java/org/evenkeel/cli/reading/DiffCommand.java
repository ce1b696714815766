package org.evenkeel.cli.reading;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.RunFolder;
import org.evenkeel.cli.terminal.Tables;
import org.evenkeel.report.view.PairLabels;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.replay.LastWorth;
import org.evenkeel.state.replay.StateDiff;
import org.evenkeel.state.store.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel diff}. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows what two runs differ in: their settings, their figures, and position by position.")
public final class DiffCommand implements Callable<Integer> {
    private final PrintStream out = Console.out();

    @Parameters(index = "0", paramLabel = "A", description = "the folder of the one run")
    private Path left = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "the folder of the other run")
    private Path right = Path.of("");

    @Option(names = "--all", description = "lists every position that differs, not the first 20 alone")
    private boolean all;

    @Override
    public Integer call() {
        StateFolder first = RunFolder.existing(left);
        StateFolder second = RunFolder.existing(right);
        Ledger a = first.load();
        Ledger b = second.load();
        out.println("A  " + left);
        out.println("B  " + right);
        Tables settings = DiffSettings.between(a.info(), b.info());
        out.println(settings.isEmpty() ? "Strategy, data, parameters and settings are the same." : settings);
        StateDiff diff = StateDiff.between(a, b);
        if (diff.isEmpty()) {
            out.println("The two states are alike.");
        }
        diff.books().forEach(book -> print(book, new Run(a, LastWorth.of(first)), new Run(b, LastWorth.of(second))));
        return ExitCode.OK;
    }

    private static PairLabels labels(Ledger a, Ledger b) {
        return new PairLabels(Stream.of(a, b)
                .flatMap(ledger -> ledger.info().market().pairs().stream())
                .distinct()
                .toList());
    }

    /** What a run left, and what its main book was worth after the last that happened to it. */
    private record Run(Ledger ledger, Optional<LastWorth> worth) {
        DiffFigures.Side side(String book) {
            return new DiffFigures.Side(ledger.book(book), worth.filter(known -> book.equals(Ledger.MAIN_BOOK)));
        }
    }

    private void print(StateDiff.BookDiff book, Run a, Run b) {
        if (!book.left() || !book.right()) {
            out.println("Book " + book.book() + ": only in " + (book.left() ? "A" : "B"));
            return;
        }
        if (a.ledger().books().size() > 1 || b.ledger().books().size() > 1) {
            out.println("Book " + book.book());
        }
        out.println(DiffFigures.between(a.side(book.book()), b.side(book.book())));
        if (!book.positions().isEmpty()) {
            out.println(new DiffPositions(book.positions(), labels(a.ledger(), b.ledger()), all));
        }
    }
}
