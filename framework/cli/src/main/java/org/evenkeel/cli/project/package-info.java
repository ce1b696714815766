/**
 * {@code new}: a project for a strategy of one's own, on the version that is installed.
 *
 * <p>Entry type: {@link org.evenkeel.cli.project.NewCommand}.
 */
@NullMarked
package org.evenkeel.cli.project;

import org.jspecify.annotations.NullMarked;
