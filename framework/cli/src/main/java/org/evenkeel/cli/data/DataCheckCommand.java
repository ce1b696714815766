package org.evenkeel.cli.data;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.Tables;
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
    private static final int WIDEST = 40;

    @Parameters(paramLabel = "DIR", description = "the data set's folder")
    private String location = "";

    @Override
    public Integer call() {
        CheckReport report = DataCheck.run(location);
        PrintStream out = Console.out();
        report.problems().forEach(problem -> out.println("Problem: " + problem));
        if (!report.pairs().isEmpty()) {
            out.println(candles(report));
            Tables faults = faults(report);
            out.println(faults.isEmpty() ? "No candle has a fault." : faults);
        }
        out.println(report.loads() ? "The data set can be used." : "The data set cannot be used as it is.");
        return report.loads() ? ExitCode.OK : ExitCode.DATA;
    }

    private static Tables candles(CheckReport report) {
        Tables table = new Tables()
                .text("Pair")
                .number("Candles")
                .number("Gaps")
                .text("Longest gap")
                .number("No volume");
        for (PairCheck pair : report.pairs()) {
            table.row(
                    pair.pair().symbol(),
                    Integer.toString(pair.rows()),
                    Integer.toString(pair.gaps()),
                    pair.longestGap()
                            .map(gap -> gap.candles() + " after " + gap.after())
                            .orElse(""),
                    pair.volumes() ? Integer.toString(pair.count(FaultKind.ZERO_VOLUME)) : "–");
        }
        return table;
    }

    /** A line for each fault of each pair, with the place where it is first found. */
    private static Tables faults(CheckReport report) {
        Tables table = new Tables()
                .text("Pair")
                .text("Fault")
                .number("Candles")
                .text("The first")
                .text("Place", WIDEST);
        for (PairCheck pair : report.pairs()) {
            for (FaultKind kind : FaultKind.values()) {
                if (kind != FaultKind.ZERO_VOLUME && pair.count(kind) > 0) {
                    PairCheck.Fault first = first(pair, kind);
                    table.row(
                            pair.pair().symbol(),
                            words(kind),
                            Integer.toString(pair.count(kind)),
                            first.at().toString(),
                            first.place());
                }
            }
        }
        return table;
    }

    private static PairCheck.Fault first(PairCheck pair, FaultKind kind) {
        return pair.examples().stream()
                .filter(fault -> fault.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static String words(FaultKind kind) {
        return switch (kind) {
            case DUPLICATE -> "duplicate";
            case DISORDER -> "out of order";
            case BAD_PRICE -> "bad price";
            case BAD_AMOUNT -> "bad amount";
            case CONTRADICTION -> "high or low amiss";
            case FAR_WICK -> "far wick";
            case OVERLAP -> "overlap";
            case ZERO_VOLUME -> "no volume";
        };
    }
}
