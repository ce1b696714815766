/**
 * What every command shares: what a person types and reads, how a script is told, and where a run is.
 *
 * <p>None of it knows a command.
 */
@NullMarked
package org.evenkeel.cli.terminal;

import org.jspecify.annotations.NullMarked;
