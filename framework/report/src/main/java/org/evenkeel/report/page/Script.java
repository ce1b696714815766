package org.evenkeel.report.page;

import java.util.Optional;

/**
 * The text of a script or data element, which holds nothing that could end the element; or the file that a script is
 * in.
 *
 * @param id its name
 * @param text what goes between the tags; empty text where it is in a file
 * @param file where it is, from the page; empty where it is within the page
 */
record Script(String id, String text, Optional<String> file) {
    /** A script within the page. */
    Script(String id, String text) {
        this(id, text, Optional.empty());
    }

    /** A script in a file beside the page. */
    static Script in(String id, String file) {
        return new Script(id, "", Optional.of(file));
    }
}
