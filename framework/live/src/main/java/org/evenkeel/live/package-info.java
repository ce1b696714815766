/**
 * A strategy that is run as time goes by: cycles when they are due, triggers watched between them, everything on the disk
 * before it is acted on. It knows nothing of chains: the ports that it is given do.
 */
@NullMarked
package org.evenkeel.live;

import org.jspecify.annotations.NullMarked;
