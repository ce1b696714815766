package org.evenkeel.live.deviation;

/** A cause by which a live run comes to another equity than its backtest. */
public enum DeviationPart {
    /** The market moved between the backtest's fill and a live one in a later (or earlier) candle. */
    DELAY("delay", "the market moved until a trade that came later or earlier than in the backtest"),
    /** The mid price of a live fill was another than the backtest's, though the time was the same. */
    PRICE("price drift", "the mid price at the fill was another than the backtest's"),
    /** A fill lost more than its fees and impact, or less. */
    SLIPPAGE("slippage", "fills lost more or less than fees and impact at their mid price"),
    /** A trade moved its price more than the backtest assumed, or less. */
    IMPACT("price impact", "trades moved their own price more or less than the backtest assumed"),
    /** Pools took other fees. */
    FEES("fees", "pools took other fees than the backtest assumed"),
    /** Transactions cost more gas than the backtest assumed, or less. */
    GAS("gas", "transactions cost other gas, those of failed attempts among it"),
    /** The backtest traded, the live run did not. */
    MISSED("missed trades", "the backtest traded and the live run did not"),
    /** The live run traded, the backtest did not. */
    EXTRA("extra trades", "the live run traded and the backtest did not"),
    /** The live run traded where the recorded candles have no price, so that the backtest could not. */
    UNPRICED("no recorded price", "the run traded where the recorded candles have no price: not split any further"),
    /** Trades were of another size, as a consequence of earlier differences. */
    SIZE("other sizes", "trades were of another size, because the books had come to differ"),
    /** Transfers between chains cost more, or less. */
    BRIDGES("bridges", "transfers between chains cost more or less, their gas among it"),
    /** Money that came in or went out in the one run and could not in the other. */
    FLOWS("withdrawals", "money was taken out that the backtest did not have"),
    /** What is held at the end is valued otherwise. */
    VALUATION("valuation", "what is held at the end was quoted otherwise, or its sale moves the price otherwise"),
    /** What the others leave: rounding. */
    REMAINDER("remainder", "what is left: rounding");

    private final String label;
    private final String words;

    DeviationPart(String label, String words) {
        this.label = label;
        this.words = words;
    }

    /** A short name for people. */
    public String label() {
        return label;
    }

    /** What it stands for, as part of a sentence. */
    public String words() {
        return words;
    }
}
