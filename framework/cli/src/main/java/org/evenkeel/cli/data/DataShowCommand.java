package org.evenkeel.cli.data;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.Money;
import org.evenkeel.cli.terminal.Tables;
import org.evenkeel.data.DataSets;
import org.evenkeel.data.PairSummary;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.MarketDataSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code evenkeel data show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Lists the pairs of a data set: how many candles each has, from when to when.")
final class DataShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the data set's folder")
    private String location = "";

    @Override
    public Integer call() {
        MarketDataSet data = DataSets.open(location);
        MarketCatalog catalog = data.catalog();
        List<PairSummary> pairs = PairSummary.of(data);
        Console.out()
                .println(catalog.name() + ": " + pairs.size() + " pairs, candles of " + catalog.interval()
                        + (catalog.synthetic() ? ", synthetic prices" : ""));
        Tables table = new Tables()
                .number("Id")
                .text("Pair")
                .text("Exchange")
                .text("Chain")
                .number("Fee")
                .number("Candles")
                .text("First")
                .text("Last")
                .number("Missing")
                .number("Last close")
                .text("Liquidity");
        pairs.forEach(pair -> row(table, pair));
        Console.out().println(table);
        return ExitCode.OK;
    }

    private static void row(Tables table, PairSummary line) {
        table.row(
                Long.toString(line.pair().id()),
                line.pair().symbol(),
                line.pair().exchange().name(),
                line.pair().chain().name(),
                String.format(Locale.ROOT, "%.2f %%", line.pair().fee() * 100),
                Integer.toString(line.rows()),
                line.first().map(Object::toString).orElse(""),
                line.last().map(Object::toString).orElse(""),
                Long.toString(line.missing()),
                line.lastClose().isPresent() ? Money.price(line.lastClose().getAsDouble()) : "",
                line.liquidity().name().toLowerCase(Locale.ROOT));
    }
}
