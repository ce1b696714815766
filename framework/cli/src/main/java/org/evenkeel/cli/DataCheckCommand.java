package org.evenkeel.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.evenkeel.data.check.CheckReport;
import org.evenkeel.data.check.DataCheck;
import org.evenkeel.data.check.FaultKind;
import org.evenkeel.data.check.PairCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code evenkeel data check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Looks for gaps, duplicates, disorder, bad prices, far wicks and hours without volume. Ends with 3"
                        + " where the data set could not be used.")
final class DataCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the data set's folder")
    private String location = "";

    @Override
    public Integer call() {
        CheckReport report = DataCheck.run(location);
        PrintStream out = Console.out();
        report.problems().forEach(problem -> out.println("Problem: " + problem));
        if (!report.pairs().isEmpty()) {
            out.println(table(report));
            report.pairs().forEach(pair -> examples(pair, out));
        }
        out.println(report.loads() ? "The data set can be used." : "The data set cannot be used as it is.");
        return report.loads() ? ExitCode.OK : ExitCode.DATA;
    }

    private static Tables table(CheckReport report) {
        Tables table =
                new Tables().text("Pair").number("Candles").number("Gaps").text("Longest gap");
        for (FaultKind kind : FaultKind.values()) {
            table.number(words(kind));
        }
        for (PairCheck pair : report.pairs()) {
            String[] cells = new String[4 + FaultKind.values().length];
            cells[0] = pair.pair().symbol();
            cells[1] = Integer.toString(pair.rows());
            cells[2] = Integer.toString(pair.gaps());
            cells[3] = pair.longestGap()
                    .map(gap -> gap.candles() + " after " + gap.after())
                    .orElse("");
            for (FaultKind kind : FaultKind.values()) {
                cells[4 + kind.ordinal()] = Integer.toString(pair.count(kind));
            }
            table.row(cells);
        }
        return table;
    }

    private static void examples(PairCheck pair, PrintStream out) {
        pair.examples().stream()
                .filter(fault -> fault.kind().refused())
                .forEach(fault -> out.println(pair.pair().symbol() + ": " + words(fault.kind()) + " at " + fault.at()
                        + ", " + fault.place()));
    }

    private static String words(FaultKind kind) {
        return switch (kind) {
            case DUPLICATE -> "Duplicates";
            case DISORDER -> "Disorder";
            case BAD_PRICE -> "Bad prices";
            case BAD_AMOUNT -> "Bad amounts";
            case CONTRADICTION -> "High/low amiss";
            case FAR_WICK -> "Far wicks";
            case OVERLAP -> "Overlaps";
            case ZERO_VOLUME -> "No volume";
        };
    }
}
