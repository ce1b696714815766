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

    void flow(double amount) {
        pendingFlow += amount;
    }

    void point(Instant at, double equityUsd, double cashUsd) {
        if (size == times.length) {
            grow();
        }
        times[size] = at.toEpochMilli();
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

    EquityCurve build() {
        return new EquityCurve(
                Arrays.copyOf(times, size),
                Arrays.copyOf(equity, size),
                Arrays.copyOf(cash, size),
                Arrays.copyOf(flows, size));
    }
}
