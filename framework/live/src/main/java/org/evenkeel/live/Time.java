package org.evenkeel.live;

import java.time.InstantSource;
import org.evenkeel.api.port.CycleClock;

/** What time it is, how it passes, and whether it is over. */
public interface Time extends InstantSource, CycleClock {
    /**
     * Whether the run is to stop. Then {@link #await} throws at once; what is sent already is finished, and nothing
     * further is sent.
     */
    boolean isOver();
}
