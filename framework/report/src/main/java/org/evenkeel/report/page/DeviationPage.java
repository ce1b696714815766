package org.evenkeel.report.page;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import org.evenkeel.report.deviation.DeviationInput;

/** The whole page of a deviation. */
public final class DeviationPage {
    private static final int EXPECTED_LENGTH = 1 << 21;

    private DeviationPage() {}

    /** The page as HTML. The same deviation gives the same page, to the last byte. */
    public static String of(DeviationInput input) {
        DeviationSections sections = DeviationSections.of(input);
        List<Script> scripts = List.of(
                new Script(Assets.CHARTS_ID, Assets.charts()),
                new Script("deviation", Assets.scripts(Assets.OF_DEVIATION)));
        String title = sections.synthetic() ? sections.title() + " (synthetic data)" : sections.title();
        StringOutput out = new StringOutput(EXPECTED_LENGTH);
        JtedeviationGenerated.render(
                new OwaspHtmlTemplateOutput(out),
                new Untouched(),
                Shell.of(title, sections.waterfall().stream().toList(), scripts),
                sections);
        return out.toString();
    }
}
