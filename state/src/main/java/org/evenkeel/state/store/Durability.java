package org.evenkeel.state.store;

/** When what was written counts as kept. */
public enum Durability {
    /**
     * When it would survive a power cut: files and folders are flushed to the disk before a call returns. For anything
     * with real money behind it.
     */
    DURABLE,
    /**
     * When the operating system has it: it survives the end of the process, not that of the machine. For runs that can
     * be made again.
     */
    FAST
}
