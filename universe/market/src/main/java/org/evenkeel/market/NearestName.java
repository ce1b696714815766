package org.evenkeel.market;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one most likely meant, by edit distance (Levenshtein 1966). */
public final class NearestName {
    /** Fewer letters than these are in many names. */
    private static final int FEW = 3;

    private NearestName() {}

    /**
     * Asks whether the name that was meant is one that is near: {@code " Did you mean 'cycle'?"}; the empty text where none
     * is, for a guess that is far-fetched misleads.
     */
    public static String hint(String name, Collection<String> known) {
        return near(name, known).map(meant -> " Did you mean '" + meant + "'?").orElse("");
    }

    /**
     * The nearest of the known names that are near: that hold what was typed or are held by it, or differ in no more
     * than a third of their letters, rounded up. The first of two that are equally near is taken.
     *
     * @param name what was typed
     * @param known what there is
     */
    public static Optional<String> near(String name, Collection<String> known) {
        String typed = plain(name);
        return nearest(
                name,
                known.stream()
                        .filter(candidate -> isNear(typed, plain(candidate)))
                        .toList());
    }

    private static boolean isNear(String typed, String candidate) {
        String shorter = typed.length() < candidate.length() ? typed : candidate;
        String longer = typed.length() < candidate.length() ? candidate : typed;
        return shorter.length() >= FEW && longer.contains(shorter)
                || distance(typed, candidate) <= Math.ceilDiv(longer.length(), 3);
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
