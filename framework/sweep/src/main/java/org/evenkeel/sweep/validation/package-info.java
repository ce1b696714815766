/**
 * What the choice of the best run is worth on periods that it was not chosen by: walk-forward, purged and
 * combinatorially purged cross-validation, and the statistics of overfitting.
 *
 * <p>Entry types: {@link org.evenkeel.sweep.validation.Overfitting} for a sweep that was made, {@link
 * org.evenkeel.sweep.validation.WalkForward} for one that is made again in every fold.
 */
@NullMarked
package org.evenkeel.sweep.validation;

import org.jspecify.annotations.NullMarked;
