package org.evenkeel.cluster;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.sweep.remote.StrategyCode;
import org.evenkeel.sweep.remote.Work;

/** What is run, on its way to the executors. The same work gives the same bytes, by which executors know it. */
final class WorkWire {
    private WorkWire() {}

    static byte[] bytes(Work work) {
        return Wire.bytes(out -> {
            Wire.text(out, work.strategy().className());
            Wire.text(out, work.data().location());
            Wire.text(out, work.data().fingerprint());
            write(out, work.runs());
        });
    }

    private static void write(DataOutput out, Work.Runs runs) throws IOException {
        Wire.map(out, new TreeMap<>(runs.first()));
        Wire.map(out, new TreeMap<>(runs.fixed()));
        instant(out, runs.period().from());
        instant(out, runs.period().to());
        out.writeDouble(runs.metrics().periodsPerYear().orElse(Double.NaN));
        out.writeDouble(runs.metrics().riskFreeRate());
        out.writeBoolean(runs.metrics().ranked());
        out.writeBoolean(runs.vectorised());
    }

    /** The work, without the jar: it is on the executor's class path by now. */
    static Work read(byte[] bytes) {
        return Wire.read(
                bytes,
                in -> new Work(
                        new StrategyCode(Wire.text(in), Optional.empty()),
                        new Work.Data(Wire.text(in), Wire.text(in)),
                        runs(in)));
    }

    private static Work.Runs runs(DataInput in) throws IOException {
        Map<String, String> first = Wire.map(in);
        Map<String, String> fixed = Wire.map(in);
        Backtest.Period period = new Backtest.Period(instant(in), instant(in));
        double periods = in.readDouble();
        OptionalDouble periodsPerYear = Double.isNaN(periods) ? OptionalDouble.empty() : OptionalDouble.of(periods);
        MetricsOptions metrics = new MetricsOptions(periodsPerYear, in.readDouble(), in.readBoolean());
        return new Work.Runs(first, fixed, period, metrics, in.readBoolean());
    }

    private static void instant(DataOutput out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private static Instant instant(DataInput in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }
}
