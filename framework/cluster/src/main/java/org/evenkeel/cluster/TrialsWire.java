package org.evenkeel.cluster;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.evenkeel.metrics.EquityCurve;
import org.evenkeel.sweep.Runner.Task;
import org.evenkeel.sweep.Trial;

/**
 * Runs that were made, on their way back. What they set is known to the driver and not sent; names of figures and times
 * of curves are sent again only where they differ from those of the run before.
 */
final class TrialsWire {
    private static final byte FAILED = 0;
    private static final byte DONE = 1;
    private static final byte DONE_WITH_CURVE = 2;

    private TrialsWire() {}

    /**
     * What came of a batch.
     *
     * @param nanos how long its runs took
     * @param trials in the order in which they were asked for
     */
    record Batch(long nanos, List<Trial> trials) {}

    static byte[] bytes(Batch batch) {
        return Wire.bytes(out -> {
            out.writeLong(batch.nanos());
            Writer writer = new Writer(out);
            for (Trial trial : batch.trials()) {
                writer.write(trial);
            }
        });
    }

    /**
     * Reads a batch.
     *
     * @param tasks what was asked for
     */
    static Batch read(byte[] bytes, List<Task> tasks) {
        return Wire.read(bytes, in -> {
            long nanos = in.readLong();
            Reader reader = new Reader(in);
            List<Trial> trials = new ArrayList<>(tasks.size());
            for (Task task : tasks) {
                trials.add(reader.read(task));
            }
            return new Batch(nanos, trials);
        });
    }

    private static final class Writer {
        private final DataOutput out;
        private List<String> names = List.of();
        private long[] times = {};

        Writer(DataOutput out) {
            this.out = out;
        }

        void write(Trial trial) throws IOException {
            switch (trial) {
                case Trial.Failed failed -> {
                    out.writeByte(FAILED);
                    Wire.text(out, failed.reason());
                }
                case Trial.Done done -> {
                    out.writeByte(done.curve().isPresent() ? DONE_WITH_CURVE : DONE);
                    figures(done.figures());
                    if (done.curve().isPresent()) {
                        curve(done.curve().get());
                    }
                }
            }
        }

        private void figures(SequencedMap<String, Double> figures) throws IOException {
            List<String> own = List.copyOf(figures.sequencedKeySet());
            out.writeBoolean(own.equals(names));
            if (!own.equals(names)) {
                Wire.texts(out, own);
                names = own;
            }
            for (double value : figures.sequencedValues()) {
                out.writeDouble(value);
            }
        }

        private void curve(EquityCurve curve) throws IOException {
            boolean same = Arrays.equals(curve.times(), times);
            out.writeBoolean(same);
            if (!same) {
                times = curve.times();
                Wire.longs(out, times);
            }
            Wire.doubles(out, curve.equity());
            Optional<double[]> flows = curve.findFlows();
            out.writeBoolean(flows.isPresent());
            if (flows.isPresent()) {
                Wire.doubles(out, flows.get());
            }
        }
    }

    private static final class Reader {
        private final DataInput in;
        private List<String> names = List.of();
        private long[] times = {};

        Reader(DataInput in) {
            this.in = in;
        }

        Trial read(Task task) throws IOException {
            byte kind = in.readByte();
            if (kind == FAILED) {
                return new Trial.Failed(task.number(), task.set(), Wire.text(in));
            }
            SequencedMap<String, Double> figures = figures();
            Optional<EquityCurve> curve = kind == DONE_WITH_CURVE ? Optional.of(curve()) : Optional.empty();
            return new Trial.Done(task.number(), task.set(), figures, curve);
        }

        private SequencedMap<String, Double> figures() throws IOException {
            boolean same = in.readBoolean();
            if (!same) {
                names = Wire.texts(in);
            }
            SequencedMap<String, Double> figures = new LinkedHashMap<>();
            for (String name : names) {
                figures.put(name, in.readDouble());
            }
            return Collections.unmodifiableSequencedMap(figures);
        }

        private EquityCurve curve() throws IOException {
            boolean same = in.readBoolean();
            if (!same) {
                times = Wire.longs(in);
            }
            EquityCurve curve = EquityCurve.of(times, Wire.doubles(in));
            return in.readBoolean() ? curve.withFlows(Wire.doubles(in)) : curve;
        }
    }
}
