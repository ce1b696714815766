package org.evenkeel.onchain.safe;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.abi.RevertReason;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.RevertException;

/** A Roles modifier of a Safe, as a member of a role sees it. */
record RolesContract(ChainClient client, SafeAccess.Member access) {
    private static final Function AVATAR = Function.of("avatar()");
    private static final Function TARGET = Function.of("target()");
    private static final Function OWNER = Function.of("owner()");
    private static final Function IS_MEMBER = Function.of("isModuleEnabled(address)");

    /** Nobody has its key, and no owner would allow it: what is refused of it is refused for another reason than that. */
    private static final Address NOBODY = new Address("0x" + "0".repeat(36) + "dead");

    /**
     * One call in the Safe's name.
     *
     * @param wei of the Safe's coins that go with it
     */
    Call through(Call inner, BigInteger wei) {
        AbiWriter arguments = new AbiWriter()
                .address(inner.to())
                .uint(wei)
                .bytes(inner.input())
                .uint(0) // A call, no delegate call.
                .uint(access.role().word())
                .bool(true); // It reverts where what it is told reverts.
        Function function = access.role().function();
        return new Call(
                access.modifier(),
                "execTransactionWithRole of " + inner,
                function.on(access.modifier(), arguments).input());
    }

    /** What speaks against a call in the Safe's name on top of a block. */
    Optional<Refused> refusal(BlockRef at, Address key, Call inner, BigInteger wei) {
        return client.transactions()
                .refusal(at, key, through(inner, wei), BigInteger.ZERO)
                .map(reason -> explained(at, reason, inner, wei));
    }

    /**
     * What speaks against a call.
     *
     * @param isOfModule whether the modifier has it not done, and not what would be called
     */
    record Refused(boolean isOfModule, RevertReason reason) {}

    private Refused explained(BlockRef at, RevertReason reason, Call inner, BigInteger wei) {
        return RoleRefusal.of(reason)
                .map(refusal -> new Refused(
                        true,
                        new RevertReason.Known("the modifier " + access.modifier() + " does not let the role "
                                + access.role() + " do it: " + refusal)))
                .orElseGet(() -> new Refused(
                        false,
                        client.transactions()
                                .refusal(at, access.safe(), inner, wei)
                                .orElse(reason)));
    }

    /** Who can change what the role may do. */
    Address owner(BlockRef at) {
        return client.call(at, OWNER.on(access.modifier())).address();
    }

    /**
     * Makes sure that the key acts for the Safe through it, and through it alone.
     *
     * @throws SafeException when it does not
     */
    void requireMember(BlockRef at, Address key) {
        SafeContract safe = new SafeContract(client, access.safe());
        safe.requireKnown(at);
        if (!client.isContract(at, access.modifier())) {
            throw unusable("There is no contract at it: correct its address.");
        }
        try {
            requireOfSafe(at, safe);
            requireLimited(at, safe, key);
            requireRole(at, key);
        } catch (RevertException | AbiException stranger) {
            String why = "It is none, for it does not answer as one does: correct its address.";
            throw new SafeException(named() + why, stranger);
        }
    }

    private void requireOfSafe(BlockRef at, SafeContract safe) {
        for (Function whose : List.of(AVATAR, TARGET)) {
            Address found = client.call(at, whose.on(access.modifier())).address();
            if (!found.equals(access.safe())) {
                throw unusable(
                        "It acts for " + found + " (" + whose.signature()
                                + "): correct its address or the Safe's, or have its owner set both avatar and target to the Safe.");
            }
        }
        if (!safe.hasModule(at, access.modifier())) {
            throw unusable("The Safe does not have it as its module: have the Safe's owners call enableModule("
                    + access.modifier() + ") of the Safe.");
        }
    }

    /** A key that can lift its limits, or go around them, has none. */
    private void requireLimited(BlockRef at, SafeContract safe, Address key) {
        List<String> ways = new ArrayList<>();
        if (owner(at).equals(key)) {
            ways.add("owns the modifier");
        }
        if (safe.hasModule(at, key)) {
            ways.add("is a module of the Safe itself");
        }
        if (safe.threshold(at) == 1 && safe.owners(at).contains(key)) {
            ways.add("is an owner of the Safe that needs no other");
        }
        if (!ways.isEmpty()) {
            throw unusable("The key " + key + " " + String.join(" and ", ways)
                    + ", so that no limit holds it: use a key that does not, or leave --module and --role away.");
        }
    }

    private void requireRole(BlockRef at, Address key) {
        String told = "have the Safe's owners call assignRoles(" + key + ", [" + access.role() + "], [true]) of it.";
        boolean known = client.call(at, IS_MEMBER.on(access.modifier(), new AbiWriter().address(key)))
                .bool();
        if (!known) {
            throw unusable("The key " + key + " is no member of any role: " + told);
        }
        Call nothing = new Call(NOBODY, "nothing", Bytes.EMPTY);
        Optional<RevertReason> answer =
                client.transactions().refusal(at, key, through(nothing, BigInteger.ZERO), BigInteger.ZERO);
        if (answer.filter(RevertReason.Silent.class::isInstance).isPresent()) {
            throw unusable("It knows no roles such as " + access.role()
                    + ": the first version has numbers, and the second has keys, as a text or in hex.");
        }
        if (answer.flatMap(RoleRefusal::of).filter(RoleRefusal::isOfMembership).isPresent()) {
            throw unusable("The key " + key + " is no member of the role " + access.role()
                    + ", if there is one: correct the role, or " + told);
        }
    }

    private SafeException unusable(String why) {
        return new SafeException(named() + why);
    }

    private String named() {
        return "The Roles modifier " + access.modifier() + " of the Safe " + access.safe() + " on " + client.chain()
                + " cannot be used. ";
    }
}
