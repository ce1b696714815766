package org.evenkeel.onchain.logs;

/**
 * How many blocks to ask for at once: more after each page that a node gave, fewer after one that it refused, and for a while
 * not as many again as it refused. Safe for use by several threads.
 */
final class PageSize {
    /** After so many pages without a refusal the smallest that was refused is tried again: busy times end. */
    private static final int CALM = 32;

    private final int most;
    private int size;
    private int refused = Integer.MAX_VALUE;
    private int calm;

    PageSize(int first, int most) {
        this.most = most;
        this.size = Math.min(first, most);
    }

    synchronized int blocks() {
        return size;
    }

    /** Only what was as large as it may be tells that more may be. */
    synchronized void given(long blocks) {
        if (blocks < size) {
            return;
        }
        calm++;
        if (calm >= CALM) {
            calm = 0;
            refused = Integer.MAX_VALUE;
        }
        size = Math.clamp(size + (long) (size + 1) / 2, 1, Math.max(1, Math.min(most, refused - 1)));
    }

    synchronized void refused(long blocks) {
        calm = 0;
        refused = (int) Math.min(refused, blocks);
        size = Math.clamp(blocks / 2, 1, size);
    }
}
