/**
 * What the choice of the best run is worth on periods that it was not chosen by: walk-forward, purged and
 * combinatorially purged cross-validation, and the statistics of overfitting.
 *
 * <p>Entry type: {@link org.evenkeel.sweep.validation.Overfitting}.
 */
@NullMarked
package org.evenkeel.sweep.validation;

import org.jspecify.annotations.NullMarked;
