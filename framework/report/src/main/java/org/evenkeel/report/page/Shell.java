package org.evenkeel.report.page;

import java.util.List;
import org.evenkeel.report.view.Island;

/**
 * What a page is made of beside its sections.
 *
 * @param title the title of the window
 * @param policy what the browser may run and load: this page's own scripts and style, by their hashes, and nothing else
 * @param style the style sheet
 * @param islands the data
 * @param scripts the scripts, in the order they are run in
 */
record Shell(String title, String policy, String style, List<Script> islands, List<Script> scripts) {
    /** The shell of a page with the house's style. */
    static Shell of(String title, List<Island> islands, List<Script> scripts) {
        String style = Assets.style();
        return new Shell(
                title,
                Policy.of(style, scripts),
                style,
                islands.stream().map(IslandWriter::script).toList(),
                scripts);
    }
}
