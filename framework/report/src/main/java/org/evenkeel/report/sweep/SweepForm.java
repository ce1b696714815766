package org.evenkeel.report.sweep;

/** Which form of the strategy ran. */
public enum SweepForm {
    VECTORISED(
            "as arrays",
            "The strategy's array form: all orders at once, without a ledger. A test holds it to the engine's answers."),
    ENGINE(
            "through the engine",
            "The strategy's callbacks, cycle by cycle through the same engine as a backtest, with all its costs and limits.");

    private final String label;
    private final String sentence;

    SweepForm(String label, String sentence) {
        this.label = label;
        this.sentence = sentence;
    }

    /** A few words that go on from "was run". */
    public String label() {
        return label;
    }

    /** What that means. */
    public String sentence() {
        return sentence;
    }
}
