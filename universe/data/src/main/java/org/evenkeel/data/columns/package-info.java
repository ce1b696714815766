/**
 * The columns that candle files have, whatever the format: the names they go by, how their times are read, and their
 * values before anything was checked.
 *
 * <p>Entry type: {@link org.evenkeel.data.columns.RawCandles}.
 */
@NullMarked
package org.evenkeel.data.columns;

import org.jspecify.annotations.NullMarked;
