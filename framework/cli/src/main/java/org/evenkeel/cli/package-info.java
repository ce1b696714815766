/**
 * The command line, and the only place where ports are wired together. {@link org.evenkeel.cli.Main} is the entry.
 */
@NullMarked
package org.evenkeel.cli;

import org.jspecify.annotations.NullMarked;
