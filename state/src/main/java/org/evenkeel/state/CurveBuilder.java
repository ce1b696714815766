package org.evenkeel.state;

import java.time.Instant;
import java.util.Arrays;
import org.evenkeel.state.model.EquityCurve;

/** The columns of an equity curve while they grow. */
final class CurveBuilder {
    private long[] times = new long[16];
    private double[] equity = new double[16];
    private double[] cash = new double[16];
    private double[] flows = new double[16];
    private int size;
    private double pendingFlow;

    static CurveBuilder restored(EquityCurve saved, double pendingFlow) {
        CurveBuilder builder = new CurveBuilder();
        for (int point = 0; point < saved.size(); point++) {
            builder.pendingFlow = saved.flows()[point];
            builder.point(saved.time(point), saved.equity()[point], saved.cash()[point]);
        }
        builder.pendingFlow = pendingFlow;
        return builder;
    }

    /** Money that came in (or went out) since the last point; it belongs to the next one. */
    void flow(double amount) {
        pendingFlow += amount;
    }

    void point(Instant at, double equityUsd, double cashUsd) {
        long time = at.toEpochMilli();
        if (size > 0 && time < times[size - 1]) {
            throw new IllegalStateException("The book is valued at " + at + ", after it was valued at "
                    + Instant.ofEpochMilli(times[size - 1]) + ": an equity curve never goes back in time.");
        }
        if (size == times.length) {
            grow();
        }
        times[size] = time;
        equity[size] = equityUsd;
        cash[size] = cashUsd;
        flows[size] = pendingFlow;
        pendingFlow = 0;
        size++;
    }

    private void grow() {
        int capacity = size * 2;
        times = Arrays.copyOf(times, capacity);
        equity = Arrays.copyOf(equity, capacity);
        cash = Arrays.copyOf(cash, capacity);
        flows = Arrays.copyOf(flows, capacity);
    }

    double pendingFlow() {
        return pendingFlow;
    }

    EquityCurve build() {
        return new EquityCurve(
                Arrays.copyOf(times, size),
                Arrays.copyOf(equity, size),
                Arrays.copyOf(cash, size),
                Arrays.copyOf(flows, size));
    }
}
