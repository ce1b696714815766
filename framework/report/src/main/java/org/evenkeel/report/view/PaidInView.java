package org.evenkeel.report.view;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.state.model.Trade;

/**
 * The money that was put in against what it came to, in cash and in assets: for a run that money flows into, or that
 * buys on and on.
 *
 * @param sentence what was put in and what it came to
 * @param times of the curve, in epoch milliseconds
 * @param paidIn deposits less withdrawals up to each, in USD
 * @param value of the book at each, in USD
 * @param cash the part of it that is cash, in USD
 */
public record PaidInView(String sentence, long[] times, double[] paidIn, double[] value, double[] cash) {
    private static final int FEWEST_BUYS = 6;
    private static final double MOSTLY = 0.9;
    private static final double CENT = 0.01;

    /** The money of a run; empty for a run whose money came in once and is turned over. */
    public static Optional<PaidInView> of(Run run) {
        EquityCurve curve = run.curve();
        double[] paidIn = new double[curve.size()];
        for (int point = 0; point < paidIn.length; point++) {
            paidIn[point] = (point == 0 ? 0 : paidIn[point - 1]) + Curves.flow(curve, point);
        }
        boolean flows = paidIn[paidIn.length - 1] != paidIn[0]
                || Arrays.stream(paidIn).distinct().count() > 1;
        return (flows && !isGasAlone(run, paidIn)) || buysOnAndOn(run)
                ? Optional.of(new PaidInView(
                        sentence(paidIn, curve.equity()), curve.times(), paidIn, curve.equity(), run.cash()))
                : Optional.empty();
    }

    /** Whether all that came in later is what gas took, which is paid with a coin that the book does not hold. */
    private static boolean isGasAlone(Run run, double[] paidIn) {
        double gas = TradeFigures.transferGas(run.book()).doubleValue();
        for (Trade trade : run.book().trades()) {
            gas += trade.plan().gasFromOutside() ? trade.gas().doubleValue() : 0;
        }
        double later = paidIn[paidIn.length - 1] - paidIn[0];
        boolean onlyIn = IntStream.range(1, paidIn.length).allMatch(point -> paidIn[point] >= paidIn[point - 1]);
        return run.info().isLive() && onlyIn && later <= gas + CENT;
    }

    /** Whether nearly all of its trades are buys, at many times. */
    private static boolean buysOnAndOn(Run run) {
        Set<Long> times = new HashSet<>();
        int buys = 0;
        for (Fills.Filled filled : run.fills().all()) {
            if (filled.isBuy()) {
                buys++;
                times.add(filled.time());
            }
        }
        return times.size() >= FEWEST_BUYS && buys >= MOSTLY * run.fills().all().size();
    }

    private static String sentence(double[] paidIn, double[] value) {
        double in = paidIn[paidIn.length - 1];
        double out = value[value.length - 1];
        String gain = in > 0 ? ", " + Numbers.change(out / in - 1) + " on the money put in" : "";
        return Numbers.money(in) + " USD were put in on balance and came to " + Numbers.money(out) + " USD" + gain
                + ".";
    }

    /** The columns for the chart. */
    public Island island() {
        Thinning thinning = Thinning.of(value, EquityView.MOST_POINTS);
        return new Island("paidin")
                .with("times", thinning.of(times))
                .with("paidIn", new Island.Column(thinning.of(paidIn), 8))
                .with("value", new Island.Column(thinning.of(value), 8))
                .with("cash", new Island.Column(thinning.of(cash), 8));
    }
}
