package org.evenkeel.sweep.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evenkeel.research.Position;
import org.evenkeel.research.Simulation;

/**
 * What became of an asset in its own book.
 *
 * @param name the asset
 * @param equity of its book, beginning with the cash before the first trade
 * @param profits of its closed positions
 * @param opened how many positions were opened
 */
record AssetRun(String name, double[] equity, double[] profits, int opened) {
    /** Those of a simulation whose assets have a book each. */
    static List<AssetRun> of(Simulation simulation) {
        List<AssetRun> runs = new ArrayList<>();
        for (int asset = 0; asset < simulation.prices().assets().size(); asset++) {
            runs.add(of(simulation, asset));
        }
        return runs;
    }

    private static AssetRun of(Simulation simulation, int asset) {
        int start = simulation.prices().start();
        double[] equity = Arrays.copyOfRange(
                simulation.equity(asset), start, simulation.prices().rows());
        if (equity.length > 0) {
            equity[0] = simulation.initialCash(simulation.bookOf(asset));
        }
        int opened = 0;
        List<Double> profits = new ArrayList<>();
        for (Position position : simulation.positions()) {
            if (position.asset() == asset) {
                opened++;
                if (!position.span().open()) {
                    profits.add(position.profit());
                }
            }
        }
        double[] closed = profits.stream().mapToDouble(Double::doubleValue).toArray();
        return new AssetRun(simulation.prices().assets().get(asset), equity, closed, opened);
    }
}
