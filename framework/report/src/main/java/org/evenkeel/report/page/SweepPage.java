package org.evenkeel.report.page;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Optional;
import org.evenkeel.report.sweep.view.Sweep;

/** The whole page of a sweep. */
public final class SweepPage {
    /** The name of the file that pages can share: the library that draws. */
    public static final String CHARTS_FILE = "echarts-5.3.1.min.js";

    private static final int EXPECTED_LENGTH = 1 << 21;

    private SweepPage() {}

    /**
     * The page as HTML. The same sweep gives the same page, to the last byte.
     *
     * @param charts where the library that draws is, from the page; within it where this is empty
     */
    public static String of(Sweep sweep, Optional<String> charts) {
        SweepSections sections = SweepSections.of(sweep);
        Script library = charts.map(file -> Script.in(Assets.CHARTS_ID, file))
                .orElseGet(() -> new Script(Assets.CHARTS_ID, Assets.charts()));
        List<Script> scripts = List.of(library, new Script("sweep", Assets.scripts(Assets.OF_SWEEP)));
        String title = sections.synthetic()
                ? sections.summary().title() + " (synthetic data)"
                : sections.summary().title();
        Shell shell = Shell.of(title, sections.islands(), scripts);
        StringOutput out = new StringOutput(EXPECTED_LENGTH);
        JtesweepGenerated.render(new OwaspHtmlTemplateOutput(out), new Untouched(), shell, sections);
        return out.toString();
    }

    /** The text of the file that pages can share. */
    public static String charts() {
        return Assets.charts();
    }
}
