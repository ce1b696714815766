package org.evenkeel.onchain.safe;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.tx.JournalSummary;
import org.evenkeel.state.store.ChainedLog;

/**
 * A Safe as it stands at a block, and what the record of its nonces says, for a person to look at. Nothing is locked or
 * changed; a process that tells the Safe things may go on meanwhile.
 *
 * @param owners who can tell it anything, each alone
 * @param modules what can move its money without an owner
 * @param nonce how much it has done
 * @param last what was last done through here; empty where nothing ever was
 */
public record SafeSummary(List<Address> owners, List<Address> modules, long nonce, Optional<Last> last) {
    /** Copies. */
    public SafeSummary {
        owners = List.copyOf(owners);
        modules = List.copyOf(modules);
    }

    /**
     * The newest entry of the record.
     *
     * @param nonce of the Safe, that was taken or is the next
     * @param id what was to be made with it; empty where the nonce is the next
     */
    public record Last(long nonce, Optional<String> id) {}

    /**
     * Reads a Safe.
     *
     * @param owner the key that is to speak for it
     * @param folder of the record
     * @throws SafeException when it is no Safe that the key speaks for alone
     * @throws org.evenkeel.state.store.StateException when the record is damaged or cannot be read
     */
    public static SafeSummary read(ChainClient client, BlockRef at, Address safe, Address owner, Path folder) {
        SafeContract contract = new SafeContract(client, safe);
        contract.requireSpeaker(at, owner);
        List<String> records = ChainedLog.read(folder, SafeNonces.FILE).records();
        Optional<Last> last = records.isEmpty()
                ? Optional.empty()
                : Optional.of(SafeNonces.read(records.getLast())).map(entry -> new Last(entry.nonce(), entry.id()));
        return new SafeSummary(contract.owners(at), contract.modules(at), contract.nonce(at), last);
    }

    /**
     * How much the Safe has done that it was not told here; below 0 where the node has not seen all that it did. Empty
     * where it was never told anything, or where what it was told last may still land.
     *
     * @param journal of the owner's transactions; empty where there is none
     */
    public Optional<Long> strangeDeeds(Optional<JournalSummary> journal) {
        return last.filter(entry -> !isOpen(entry, journal)).map(entry -> {
            boolean done = entry.id()
                    .filter(id -> journal.filter(known -> known.succeeded().contains(id))
                            .isPresent())
                    .isPresent();
            return nonce - entry.nonce() - (done ? 1 : 0);
        });
    }

    private static boolean isOpen(Last entry, Optional<JournalSummary> journal) {
        return journal.filter(known -> known.open().stream()
                        .anyMatch(open -> entry.id().filter(open.id()::equals).isPresent()))
                .isPresent();
    }
}
