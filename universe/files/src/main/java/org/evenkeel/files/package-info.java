/**
 * Files of this machine that a power cut does not take back once they are written. A room of its own, below all that
 * writes such files, because universe/market, which these share, does no I/O.
 *
 * <p>Entry type: {@link org.evenkeel.files.DurableFiles}.
 */
@NullMarked
package org.evenkeel.files;

import org.jspecify.annotations.NullMarked;
