package org.evenkeel.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evenkeel.state.replay.StateDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code evenkeel diff}. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Shows what two runs differ in, position by position.")
final class DiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "the folder of the one run")
    private Path left = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "the folder of the other run")
    private Path right = Path.of("");

    @Override
    public Integer call() {
        StateDiff diff = StateDiff.between(
                RunFolder.existing(left).load(), RunFolder.existing(right).load());
        if (diff.isEmpty()) {
            Console.out().println("The two states are alike.");
        }
        diff.books().forEach(book -> print(book, Console.out()));
        return ExitCode.OK;
    }

    private void print(StateDiff.BookDiff book, PrintStream out) {
        out.println("Book " + book.book() + (book.left() && book.right() ? "" : missing(book.left())));
        Tables changes = changeTable("Field");
        book.changes().forEach(change -> changes.row(change.field(), change.left(), change.right()));
        if (!changes.isEmpty()) {
            out.println(changes);
        }
        for (StateDiff.PositionDiff position : book.positions()) {
            boolean both = position.left().isPresent() && position.right().isPresent();
            out.println(position.pair().symbol() + ", position " + position.occurrence() + " in it"
                    + (both ? "" : missing(position.left().isPresent())));
            if (both) {
                Tables fields = changeTable("Field");
                position.changes().forEach(change -> fields.row(change.field(), change.left(), change.right()));
                out.println(fields);
            }
        }
    }

    private String missing(boolean isLeft) {
        return ": only in " + (isLeft ? left : right);
    }

    private Tables changeTable(String first) {
        return new Tables().text(first).number(left.toString()).number(right.toString());
    }
}
