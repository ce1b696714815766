package org.evenkeel.report.view;

/** Makes islands for tests outside this package. */
public final class IslandBuilder {
    private IslandBuilder() {}

    /** An island of one member. */
    public static Island of(String id, String name, Object value) {
        return new Island(id).with(name, value);
    }

    /** A column to six digits. */
    public static Island.Column column(double... values) {
        return new Island.Column(values, 6);
    }
}
