/**
 * The command line: the only place where strategies, data, ports and files are wired together. Results go to standard
 * output, progress and errors to standard error. Each family of commands has a room of its own below; they share what is
 * in {@code terminal}, {@code strategy} and {@code chain}, and see each other only in one direction.
 *
 * <p>Entry type: {@link org.evenkeel.cli.Main}.
 */
@NullMarked
package org.evenkeel.cli;

import org.jspecify.annotations.NullMarked;
