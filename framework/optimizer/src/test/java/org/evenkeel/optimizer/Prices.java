package org.evenkeel.optimizer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.evenkeel.testkit.SharedData;

/**
 * Real closes from the data beside the project.
 *
 * @param names of the assets
 * @param table {@code [time][asset]}, NaN where an asset was not listed
 */
record Prices(List<String> names, double[][] table) {
    static Prices of(String file) {
        Path path = SharedData.path("equities-daily/" + file);
        try {
            List<String[]> lines = Files.readAllLines(path).stream()
                    .map(line -> line.split(",", -1))
                    .toList();
            double[][] table = lines.stream()
                    .skip(1)
                    .map(cells -> Arrays.stream(cells)
                            .skip(1)
                            .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                            .toArray())
                    .toArray(double[][]::new);
            return new Prices(Arrays.stream(lines.getFirst()).skip(1).toList(), table);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    /** Simple returns, NaN where a price or the one before is missing. */
    double[][] returns() {
        double[][] returns = new double[table.length - 1][names.size()];
        for (int row = 1; row < table.length; row++) {
            for (int i = 0; i < names.size(); i++) {
                returns[row - 1][i] = table[row][i] / table[row - 1][i] - 1;
            }
        }
        return returns;
    }

    /** The rows in which every asset has a return. */
    double[][] commonReturns() {
        return Arrays.stream(returns())
                .filter(row -> Arrays.stream(row).noneMatch(Double::isNaN))
                .toArray(double[][]::new);
    }

    double[] last() {
        return table[table.length - 1];
    }
}
