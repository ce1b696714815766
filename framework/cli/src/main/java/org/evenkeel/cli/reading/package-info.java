/**
 * {@code inspect}, {@code replay}, {@code diff}, {@code report}, {@code metrics} and {@code deviation}: what is read
 * of runs that were made.
 *
 * <p>Nothing here changes a run.
 */
@NullMarked
package org.evenkeel.cli.reading;

import org.jspecify.annotations.NullMarked;
