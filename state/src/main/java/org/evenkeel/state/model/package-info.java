/**
 * The values of the ledger: positions, trades, triggers, outcomes. Quantities and money are exact decimals; prices and
 * weights are doubles. Money is in units of a chain's reserve asset, which stands for US dollars.
 *
 * <p>Entry type: {@link org.evenkeel.state.model.Portfolio}.
 */
@NullMarked
package org.evenkeel.state.model;

import org.jspecify.annotations.NullMarked;
