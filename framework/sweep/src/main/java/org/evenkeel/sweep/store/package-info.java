/**
 * A sweep on disk: one row a run, the sampled returns, what was planned, and the ledger of all trials ever made.
 *
 * <p>Entry type: {@link org.evenkeel.sweep.store.SweepFolder}.
 */
@NullMarked
package org.evenkeel.sweep.store;

import org.jspecify.annotations.NullMarked;
