/**
 * The state on disk: {@code state.json}, a complete snapshot that people can read, and {@code journal.jsonl}, every
 * event on a line of its own, each line carrying the hash of the one before. The snapshot is the fold of the journal,
 * byte for byte; a store that is opened folds what the journal has beyond it. Damage is named, never skipped.
 *
 * <p>Entry types: {@link org.evenkeel.state.store.StateStore} to write, {@link org.evenkeel.state.store.StateFolder} to
 * read; {@link org.evenkeel.state.store.ChainedLog} keeps records of other modules as safely. {@link
 * org.evenkeel.state.store.StateException} is what goes wrong.
 */
@NullMarked
package org.evenkeel.state.store;

import org.jspecify.annotations.NullMarked;
