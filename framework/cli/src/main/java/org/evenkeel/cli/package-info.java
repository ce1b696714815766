/**
 * The command line: the only place where strategies, data, ports and files are wired together. Results go to standard
 * output, progress and errors to standard error.
 *
 * <p>Entry type: {@link org.evenkeel.cli.Main}.
 */
@NullMarked
package org.evenkeel.cli;

import org.jspecify.annotations.NullMarked;
