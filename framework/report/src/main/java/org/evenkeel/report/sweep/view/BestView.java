package org.evenkeel.report.sweep.view;

import java.util.List;
import java.util.Optional;
import org.evenkeel.metrics.Figure;
import org.evenkeel.metrics.Unit;
import org.evenkeel.report.sweep.SweepAsset;
import org.evenkeel.report.sweep.SweepBest;
import org.evenkeel.report.sweep.SweepCurve;
import org.evenkeel.report.sweep.SweepFigure;
import org.evenkeel.report.view.Island;
import org.evenkeel.report.view.LineData;
import org.evenkeel.report.view.Numbers;
import org.evenkeel.report.view.Texts;

/**
 * The best run.
 *
 * @param parameters its parameters
 * @param figures its figures
 * @param assets what it made of each asset, beside holding it
 * @param ahead on how many assets it made more than holding; empty text where no assets are known
 * @param island its equity and what to see it against; empty where it was not kept
 */
public record BestView(
        List<Summary.Tile> parameters, List<Row> figures, List<Asset> assets, String ahead, Optional<Island> island) {
    /** There is none. */
    static final BestView NONE = new BestView(List.of(), List.of(), List.of(), "", Optional.empty());

    /**
     * A figure.
     *
     * @param label its name
     * @param value what it is
     * @param reason why it is undefined; empty where it is defined
     * @param formula how it is computed; empty where that is not said
     */
    public record Row(String label, String value, String reason, String formula) {}

    /**
     * An asset.
     *
     * @param name its name
     * @param best the total return and the Sharpe ratio of the best run
     * @param held those of holding it
     * @param difference of the total returns
     */
    public record Asset(String name, Pair best, Pair held, String difference) {}

    /**
     * Two figures in words.
     *
     * @param totalReturn the total return
     * @param sharpe the Sharpe ratio
     */
    public record Pair(String totalReturn, String sharpe) {}

    /** The best run of a sweep. */
    public static BestView of(Sweep sweep) {
        return sweep.input().best().map(BestView::of).orElse(NONE);
    }

    private static BestView of(SweepBest best) {
        List<Summary.Tile> parameters = best.parameters().entrySet().stream()
                .map(entry -> new Summary.Tile(Texts.label(entry.getKey()), Texts.label(entry.getValue()), ""))
                .toList();
        return new BestView(
                parameters,
                rows(best.figures()),
                best.assets().stream().map(BestView::asset).toList(),
                ahead(best.assets()),
                best.equity().map(equity -> LineData.island("best", lines(best.curves()))));
    }

    static List<Row> rows(List<SweepFigure> figures) {
        return figures.stream()
                .map(one -> new Row(
                        Texts.label(one.label()),
                        FigureTexts.of(one.unit(), one.figure()),
                        FigureTexts.reason(one.figure()),
                        one.formula()))
                .toList();
    }

    static List<LineData> lines(List<SweepCurve> curves) {
        return curves.stream()
                .map(curve -> new LineData(curve.name(), curve.times(), curve.values()))
                .toList();
    }

    private static Asset asset(SweepAsset asset) {
        return new Asset(
                Texts.label(asset.name()), pair(asset.best()), pair(asset.held()), Numbers.change(difference(asset)));
    }

    private static double difference(SweepAsset asset) {
        return value(asset.best().totalReturn()) - value(asset.held().totalReturn());
    }

    private static double value(Figure figure) {
        return figure.find().orElse(Double.NaN);
    }

    private static Pair pair(SweepAsset.Result result) {
        return new Pair(
                FigureTexts.of(Unit.PERCENT, result.totalReturn()), FigureTexts.of(Unit.RATIO, result.sharpe()));
    }

    private static String ahead(List<SweepAsset> assets) {
        long more = assets.stream().filter(asset -> difference(asset) > 0).count();
        return assets.isEmpty()
                ? ""
                : "The best run made more than holding on " + more + " of " + assets.size() + " assets.";
    }
}
