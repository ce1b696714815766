package org.evenkeel.metrics;

/** Why a figure is undefined. */
public enum UndefinedReason {
    TOO_FEW_RETURNS("there are too few returns"),
    TOO_SHORT_FOR_A_YEAR("less than 30 days are too short for figures of a year"),
    NO_VARIATION("the returns do not vary"),
    NO_LOSSES("nothing was lost"),
    NO_WINS("nothing was won"),
    NO_LOWER_TAIL("the return at the 5 % percentile is zero"),
    NO_DRAWDOWN("there was no drawdown"),
    EQUITY_NOT_POSITIVE("the equity was not positive, and there is no return on nothing or on a debt"),
    NO_TIMESTAMPS("the returns came without timestamps"),
    NO_EQUITY("the returns came without an equity curve"),
    NO_BENCHMARK("no benchmark was given"),
    TOO_FEW_COMMON_TIMES("equity and benchmark have too few times in common"),
    BENCHMARK_NOT_POSITIVE("the benchmark was not positive, and there is no return on nothing or on a debt"),
    BENCHMARK_DOES_NOT_VARY("the benchmark's returns do not vary"),
    BENCHMARK_NEVER_ROSE("the benchmark never rose"),
    BENCHMARK_NEVER_FELL("the benchmark never fell"),
    NO_TRADE_DATA("nothing about trades was given"),
    NO_CLOSED_TRADES("no position was closed"),
    TOO_FEW_CLOSED_TRADES("fewer than two positions were closed, or all with the same profit"),
    NO_EXPOSURE_DATA("no exposure was recorded"),
    TOO_FEW_TRIALS("there are fewer than two trials to choose from"),
    DIFFERENT_PERIODS("the trials have different periods, as where their cycle differs"),
    NOT_TRIED("it was not tried"),
    TOO_MANY_FAILED("more than a tenth of the runs that it is made of failed"),
    TOO_LARGE("the figure exceeds what a double can hold");

    private final String sentence;

    UndefinedReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in words, without capital or full stop. */
    public String sentence() {
        return sentence;
    }
}
