/**
 * What is held back before anything is signed: trades that would cost too much, touch what nobody allowed, or buy what
 * cannot be sold.
 *
 * <p>Decisions are functions of figures, without a node or a clock; what a token does is found out by
 * {@link org.evenkeel.onchain.risk.TokenTrial} before. Amounts of tokens are whole base units; dollars are
 * exact decimals. Entry type: {@link org.evenkeel.onchain.risk.RiskGate}.
 */
@NullMarked
package org.evenkeel.onchain.risk;

import org.jspecify.annotations.NullMarked;
