package org.evenkeel.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.evenkeel.report.picture.CandlesPicture;
import org.evenkeel.report.picture.TimePicture;
import org.evenkeel.report.view.AllocationView;
import org.evenkeel.report.view.CandlesView;
import org.evenkeel.report.view.LineData;
import org.evenkeel.report.view.NormalisedView;
import org.evenkeel.report.view.PaidInView;
import org.evenkeel.report.view.Run;
import org.evenkeel.report.view.Texts;

/**
 * The other plots of a run as pictures: {@code value.png} and {@code weights.png}, what was held, stacked; {@code
 * savings.png}, the money put in and what it came to, for a run that money flows into; {@code prices.png}, all pairs from
 * one start; and {@code trades-1.png} and so on, the trades of the pairs traded most, on candles.
 */
public final class RunPictures {
    private static final int MOST_PAIRS = 6;
    private static final int MOST_LINES = 14;

    private RunPictures() {}

    /**
     * Writes those pictures that there is something to draw for.
     *
     * @param folder where to; made where it is not there, and files in it are replaced
     * @return the files
     * @throws UncheckedIOException when they cannot be written
     */
    public static List<Path> write(ReportInput input, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder " + folder + " for pictures cannot be made: check that it may be.", e);
        }
        List<Path> files = new ArrayList<>();
        all(RunFigures.run(input)).forEach((name, png) -> files.add(Documents.write(folder.resolve(name), png)));
        return files;
    }

    private static SequencedMap<String, byte[]> all(Run run) {
        SequencedMap<String, byte[]> pictures = new LinkedHashMap<>();
        AllocationView held = AllocationView.of(run);
        if (held.times().length > 1) {
            pictures.put("value.png", value(run, held));
            pictures.put("weights.png", weights(run, held));
        }
        PaidInView.of(run).ifPresent(paid -> pictures.put("savings.png", savings(run, paid)));
        NormalisedView prices = NormalisedView.of(run);
        if (!prices.lines().isEmpty()) {
            pictures.put("prices.png", prices(run, prices));
        }
        List<CandlesView.Pane> panes = CandlesView.of(run).panes().stream()
                .filter(pane -> pane.trades() > 0)
                .limit(MOST_PAIRS)
                .toList();
        for (int i = 0; i < panes.size(); i++) {
            CandlesView.Pane pane = panes.get(i);
            pictures.put(
                    "trades-" + (i + 1) + ".png",
                    CandlesPicture.png(title(run, ": trades of " + pane.label()), pane.drawing()));
        }
        return pictures;
    }

    /** The heading of a picture of a run. */
    static String title(Run run, String what) {
        String title = Texts.label(run.info().strategy()) + " on "
                + Texts.label(run.info().data().name()) + what;
        return run.isSynthetic() ? title + " (synthetic data)" : title;
    }

    private static byte[] weights(Run run, AllocationView held) {
        double[] whole = new double[held.times().length];
        Arrays.fill(whole, 100);
        return new TimePicture(title(run, ": weights"), "%")
                .stacked(layers(held, whole), true)
                .png();
    }

    private static byte[] value(Run run, AllocationView held) {
        return new TimePicture(title(run, ": value held"), "USD")
                .stacked(layers(held, held.totals()), true)
                .png();
    }

    /** The shares of what was held, times a column, and cash on top. */
    private static List<LineData> layers(AllocationView held, double[] factors) {
        List<LineData> layers = new ArrayList<>();
        held.shares()
                .forEach(
                        share -> layers.add(new LineData(share.label(), held.times(), times(share.values(), factors))));
        layers.add(new LineData("Cash", held.times(), times(held.cash(), factors)));
        return layers;
    }

    private static double[] times(double[] column, double[] factors) {
        double[] product = new double[column.length];
        Arrays.setAll(product, i -> column[i] * factors[i]);
        return product;
    }

    private static byte[] savings(Run run, PaidInView paid) {
        double[] assets = new double[paid.value().length];
        Arrays.setAll(assets, i -> paid.value()[i] - paid.cash()[i]);
        return new TimePicture(title(run, ": money put in"), "USD")
                .stacked(
                        List.of(
                                new LineData("Assets", paid.times(), assets),
                                new LineData("Cash", paid.times(), paid.cash())),
                        true)
                .steps(new LineData("Money put in", paid.times(), paid.paidIn()))
                .png();
    }

    private static byte[] prices(Run run, NormalisedView prices) {
        TimePicture picture =
                new TimePicture(title(run, ": prices from one start"), "times the first price").withLegendBeside();
        for (int i = 0; i < Math.min(MOST_LINES, prices.lines().size()); i++) {
            picture.alike(prices.lines().get(i), i);
        }
        boolean isWide = prices.isWide();
        return (isWide ? picture.logarithmic() : picture.withDecimals("#,##0.0#")).png();
    }
}
