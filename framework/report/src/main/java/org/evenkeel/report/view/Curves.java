package org.evenkeel.report.view;

import java.util.Arrays;
import java.util.Optional;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.replay.LastWorth;

/** From the ledger's equity curve to the one that figures are made of. */
public final class Curves {
    private static final double[] NO_FLOWS = {};

    private Curves() {}

    /** The curve of a book: up to its last worth, where that is told, else to its last valuation. */
    public static EquityCurve of(Portfolio book, Optional<LastWorth> worth) {
        return of(ledger(book, worth));
    }

    /** The same as the ledger has it. */
    static org.evenkeel.state.model.EquityCurve ledger(Portfolio book, Optional<LastWorth> worth) {
        return worth.map(last -> last.curve(book)).orElseGet(book::equityCurve);
    }

    /**
     * The same points, each time once: a run that went on after its end was valued there twice, and the later value
     * counts.
     */
    public static EquityCurve of(org.evenkeel.state.model.EquityCurve ledger) {
        long[] times = new long[ledger.size()];
        double[] equity = new double[ledger.size()];
        double[] flows = new double[ledger.size()];
        int size = 0;
        for (int point = 0; point < ledger.size(); point++) {
            boolean again = size > 0 && times[size - 1] == ledger.times()[point];
            int to = again ? size - 1 : size++;
            times[to] = ledger.times()[point];
            equity[to] = ledger.equity()[point];
            flows[to] += ledger.flows()[point];
        }
        return EquityCurve.of(Arrays.copyOf(times, size), Arrays.copyOf(equity, size))
                .withFlows(Arrays.copyOf(flows, size));
    }

    /** The cash at the points of {@link #of}. */
    static double[] cash(org.evenkeel.state.model.EquityCurve ledger) {
        double[] cash = new double[ledger.size()];
        int size = 0;
        for (int point = 0; point < ledger.size(); point++) {
            boolean again = size > 0 && ledger.times()[point - 1] == ledger.times()[point];
            cash[again ? size - 1 : size++] = ledger.cash()[point];
        }
        return Arrays.copyOf(cash, size);
    }

    /** The flow at a point; the first value of a curve counts as money that came in. */
    static double flow(EquityCurve curve, int point) {
        double[] flows = curve.findFlows().orElse(NO_FLOWS);
        double flow = point < flows.length ? flows[point] : 0;
        return point == 0 && flow == 0 ? curve.equity()[0] : flow;
    }

    /**
     * How far each point lies below the highest before it, as a fraction of it, 0 or less; NaN where that is nothing.
     */
    static double[] drawdown(EquityCurve curve) {
        double[] growth = curve.growth();
        double[] drawdown = new double[growth.length];
        double peak = Double.NEGATIVE_INFINITY;
        for (int point = 0; point < growth.length; point++) {
            peak = Math.max(peak, growth[point]);
            drawdown[point] = peak > 0 ? growth[point] / peak - 1 : Double.NaN;
        }
        return drawdown;
    }
}
