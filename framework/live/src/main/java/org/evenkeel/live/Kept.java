package org.evenkeel.live;

/** Where what has happened is kept. */
interface Kept {
    /** Returns once all that has happened is on the disk. */
    void commit();

    /** The same, and what is owned now is in one file. */
    void writeSnapshot();
}
