/**
 * The sample market: made-up prices that behave like a market, so that everything can be tried without any data.
 *
 * <p>Entry type: {@link org.evenkeel.data.sample.SampleMarket}.
 */
@NullMarked
package org.evenkeel.data.sample;

import org.jspecify.annotations.NullMarked;
