/**
 * The seam to runs on other machines: what such a place offers, what a run there needs to know, and how one is found by
 * its address. This module knows no such place itself.
 *
 * <p>Entry type: {@link org.evenkeel.sweep.remote.Cluster}.
 */
@NullMarked
package org.evenkeel.sweep.remote;

import org.jspecify.annotations.NullMarked;
