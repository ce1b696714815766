/**
 * What is owned, and why. Facts are events ({@link org.evenkeel.state.event.Event}); what is owned is their fold, the
 * {@link org.evenkeel.state.Ledger}. Nothing else changes it.
 *
 * <p>Entry type: {@link org.evenkeel.state.Ledger}.
 */
@NullMarked
package org.evenkeel.state;

import org.jspecify.annotations.NullMarked;
