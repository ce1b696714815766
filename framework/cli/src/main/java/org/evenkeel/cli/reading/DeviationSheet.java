package org.evenkeel.cli.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.live.deviation.Deviation;
import org.evenkeel.live.deviation.DeviationPart;
import org.evenkeel.live.deviation.TradeDeviation;
import org.evenkeel.live.deviation.Unpriced;
import org.evenkeel.report.deviation.DeviationInput;
import org.evenkeel.report.view.PairLabels;
import org.evenkeel.state.model.RunInfo;

/** A deviation as its page wants it. */
final class DeviationSheet {
    private DeviationSheet() {}

    static DeviationInput of(RunInfo info, Deviation deviation) {
        PairLabels labels = new PairLabels(info.market().pairs());
        return new DeviationInput(
                new DeviationInput.Subject(
                        info.strategy(),
                        info.data().name(),
                        deviation.period().from(),
                        deviation.period().to(),
                        info.data().synthetic()),
                new DeviationInput.Equities(
                        deviation.equities().backtest().doubleValue(),
                        deviation.equities().live().doubleValue(),
                        deviation.traded().doubleValue()),
                causes(deviation),
                cause(
                        deviation,
                        "all",
                        "the run less the backtest",
                        deviation.equities().difference()),
                DeviationTables.worstFirst(deviation).stream()
                        .map(trade -> line(trade, labels))
                        .toList(),
                new DeviationInput.Basis(
                        deviation.valued(),
                        deviation.noYear(),
                        deviation.basis().unpriced().map(Unpriced::sentence)));
    }

    private static List<DeviationInput.Cause> causes(Deviation deviation) {
        List<DeviationInput.Cause> causes = new ArrayList<>();
        for (DeviationPart part : DeviationPart.values()) {
            BigDecimal amount = deviation.parts().get(part);
            if (amount.signum() != 0 || part == DeviationPart.REMAINDER) {
                causes.add(cause(deviation, part.label(), part.words(), amount));
            }
        }
        return causes;
    }

    private static DeviationInput.Cause cause(Deviation deviation, String label, String words, BigDecimal amount) {
        return new DeviationInput.Cause(
                label, words, amount.doubleValue(), deviation.ofTraded(amount), deviation.perYear(amount));
    }

    private static DeviationInput.Line line(TradeDeviation trade, PairLabels labels) {
        BigDecimal made = trade.parts().total();
        return new DeviationInput.Line(
                trade.tick(),
                trade.at(),
                labels.of(trade.pair()),
                trade.side().name().toLowerCase(Locale.ROOT),
                trade.traded().doubleValue(),
                trade.lateness().map(DeviationTables::late).orElse(""),
                made.doubleValue(),
                Deviation.basisPoints(made, trade.traded()),
                DeviationTables.mostly(trade));
    }
}
