package org.evenkeel.state.store;

import java.util.Arrays;
import org.evenkeel.state.model.EquityCurve;

/** Columns of numbers, each on one line. */
final class Columns {
    private Columns() {}

    static void write(JsonOut out, EquityCurve curve) {
        out.objectOfLines("equityCurve").array("epochMillis");
        for (long time : curve.times()) {
            out.number(time);
        }
        out.end();
        write(out, "equity", curve.equity());
        write(out, "cash", curve.cash());
        write(out, "flows", curve.flows());
        out.end();
    }

    private static void write(JsonOut out, String name, double[] column) {
        out.array(name);
        for (double value : column) {
            out.realEntry(value);
        }
        out.end();
    }

    static EquityCurve read(JsonIn in) {
        in.object("equityCurve");
        long[] times = readNumbers(in, "epochMillis");
        EquityCurve curve =
                new EquityCurve(times, readReals(in, "equity"), readReals(in, "cash"), readReals(in, "flows"));
        in.endObject();
        return curve;
    }

    private static long[] readNumbers(JsonIn in, String name) {
        in.array(name);
        long[] column = new long[16];
        int size = 0;
        while (in.more()) {
            if (size == column.length) {
                column = Arrays.copyOf(column, size * 2);
            }
            column[size++] = in.number();
        }
        return Arrays.copyOf(column, size);
    }

    static double[] readReals(JsonIn in, String name) {
        in.array(name);
        double[] column = new double[16];
        int size = 0;
        while (in.more()) {
            if (size == column.length) {
                column = Arrays.copyOf(column, size * 2);
            }
            column[size++] = in.real();
        }
        return Arrays.copyOf(column, size);
    }
}
