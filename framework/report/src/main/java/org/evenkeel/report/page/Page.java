package org.evenkeel.report.page;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import org.evenkeel.report.view.Run;

/** The whole page of a run. */
public final class Page {
    private static final int EXPECTED_LENGTH = 1 << 21;

    private Page() {}

    /** The page as HTML. The same run gives the same page, to the last byte. */
    public static String of(Run run) {
        Sections sections = Sections.of(run);
        List<Script> scripts = List.of(
                new Script(Assets.CHARTS_ID, Assets.charts()), new Script("report", Assets.scripts(Assets.OF_RUN)));
        Shell shell = Shell.of(title(sections), sections.islands(), scripts);
        StringOutput out = new StringOutput(EXPECTED_LENGTH);
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(out), new Untouched(), shell, sections);
        return out.toString();
    }

    private static String title(Sections sections) {
        String title = sections.header().strategy() + " on " + sections.header().data();
        return sections.synthetic() ? title + " (synthetic data)" : title;
    }
}
