package org.evenkeel.onchain.safe;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.sign.AllowedCall;
import org.evenkeel.onchain.sign.AllowedCall.Argument;
import org.evenkeel.onchain.sign.AllowedCall.Rule;
import org.evenkeel.onchain.tx.Holder;
import org.evenkeel.onchain.tx.TxManager;

/** By what right a key moves the money of a Safe on a chain. */
public sealed interface SafeAccess {
    /** The Safe. */
    Address safe();

    /**
     * What the policy of the key has to allow besides what is done through the Safe: to have that done. Whatever it is, it
     * is held to the rest of the policy, in the Safe's name.
     */
    List<AllowedCall> allowed();

    /**
     * Makes sure that the key has this right.
     *
     * @param key what sends for the key, and stays the caller's to close
     * @param folder of this Safe on this chain alone
     * @throws SafeException when it has not
     * @throws org.evenkeel.onchain.tx.TxException.Conflict when the Safe did what it was not told here
     * @throws org.evenkeel.state.store.StateException when the folder is damaged or another process has it
     */
    SafeSpeaker open(ChainClient client, TxManager key, Path folder);

    /** The Safe as it would trade by this right, for whoever sends nothing. */
    Holder holder(ChainClient client, Address key);

    /** Why the key has not this right at a block; empty where it has. */
    default Optional<String> obstacle(ChainClient client, BlockRef at, Address key) {
        try {
            require(client, at, key);
            return Optional.empty();
        } catch (SafeException unusable) {
            return Optional.of(String.valueOf(unusable.getMessage()));
        }
    }

    /**
     * Makes sure that the key has this right.
     *
     * @throws SafeException when it has not
     */
    void require(ChainClient client, BlockRef at, Address key);

    /** The key is an owner, and speaks for the Safe alone: it can do anything. */
    record Owner(Address safe) implements SafeAccess {
        @Override
        public List<AllowedCall> allowed() {
            return SafeCalls.allowed(safe);
        }

        @Override
        public SafeAccount open(ChainClient client, TxManager key, Path folder) {
            return SafeAccount.open(client, key, safe, folder);
        }

        @Override
        public Holder holder(ChainClient client, Address key) {
            return new Holder() {
                @Override
                public Address address() {
                    return safe;
                }

                @Override
                public long gasAround() {
                    return SafeAccount.GAS_AROUND;
                }
            };
        }

        @Override
        public void require(ChainClient client, BlockRef at, Address key) {
            new SafeContract(client, safe).requireSpeaker(at, key);
        }
    }

    /**
     * The key is no owner, but a member of a role in a Roles modifier that is a module of the Safe: the chain itself holds it
     * to what the owners allowed the role.
     *
     * @param modifier its contract
     */
    record Member(Address safe, Address modifier, Role role) implements SafeAccess {
        @Override
        public List<AllowedCall> allowed() {
            return List.of(AllowedCall.of(
                    modifier,
                    role.function().signature(),
                    Argument.of(Rule.NO_COINS),
                    Argument.number(role.word(), 4),
                    Argument.number(BigInteger.ONE, 5), // Where what is told fails, the transaction fails.
                    Argument.inNameOf(safe, 0)));
        }

        @Override
        public RoleAccount open(ChainClient client, TxManager key, Path folder) {
            return RoleAccount.open(client, key, this);
        }

        @Override
        public Holder holder(ChainClient client, Address key) {
            return new RoleHolder(new RolesContract(client, this), key);
        }

        @Override
        public void require(ChainClient client, BlockRef at, Address key) {
            new RolesContract(client, this).requireMember(at, key);
        }
    }
}
