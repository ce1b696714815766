package org.evenkeel.report.page;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import org.evenkeel.report.sweep.WalkInput;

/** The whole page of a walk-forward. */
public final class WalkPage {
    private static final int EXPECTED_LENGTH = 1 << 21;

    private WalkPage() {}

    /** The page as HTML. The same walk gives the same page, to the last byte. */
    public static String of(WalkInput input) {
        WalkSections sections = WalkSections.of(input);
        List<Script> scripts = List.of(
                new Script(Assets.CHARTS_ID, Assets.charts()), new Script("walk", Assets.scripts(Assets.OF_WALK)));
        String title = sections.synthetic()
                ? sections.summary().title() + " (synthetic data)"
                : sections.summary().title();
        StringOutput out = new StringOutput(EXPECTED_LENGTH);
        JtewalkGenerated.render(
                new OwaspHtmlTemplateOutput(out),
                new Untouched(),
                Shell.of(title, sections.islands(), scripts),
                sections);
        return out.toString();
    }
}
