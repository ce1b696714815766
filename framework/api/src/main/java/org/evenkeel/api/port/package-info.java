/**
 * Where the engine meets the world: time, prices, execution, bridges. A backtest, paper trading and live trading differ
 * in what they put here and in nothing else.
 *
 * <p>Entry type: {@link org.evenkeel.api.port.Ports}.
 */
@NullMarked
package org.evenkeel.api.port;

import org.jspecify.annotations.NullMarked;
