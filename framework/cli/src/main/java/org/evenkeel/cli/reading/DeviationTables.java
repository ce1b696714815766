package org.evenkeel.cli.reading;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.evenkeel.cli.terminal.Dates;
import org.evenkeel.cli.terminal.Money;
import org.evenkeel.cli.terminal.Tables;
import org.evenkeel.live.deviation.Deviation;
import org.evenkeel.live.deviation.DeviationPart;
import org.evenkeel.live.deviation.TradeDeviation;
import org.evenkeel.report.view.PairLabels;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.Trade;

/** A deviation as tables for people: by cause, and trade by trade, those that made the most first. */
final class DeviationTables {
    private static final int SHOWN = 20;

    private DeviationTables() {}

    static String of(RunInfo info, Deviation deviation, boolean all) {
        StringBuilder text = new StringBuilder();
        text.append(heading(info, deviation)).append('\n').append(parts(deviation));
        deviation.noYear().ifPresent(why -> text.append('\n').append(why));
        deviation.basis().unpriced().ifPresent(missing -> text.append('\n').append(missing.sentence()));
        if (info.data().synthetic()) {
            text.append("\nThe prices are synthetic: these figures say nothing about any real market.");
        }
        List<TradeDeviation> trades = worstFirst(deviation);
        if (trades.isEmpty()) {
            return text.append("\nNo trade made a difference.").toString();
        }
        int shown = all ? trades.size() : Math.min(SHOWN, trades.size());
        text.append('\n')
                .append(trades(
                        trades.subList(0, shown), new PairLabels(info.market().pairs())));
        if (shown < trades.size()) {
            text.append('\n').append(trades.size() - shown).append(" more: --all lists them");
        }
        return text.toString();
    }

    private static String heading(RunInfo info, Deviation deviation) {
        return info.strategy() + " from " + Dates.words(deviation.period().from()) + " to "
                + Dates.words(deviation.period().to()) + ": the backtest came to "
                + Money.usd(deviation.equities().backtest()) + " USD, the run to "
                + Money.usd(deviation.equities().live()) + " USD, gas taken off.\n" + deviation.valued();
    }

    private static Tables parts(Deviation deviation) {
        Tables table = new Tables().text("Cause").number("USD").number("bps of traded");
        if (deviation.noYear().isEmpty()) {
            table.number("bps a year");
        }
        table.text("What it stands for");
        for (DeviationPart part : DeviationPart.values()) {
            BigDecimal amount = deviation.parts().get(part);
            if (amount.signum() != 0 || part == DeviationPart.REMAINDER) {
                row(table, deviation, part.label(), amount, part.words());
            }
        }
        row(table, deviation, "all", deviation.equities().difference(), "the run less the backtest");
        return table;
    }

    private static void row(Tables table, Deviation deviation, String label, BigDecimal amount, String words) {
        String traded = points(deviation.ofTraded(amount));
        if (deviation.noYear().isEmpty()) {
            table.row(label, usd(amount), traded, points(deviation.perYear(amount)), words);
        } else {
            table.row(label, usd(amount), traded, words);
        }
    }

    private static String usd(BigDecimal amount) {
        return signed(Money.usd(amount));
    }

    private static String points(OptionalDouble points) {
        return points.isPresent() ? signed(String.format(Locale.ROOT, "%,.1f", points.getAsDouble())) : "–";
    }

    /** With its sign, and none for what rounds to nothing. */
    private static String signed(String text) {
        boolean nothing = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        if (nothing) {
            return text.replace("-", "");
        }
        return text.startsWith("-") ? text : "+" + text;
    }

    /** The trades that made a difference or were missed. */
    static List<TradeDeviation> worstFirst(Deviation deviation) {
        return deviation.trades().stream()
                .filter(trade -> !trade.parts().isNone() || trade.missed().isPresent())
                .sorted(Comparator.comparing(trade -> trade.parts().total()))
                .toList();
    }

    private static Tables trades(List<TradeDeviation> trades, PairLabels labels) {
        Tables table = new Tables()
                .text("Decided")
                .text("Filled")
                .text("Pair")
                .text("Side")
                .number("Traded")
                .number("Late")
                .number("USD")
                .number("bps")
                .text("Mostly");
        for (TradeDeviation trade : trades) {
            table.row(
                    Dates.seconds(trade.tick()),
                    Dates.seconds(trade.at()),
                    labels.of(trade.pair()),
                    trade.side().name().toLowerCase(Locale.ROOT),
                    Money.usd(trade.traded()),
                    trade.lateness().map(DeviationTables::late).orElse(""),
                    usd(trade.parts().total()),
                    points(Deviation.basisPoints(trade.parts().total(), trade.traded())),
                    mostly(trade));
        }
        return table;
    }

    /** How late, in the largest unit that tells it; nothing where it came in time. */
    static String late(Duration late) {
        long seconds = late.toSeconds();
        long size = Math.abs(seconds);
        if (seconds == 0) {
            return "";
        }
        if (size < 120) {
            return seconds + " s";
        }
        return size < 7200 ? late.toMinutes() + " min" : late.toHours() + " h";
    }

    /** The cause that made the most of it; of a trade that was missed, why. */
    static String mostly(TradeDeviation trade) {
        Function<Map.Entry<DeviationPart, BigDecimal>, BigDecimal> size =
                entry -> entry.getValue().abs();
        return trade.missed()
                .map(missed -> "missed: " + missed.explain())
                .or(() -> trade.extra().map(extra -> "extra: " + extra.explain()))
                .orElseGet(() -> trade.parts().amounts().entrySet().stream()
                        .max(Comparator.comparing(size))
                        .map(entry -> entry.getKey().label() + failed(trade))
                        .orElse(""));
    }

    private static String failed(TradeDeviation trade) {
        return trade.runs().live().filter(Trade::isFailed).isPresent() ? " of an attempt that failed" : "";
    }
}
