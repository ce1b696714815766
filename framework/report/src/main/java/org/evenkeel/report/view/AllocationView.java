package org.evenkeel.report.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.state.model.Cycle;

/**
 * What share of the book was in what after the trades of each decision: quantities held, at the prices that the
 * decision saw, and the cash. The shares of a decision add up to 1.
 *
 * @param times the decisions, in epoch milliseconds
 * @param totals what all was worth, in USD
 * @param cash the share that was cash
 * @param shares the shares of pairs, the largest on average first
 */
public record AllocationView(long[] times, double[] totals, double[] cash, List<Share> shares) {
    /** More than this many colours cannot be told apart. */
    private static final int MOST_SHARES = 14;

    /**
     * The share of one pair.
     *
     * @param label the pair's name; what is left of many pairs is called "others"
     * @param values its share after each decision, from 0 to 1
     */
    public record Share(String label, double[] values) {
        double sum() {
            return Arrays.stream(values).sum();
        }
    }

    /** The allocation of a run. */
    public static AllocationView of(Run run) {
        List<Cycle> cycles = run.book().cycles();
        double[][] values = new Holdings(run).valuesAfterDecisions();
        double[] cash = new double[cycles.size()];
        double[] totals = new double[cycles.size()];
        for (int cycle = 0; cycle < cash.length; cycle++) {
            totals[cycle] = total(values, cycle, cycles.get(cycle).result().cash());
            cash[cycle] = toShares(values, cycle, cycles.get(cycle).result().cash(), totals[cycle]);
        }
        List<Share> shares = new ArrayList<>();
        for (int pair = 0; pair < values.length; pair++) {
            shares.add(new Share(run.labels().all().get(pair), values[pair]));
        }
        shares.removeIf(share -> share.sum() == 0);
        shares.sort(Comparator.comparingDouble(Share::sum).reversed());
        long[] times =
                cycles.stream().mapToLong(cycle -> cycle.at().toEpochMilli()).toArray();
        return new AllocationView(times, totals, cash, merged(shares, times.length));
    }

    private static double total(double[][] values, int cycle, double cash) {
        double total = cash;
        for (double[] pair : values) {
            total += pair[cycle];
        }
        return total;
    }

    /** Turns the values of a decision into shares of all, and tells the share of the cash. */
    private static double toShares(double[][] values, int cycle, double cash, double total) {
        for (double[] pair : values) {
            pair[cycle] = total > 0 ? pair[cycle] / total : 0;
        }
        return total > 0 ? cash / total : 1;
    }

    private static List<Share> merged(List<Share> shares, int length) {
        if (shares.size() <= MOST_SHARES) {
            return List.copyOf(shares);
        }
        List<Share> small = shares.subList(MOST_SHARES - 1, shares.size());
        double[] others = IntStream.range(0, length)
                .mapToDouble(at ->
                        small.stream().mapToDouble(share -> share.values()[at]).sum())
                .toArray();
        List<Share> merged = new ArrayList<>(shares.subList(0, MOST_SHARES - 1));
        merged.add(new Share(small.size() + " others", others));
        return List.copyOf(merged);
    }

    /** Whether there is one decision alone, and so no course of shares. */
    public boolean isSingle() {
        return times.length == 1;
    }

    /** What share of the book was in what after the last decision, in a sentence. */
    public String last() {
        int last = times.length - 1;
        StringBuilder text = new StringBuilder("After the trades of the only decision so far: ");
        for (Share share : shares) {
            text.append(share.label())
                    .append(' ')
                    .append(Numbers.percent(share.values()[last]))
                    .append(", ");
        }
        return text.append("cash ")
                .append(Numbers.percent(cash[last]))
                .append('.')
                .toString();
    }

    /** The columns for the chart. */
    public Island island() {
        Thinning thinning = Thinning.of(totals, EquityView.MOST_POINTS);
        List<Object> lines = new ArrayList<>();
        for (Share share : shares) {
            lines.add(Island.part()
                    .with("name", share.label())
                    .with("values", new Island.Column(thinning.of(share.values()), 4)));
        }
        return new Island("allocation")
                .with("times", thinning.of(times))
                .with("totals", new Island.Column(thinning.of(totals), 7))
                .with("cash", new Island.Column(thinning.of(cash), 4))
                .with("shares", lines);
    }
}
