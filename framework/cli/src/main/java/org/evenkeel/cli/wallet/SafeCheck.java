package org.evenkeel.cli.wallet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.cli.chain.WalletFiles;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.safe.RoleSummary;
import org.evenkeel.onchain.safe.SafeAccess;
import org.evenkeel.onchain.safe.SafeException;
import org.evenkeel.onchain.safe.SafeSummary;
import org.evenkeel.onchain.tx.JournalSummary;
import org.evenkeel.onchain.tx.TxException;
import org.evenkeel.state.store.StateException;

/**
 * Looks at a Safe: whether the key moves its money by right, who else can, and whether the Safe did what it was not told here.
 *
 * @param files the keystore and what is beside it
 * @param key its address
 */
public record SafeCheck(WalletFiles files, Address key) {
    /** What is found at a block. */
    public List<Finding> of(SafeAccess access, ChainClient client, BlockRef head) {
        String where = client.chain() + ", Safe " + access.safe();
        try {
            return switch (access) {
                case SafeAccess.Owner owner -> ofOwner(where, owner, client, head);
                case SafeAccess.Member member -> ofMember(where, member, client, head);
            };
        } catch (SafeException unusable) {
            return List.of(Finding.problem(where, String.valueOf(unusable.getMessage()), "see there"));
        } catch (StateException | TxException damaged) {
            return List.of(Finding.problem(
                    where,
                    String.valueOf(damaged.getMessage()),
                    "restore it from a backup that is not older than its last use"));
        }
    }

    private List<Finding> ofOwner(String where, SafeAccess.Owner access, ChainClient client, BlockRef head) {
        Path record = files.safe(key, client.chain(), access.safe());
        SafeSummary summary = SafeSummary.read(client, head, access.safe(), key, record);
        List<Finding> findings = new ArrayList<>(others(where, summary));
        findings.add(deeds(where, client.chain(), summary));
        return findings;
    }

    private List<Finding> ofMember(String where, SafeAccess.Member access, ChainClient client, BlockRef head) {
        RoleSummary summary = RoleSummary.read(client, head, access, key);
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.fine(
                where,
                "lets the key do what the role " + access.role() + " of its module " + access.modifier()
                        + " may; the limits are those of its "
                        + summary.owners().size() + " owners, of whom "
                        + summary.threshold() + " have to agree"));
        summary.notes(access, key).forEach(note -> findings.add(Finding.note(where, note)));
        return findings;
    }

    private List<Finding> others(String where, SafeSummary summary) {
        List<Address> others = new ArrayList<>(summary.owners());
        others.remove(key);
        List<Finding> findings = new ArrayList<>();
        findings.add(
                others.isEmpty()
                        ? Finding.fine(where, "the key is its only owner")
                        : Finding.note(where, "has other owners, each of whom can move its money alone: " + others));
        if (!summary.modules().isEmpty()) {
            findings.add(Finding.note(
                    where, "has modules, which can move its money without an owner: " + summary.modules()));
        }
        return findings;
    }

    private Finding deeds(String where, Chain chain, SafeSummary summary) {
        if (summary.last().isEmpty()) {
            return Finding.fine(
                    where,
                    "was never told anything from here; its nonce is " + summary.nonce() + ", to be gone on from");
        }
        Optional<Long> strange = summary.strangeDeeds(JournalSummary.read(files.journal(key, chain)));
        if (strange.isEmpty()) {
            return Finding.note(where, "what it was told last may still land: its nonce is " + summary.nonce());
        }
        long deeds = strange.orElseThrow();
        if (deeds > 0) {
            return Finding.problem(
                            where,
                            "has done " + deeds + " things that it was not told here; its nonce is " + summary.nonce(),
                            "find out who told it what; if an owner's key is known to somebody else, move what is left")
                    .repairedBy(Repairs.ACCEPT_SAFE + chain);
        }
        return deeds == 0
                ? Finding.fine(
                        where, "has done what it was told here and nothing else; its nonce is " + summary.nonce())
                : Finding.problem(
                        where,
                        "is said to have done less than was seen of it; its nonce is " + summary.nonce(),
                        "look again: the node is behind, or the chain was reorganised");
    }
}
