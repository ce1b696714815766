/**
 * Candles in Parquet files: read straight into columns of primitives, pruned by pair and time, and written so that
 * pruning pays. No file, however damaged, makes it throw anything but {@link org.evenkeel.market.DataException}.
 *
 * <p>Entry types: {@link org.evenkeel.data.parquet.CandleFile} to read, {@link org.evenkeel.data.parquet.CandleWriter}
 * to write.
 */
@NullMarked
package org.evenkeel.data.parquet;

import org.jspecify.annotations.NullMarked;
