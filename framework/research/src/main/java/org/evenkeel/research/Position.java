package org.evenkeel.research;

/**
 * A holding of an asset from its first buy to the sale of its last unit, or to the end of the prices.
 *
 * @param asset which
 * @param span when it was held
 * @param units how much was traded, and at what price
 * @param money what went in and came out
 */
public record Position(int asset, Span span, Units units, Money money) {
    /**
     * When it was held.
     *
     * @param entryRow the row of the first buy
     * @param exitRow the row of the last sale; the last row of the prices where it is open
     * @param open whether it is still held
     */
    public record Span(int entryRow, int exitRow, boolean open) {
        /** How many rows it was held. */
        public int rows() {
            return exitRow - entryRow;
        }
    }

    /**
     * How much was traded.
     *
     * @param bought units bought in all
     * @param entryPrice what they cost on average, slippage in, without fees
     * @param sold units sold in all
     * @param exitPrice what they brought on average, slippage in, without fees; NaN where none was sold
     */
    public record Units(double bought, double entryPrice, double sold, double exitPrice) {}

    /**
     * What went in and came out.
     *
     * @param spent on buys, fees in
     * @param received from sales, fees off
     * @param value of what is still held, at its last price
     * @param fees of all its trades
     */
    public record Money(double spent, double received, double value, double fees) {}

    /** What it earned, fees off, with what is still held at its last price. */
    public double profit() {
        return money.received() + money.value() - money.spent();
    }

    /** What it earned for each unit of money that was spent on it. */
    public double profitShare() {
        return profit() / money.spent();
    }
}
