/**
 * In which order, and how many of, the points of a grid are tried: all, some at random, or those that an evolution comes
 * upon.
 *
 * <p>Entry type: {@link org.evenkeel.sweep.search.Search}.
 */
@NullMarked
package org.evenkeel.sweep.search;

import org.jspecify.annotations.NullMarked;
