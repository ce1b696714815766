package org.evenkeel.cli;

import java.util.List;
import java.util.Locale;
import org.evenkeel.market.NearestName;

/** Words that an option takes. */
final class Words {
    private Words() {}

    /**
     * The word that was given, if it is one of those.
     *
     * @throws UsageException when it is not, with the nearest that is
     */
    static String choice(String option, String given, List<String> words) {
        String word = given.toLowerCase(Locale.ROOT);
        if (!words.contains(word)) {
            throw new UsageException(option + " takes no '" + given + "'. Did you mean '" + NearestName.of(given, words)
                    + "'? It takes " + String.join(", ", words) + ".");
        }
        return word;
    }
}
