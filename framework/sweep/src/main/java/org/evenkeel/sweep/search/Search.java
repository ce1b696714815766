package org.evenkeel.sweep.search;

import java.util.Iterator;
import java.util.SequencedMap;

/** Chooses which points of a grid are tried. The same search makes the same choices, whoever makes the runs. */
public interface Search {
    /** Where points are tried. */
    @FunctionalInterface
    interface Trials {
        /**
         * Tries points, all independent of each other.
         *
         * @param points what to set, by name, none twice in a search; those that make no sense are left out
         * @param scores is told how good each of the others was, in their order: higher is better, NaN for one that
         *     failed or whose score is undefined
         * @return whether the search may go on; false where the user has ended it
         */
        boolean run(Iterator<SequencedMap<String, String>> points, Scores scores);
    }

    /** Who is told how good points were. */
    @FunctionalInterface
    interface Scores {
        /** A point's score. */
        void score(SequencedMap<String, String> point, double score);
    }

    /** Nobody. */
    Scores UNHEARD = (point, score) -> {};

    /** At most how many points are tried. */
    long most();

    /** Searches to the end, or until it is ended. */
    void run(Trials trials);

    /** In a few words, for a report. */
    String description();
}
