package org.evenkeel.metrics.overfitting;

/** The ways to choose half of the blocks, as bit masks. */
final class BlockMask {

    private BlockMask() {}

    /** How many ways there are to choose half of so many blocks. */
    static int halves(int blocks) {
        long ways = 1;
        for (int k = 1; k <= blocks / 2; k++) {
            ways = ways * (blocks - blocks / 2 + k) / k;
        }
        return Math.toIntExact(ways);
    }

    /** Every choice once; each is the complement of the one as far from the other end. */
    static int[] all(int blocks) {
        int[] masks = new int[halves(blocks)];
        int mask = (1 << blocks / 2) - 1;
        for (int i = 0; i < masks.length; i++) {
            masks[i] = mask;
            mask = next(mask);
        }
        return masks;
    }

    /** The next greater number with as many bits set (Gosper). */
    private static int next(int mask) {
        int lowest = mask & -mask;
        int ripple = mask + lowest;
        return ripple | ((mask ^ ripple) / lowest >>> 2);
    }
}
