/**
 * A market that never was: made-up candles of the ten pairs that the examples trade, so that everything runs before any
 * data is at hand. Its results say nothing about real markets, and it is labelled wherever they are shown.
 *
 * <p>Entry type: {@link org.evenkeel.data.sample.SampleMarket}.
 */
@NullMarked
package org.evenkeel.data.sample;

import org.jspecify.annotations.NullMarked;
