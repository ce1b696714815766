package org.evenkeel.state.model;

/** What became of a signal or of a wanted trade. Every signal of a cycle ends in exactly one. */
public enum Outcome {
    /** It was traded as wanted. */
    TRADED("traded"),
    /** It was traded, but less than wanted: the price impact or the share of the pool was capped. */
    TRIMMED_TO_LIQUIDITY("trimmed to the pool's liquidity"),
    /** It was traded, but less than wanted: there was less cash. */
    TRIMMED_TO_CASH("trimmed to the cash at hand"),
    /** It waits for cash that is on its way from another chain. */
    WAITING_FOR_TRANSFER("waiting for cash from another chain"),
    /** Cash from another chain was to pay for it, and did not come: it is back where it was. */
    NO_TRANSFER("the cash from another chain did not come"),
    /** What is held is what is wanted. */
    UNCHANGED("nothing to change"),
    /** The signal does not reach the threshold. */
    BELOW_THRESHOLD("below the threshold"),
    /** Others ranked higher. */
    NOT_SELECTED("not among the best"),
    /** A negative signal, in a strategy that does not go short. */
    SHORTS_NOT_ALLOWED("negative, and shorts are not allowed"),
    /** The change is smaller than the smallest trade worth its costs. */
    BELOW_MINIMUM_TRADE("below the minimum trade"),
    /** The pair has no price yet. */
    NO_PRICE("no price"),
    /** The last price is too old to trade on. */
    STALE_PRICE("the last price is too old"),
    /** No candle to trade in came in time. */
    NO_CANDLE("no price to trade at came in time"),
    /** No path of pools leads from the reserve to the asset. */
    NO_ROUTE("no route from the reserve"),
    /** The pool is too shallow for any trade worth making. */
    NO_LIQUIDITY("not enough liquidity"),
    /** There was no cash left for it. */
    NO_CASH("no cash"),
    /** There was nothing to sell. */
    NOTHING_HELD("nothing held"),
    /** The pair does not pass the universe's filters now, so it may only be sold. */
    FILTERED("left out by the universe's filters"),
    /** The alpha model wanted a trade, but it was not among those that the strategy returned. */
    WITHDRAWN("not among the trades that the strategy returned"),
    /** Nothing was sent that could trade: the run was stopped before, or the market or a node was in the way. */
    NOT_SENT("never sent"),
    /** The run was stopped in the middle of the decision, and went on too late to trade on it. */
    TOO_LATE("too long after the decision"),
    /** While the decision was carried out a trigger of the pair fired, of which it knew nothing: it is not bought again. */
    TRIGGERED("a trigger fired meanwhile"),
    /** It was sent and did not happen. */
    REVERTED("reverted"),
    /** A limit of risk stood against it: what of, and by how much, is told when it happens. */
    REFUSED("refused by the risk limits"),
    /** Gas cost more than its cap, or the wallet had too little native coin to pay for it. */
    NO_GAS("gas too dear, or too little coin to pay it"),
    /** The token cannot be sold now, as was found by trying: it counts as worth nothing until it can. */
    FROZEN("frozen: it cannot be sold"),
    /** It was sent, and whether it happened is not known yet. */
    UNKNOWN("sent, outcome unknown");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** The outcome in a few words, for people. */
    public String words() {
        return words;
    }

    /** Whether something was traded. */
    public boolean isTraded() {
        return this == TRADED || this == TRIMMED_TO_LIQUIDITY || this == TRIMMED_TO_CASH;
    }
}
