package org.evenkeel.report.sweep.view;

/** What there is to see in a cell of a map. The page's scripts know them by their places in this list. */
public enum CellState {
    /** A figure. */
    VALUE,
    /** A run that ended, without this figure. */
    UNDEFINED,
    /** A run that failed. */
    FAILED,
    /** A combination that the strategy rules out. */
    INVALID,
    /** Nothing was run here. */
    NOT_RUN
}
