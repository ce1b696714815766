package org.evenkeel.market;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one most likely meant, by edit distance (Levenshtein 1966). */
public final class NearestName {
    private NearestName() {}

    /**
     * The nearest of the known names; the empty text where none is known.
     *
     * @param name what was typed
     * @param known what there is
     */
    public static String of(String name, Collection<String> known) {
        return nearest(name, known).orElse("");
    }

    /** The nearest of the known names if it is but a slip away: a third of the letters typed, and at most three. */
    public static Optional<String> slip(String name, Collection<String> known) {
        int most = Math.clamp(plain(name).length() / 3, 1, 3);
        return nearest(name, known).filter(candidate -> distance(plain(name), plain(candidate)) <= most);
    }

    private static Optional<String> nearest(String name, Collection<String> known) {
        String typed = plain(name);
        return known.stream().min(Comparator.comparingInt(candidate -> distance(typed, plain(candidate))));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
