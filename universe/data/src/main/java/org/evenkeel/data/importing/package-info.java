/**
 * Makes data sets of what exchanges and people have: CSV of candles, CSV of closes with a column an instrument, zip of
 * CSV, and Parquet that needs repair. Nothing is filled in, and no row is left out without saying so.
 *
 * <p>Entry type: {@link org.evenkeel.data.importing.Importer}.
 */
@NullMarked
package org.evenkeel.data.importing;

import org.jspecify.annotations.NullMarked;
