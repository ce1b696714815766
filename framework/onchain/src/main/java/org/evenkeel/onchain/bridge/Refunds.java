package org.evenkeel.onchain.bridge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Which refund is that of which deposit. Deposits of as much of the same token cannot be told apart by what is paid back, and
 * so the oldest that nobody paid out is taken to be paid back first. By this rule whoever asks, in whatever process, finds
 * the same, as long as it asks only when it is certain of the older ones which were paid out.
 */
final class Refunds {
    private Refunds() {}

    /** Whether a deposit waits for a refund. */
    enum Claim {
        /** It can still be paid out, or nobody can say. */
        OPEN,
        /** It was paid out. */
        PAID_OUT,
        /** It can be paid out no more. */
        OWED
    }

    /** A deposit that is older than one, and of as much. */
    record Older(Deposit deposit, Claim claim) {}

    /**
     * What became of a deposit.
     *
     * @param refund its own; empty where it has not come
     * @param undecided whether a refund is there that may be an older one's, which can still be paid out
     */
    record Match(Optional<SpokePool.Refund> refund, boolean undecided) {
        private static final Match NONE = new Match(Optional.empty(), false);
        private static final Match UNDECIDED = new Match(Optional.empty(), true);
    }

    /**
     * Finds the refund of a deposit that can be paid out no more.
     *
     * @param own the deposit
     * @param older those before it that are of as much, the oldest first
     * @param refunds what was paid back to the account since the oldest of all, in the order of the chain
     */
    static Match match(Deposit own, List<Older> older, List<SpokePool.Refund> refunds) {
        Deque<Older> waiting = new ArrayDeque<>();
        older.stream().filter(one -> one.claim != Claim.PAID_OUT).forEach(waiting::add);
        waiting.add(new Older(own, Claim.OWED));
        for (SpokePool.Refund refund : ofAsMuch(own, refunds)) {
            Older first = waiting.element();
            if (first.deposit.times().block() > refund.block()) {
                continue; // Of something that this run knows nothing of.
            }
            if (first.claim == Claim.OPEN) {
                return Match.UNDECIDED;
            }
            if (first.deposit.equals(own)) {
                return new Match(Optional.of(refund), false);
            }
            waiting.remove();
        }
        return Match.NONE;
    }

    /** Each as often as it pays as much. */
    private static List<SpokePool.Refund> ofAsMuch(Deposit own, List<SpokePool.Refund> refunds) {
        List<SpokePool.Refund> found = new ArrayList<>();
        for (SpokePool.Refund refund : refunds) {
            int times = Collections.frequency(refund.amounts(), own.tokens().inputAmount());
            found.addAll(Collections.nCopies(times, refund));
        }
        return found;
    }
}
