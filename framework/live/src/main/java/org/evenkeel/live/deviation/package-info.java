/**
 * What a run that was made as time went by came to, against the same run as a backtest on the recorded data, and why.
 *
 * <p>The method is that of the implementation shortfall (A. Perold, "The Implementation Shortfall: Paper versus Reality",
 * Journal of Portfolio Management 14(3), 1988): the backtest is the paper portfolio, the live run the real one, and what
 * lies between them is split by its causes as R. Kissell does ("The Expanded Implementation Shortfall", Journal of Trading
 * 1(3), 2006: delay, price movement, impact, fees, opportunity). Here it is an identity: the parts add up to the difference
 * of the two equities, and what they leave is shown.
 *
 * <ol>
 *   <li>The backtest begins with the live run's first decision and gets the money that the live run got, when it got it.
 *       Gas that was paid with a coin that no book holds is taken off the live equity at the end, for it was paid.
 *   <li>Trades are matched by the tick of their cycle, their pair and their side; where there are several, those of one
 *       reason first, each in its order.
 *   <li>What a trade lost where it was executed is compared in money of that moment. With q the live quantity, m the mid
 *       price, s = +1 for a buy and −1 for a sale: price and delay are s·q·(m of the backtest − m live); of a trade that
 *       came a candle or more later (or earlier) than in the backtest, delay is the part by which the recorded market had
 *       moved until then. What a fill lost beyond its fees and impact at its mid price is slippage. Fees, impact and slippage of
 *       the backtest are scaled to the live size, so that they differ only where their rates do.
 *   <li>What is held differs after a trade that was missed, extra, or of another size. The portfolio of these
 *       differences, live less backtest, is carried on as lots: a later difference the other way ends the oldest lot first,
 *       at the backtest's mid price of the later trade (the live one's where the backtest had none), and what the lot has won or lost by then is the
 *       result of the trade that opened it. Lots that are still open at the end are valued at what a sale brings then. Thus a trade that was
 *       missed is judged by the time for which its asset was not held, and not by what happened to the price for ever
 *       after.
 *   <li>The costs that a missed trade saved, and those of an extra one, are part of its result. Gas spent on attempts that
 *       failed is gas.
 * </ol>
 *
 * <p>Entry type: {@link org.evenkeel.live.deviation.Deviation}.
 */
@NullMarked
package org.evenkeel.live.deviation;

import org.jspecify.annotations.NullMarked;
