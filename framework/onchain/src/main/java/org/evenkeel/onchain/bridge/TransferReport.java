package org.evenkeel.onchain.bridge;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.evenkeel.state.model.Transfer;

/**
 * Where a transfer is, for a person.
 *
 * @param transfer which
 * @param stage how far it has come
 * @param since from when on that is known to be so, by the clock of the chain that says so; the transfer's own start where
 *     no chain knows of it
 * @param found what the chains say, and what is to be done where somebody has to
 */
public record TransferReport(Transfer transfer, Stage stage, Instant since, String found) {
    /** How far a transfer has come. */
    public enum Stage {
        /** It never left, and never will: no deposit was signed, or it can land no more. */
        NOT_SENT(false),
        /** Its deposit is signed and not final yet. */
        LEAVING(false),
        /** Its deposit was in a block, and the chain has that block no more; the same deposit is sent again. */
        TAKEN_BACK(false),
        /** Its deposit counted as final, and a deeper reorganisation has taken it back all the same. */
        UNDONE(true),
        /** Its deposit was refused by the bridge; the money never left. */
        REFUSED(false),
        /** It is paid in, and nobody has paid it out yet. */
        IN_FLIGHT(false),
        /** It should have been paid out by now, and can still be. */
        OVERDUE(true),
        /** It is paid out, and final. */
        ARRIVED(false),
        /** It was not paid out in time and can be no more; the refund has not come yet. */
        EXPIRED(true),
        /** It was not paid out in time; the bridge keeps the refund until somebody fetches it. */
        REFUND_KEPT(true),
        /** It was not paid out in time, and was paid back. */
        REFUNDED(false);

        private final boolean needsPerson;

        Stage(boolean needsPerson) {
            this.needsPerson = needsPerson;
        }

        /** As people write it. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** Whether a person should look at it. */
        public boolean needsPerson() {
            return needsPerson;
        }
    }

    /** What, where, since when and why, in one sentence and what follows from it. */
    @Override
    public String toString() {
        return "Transfer " + transfer.id() + " of " + transfer.amounts().sent().toPlainString() + " "
                + transfer.from() + " from " + transfer.from().chain() + " to "
                + transfer.to().chain() + ": "
                + stage.words() + " since " + since.truncatedTo(ChronoUnit.SECONDS) + ". " + found;
    }
}
