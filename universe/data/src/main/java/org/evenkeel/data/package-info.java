/**
 * Data sets: folders of Parquet files with a {@code pairs.json}, opened as what the market room knows.
 *
 * <p>The rooms beneath: {@code .pairs} reads and writes the list of pairs, {@code .columns} is what candle files have
 * in common, {@code .parquet} and {@code .store} read and write files, {@code .importing} makes data sets of other
 * formats, {@code .check} looks for faults, {@code .sample} makes the sample market.
 *
 * <p>Entry type: {@link org.evenkeel.data.DataSets}.
 */
@NullMarked
package org.evenkeel.data;

import org.jspecify.annotations.NullMarked;
