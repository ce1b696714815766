/**
 * Data sets that grow: candles as they are collected, a file a month, beside whatever the data set had before.
 *
 * <p>Entry type: {@link org.evenkeel.data.growing.GrowingDataSet}.
 */
@NullMarked
package org.evenkeel.data.growing;

import org.jspecify.annotations.NullMarked;
