package org.evenkeel.report.view;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Data for a script of the page: texts, numbers, columns, lists and further islands, by name. The page writes it as
 * JSON.
 */
public final class Island {
    private final String id;
    private final SequencedMap<String, Object> data = new LinkedHashMap<>();

    /**
     * A column of numbers.
     *
     * @param values the numbers; NaN where there is none, which becomes null
     * @param digits how many significant digits are worth their bytes
     */
    public record Column(double[] values, int digits) {}

    /** Nothing yet, under a name. */
    public Island(String id) {
        this.id = id;
    }

    /** A part of another island, without a name of its own. */
    public static Island part() {
        return new Island("");
    }

    /** Adds a member and returns the same island. */
    public Island with(String name, Object value) {
        data.put(name, value);
        return this;
    }

    /** The name under which the script finds it. */
    public String id() {
        return id;
    }

    /** What it holds, in order. */
    public SequencedMap<String, Object> data() {
        return Collections.unmodifiableSequencedMap(data);
    }
}
