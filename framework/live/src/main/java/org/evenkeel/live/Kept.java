package org.evenkeel.live;

/** Where what has happened is kept. */
interface Kept {
    /** Nothing is kept. */
    Kept NOWHERE = new Kept() {
        @Override
        public void commit() {}

        @Override
        public void writeSnapshot() {}
    };

    /** Returns once all that has happened is on the disk. */
    void commit();

    /** The same, and what is owned now is in one file. */
    void writeSnapshot();
}
