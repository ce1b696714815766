package org.evenkeel.onchain.safe;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;

/**
 * A Safe as it stands at a block for a key that has a role there, for a person to look at.
 *
 * @param owners whose Safe it is
 * @param threshold how many of them have to agree
 * @param otherModules what else can move its money without them
 * @param limitedBy who can change what the role may do
 */
public record RoleSummary(List<Address> owners, long threshold, List<Address> otherModules, Address limitedBy) {
    /** Copies. */
    public RoleSummary {
        owners = List.copyOf(owners);
        otherModules = List.copyOf(otherModules);
    }

    /**
     * Reads it.
     *
     * @param key the member
     * @throws SafeException when it is none, or can go around its limits
     */
    public static RoleSummary read(ChainClient client, BlockRef at, SafeAccess.Member access, Address key) {
        RolesContract roles = new RolesContract(client, access);
        roles.requireMember(at, key);
        SafeContract safe = new SafeContract(client, access.safe());
        List<Address> others = new ArrayList<>(safe.modules(at));
        others.remove(access.modifier());
        return new RoleSummary(safe.owners(at), safe.threshold(at), others, roles.owner(at));
    }

    /** What is worth a person's look, each beginning with a verb, of the Safe. */
    public List<String> notes(SafeAccess.Member access, Address key) {
        List<String> found = new ArrayList<>();
        if (!otherModules.isEmpty()) {
            found.add("has other modules, which can move its money without an owner: " + otherModules);
        }
        if (!limitedBy.equals(access.safe())) {
            found.add("does not own its modifier " + access.modifier() + ": " + limitedBy
                    + " alone can change what the role " + access.role() + " may do");
        }
        if (owners.contains(key)) {
            found.add("has the key among its " + owners.size() + " owners, of whom " + threshold
                    + " together can do anything");
        }
        return found;
    }
}
