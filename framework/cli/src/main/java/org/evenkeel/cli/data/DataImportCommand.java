package org.evenkeel.cli.data;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.Tables;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.data.importing.ImportOptions;
import org.evenkeel.data.importing.ImportReport;
import org.evenkeel.data.importing.Importer;
import org.evenkeel.data.importing.PairHints;
import org.evenkeel.market.Interval;
import org.evenkeel.market.PriceUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evenkeel data import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Makes a data set of CSV files, zips of CSV files, or Parquet files. Pairs, interval, time unit and"
                        + " columns are judged from the files; what cannot be judged is asked for by name.")
final class DataImportCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV, zip or Parquet files")
    private List<Path> files = List.of();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "the folder of the new data set")
    private Path out = Path.of("");

    @Option(names = "--symbol", paramLabel = "PAIR", description = "the pair, as WETH-USDC, or AAPL for a stock")
    private @Nullable String symbol;

    @Option(names = "--quote", paramLabel = "TOKEN", description = "what the prices are paid in, as USDC")
    private @Nullable String quote;

    @Option(names = "--chain", paramLabel = "NAME", description = "the chain, as ethereum; none for a stock")
    private @Nullable String chain;

    @Option(names = "--exchange", paramLabel = "NAME", description = "the venue, as uniswap-v2")
    private @Nullable String exchange;

    @Option(names = "--fee-bps", paramLabel = "N", description = "the fee of a trade in basis points, as 30")
    private @Nullable Double feeBps;

    @Option(names = "--interval", paramLabel = "I", description = "the length of the candles, as 1h or 1d")
    private @Nullable String interval;

    @Option(names = "--prices-in-quote", description = "the prices are in the quote token, not in USD")
    private boolean pricesInQuote;

    @Option(names = "--name", paramLabel = "NAME", description = "what the data set is to be called")
    private @Nullable String name;

    @Option(names = "--drop-bad", description = "leaves rows out that cannot be used, and counts them")
    private boolean dropBad;

    @Override
    public Integer call() {
        ImportReport report = Importer.importFiles(files, options(), out);
        PrintStream print = Console.out();
        Tables table = new Tables()
                .text("Pair")
                .text("Exchange")
                .number("Candles")
                .number("Left out")
                .text("First")
                .text("Last");
        report.pairs()
                .forEach(line -> table.row(
                        line.pair().symbol(),
                        line.pair().exchange().name(),
                        Integer.toString(line.rows()),
                        Integer.toString(line.dropped()),
                        line.first().toString(),
                        line.last().toString()));
        print.println(table);
        report.notes().forEach(note -> Console.err().println("Note: " + note));
        report.dropped().stream().limit(SHOWN).forEach(row -> Console.err().println("Left out: " + row));
        if (report.dropped().size() > SHOWN) {
            Console.err().println("and " + (report.dropped().size() - SHOWN) + " rows more.");
        }
        print.println("Candles of " + report.interval() + " in " + report.out());
        return ExitCode.OK;
    }

    private ImportOptions options() {
        ImportOptions options = ImportOptions.DEFAULTS.hints(hints());
        options = interval == null ? options : options.interval(parsedInterval(interval));
        options = pricesInQuote ? options.priceUnit(PriceUnit.QUOTE) : options;
        options = dropBad ? options.droppingBadRows() : options;
        return name == null ? options : options.name(name);
    }

    private PairHints hints() {
        PairHints hints = PairHints.NONE;
        hints = quote == null ? hints : hints.quote(quote);
        hints = symbol == null ? hints : hints.symbol(symbol);
        hints = chain == null ? hints : hints.chain(chain);
        hints = exchange == null ? hints : hints.exchange(exchange);
        return feeBps == null ? hints : hints.feeBps(feeBps);
    }

    private static Interval parsedInterval(String text) {
        try {
            return Interval.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--interval: " + e.getMessage(), e);
        }
    }
}
