/**
 * {@code collect}: candles out of pools' logs, into a data set.
 *
 * <p>Entry type: {@link org.evenkeel.cli.collect.CollectJob}.
 */
@NullMarked
package org.evenkeel.cli.collect;

import org.jspecify.annotations.NullMarked;
