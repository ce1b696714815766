package org.evenkeel.onchain.safe;

import java.math.BigInteger;
import java.util.List;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;

/** What a Safe says of itself. */
record SafeContract(ChainClient client, Address address) {
    private static final Function VERSION = Function.of("VERSION()");
    private static final Function THRESHOLD = Function.of("getThreshold()");
    private static final Function OWNERS = Function.of("getOwners()");
    private static final Function NONCE = Function.of("nonce()");
    private static final Function IS_MODULE = Function.of("isModuleEnabled(address)");
    private static final Function MODULES = Function.of("getModulesPaginated(address,uint256)");

    /** Where the list of modules begins. */
    private static final Address FIRST = new Address("0x" + "0".repeat(39) + "1");

    private static final int MOST_MODULES = 10;

    /** From 1.3.0 on a Safe reverts where what it was told reverts; before, that looked like success. */
    private static final List<String> KNOWN = List.of("1.3.0", "1.4.0", "1.4.1");

    long nonce(BlockRef at) {
        return client.call(at, NONCE.on(address)).uint().longValueExact();
    }

    List<Address> owners(BlockRef at) {
        return client.call(at, OWNERS.on(address)).addresses();
    }

    /** How many of its owners have to agree. */
    long threshold(BlockRef at) {
        return client.call(at, THRESHOLD.on(address))
                .uint()
                .min(BigInteger.valueOf(Integer.MAX_VALUE))
                .longValueExact();
    }

    boolean hasModule(BlockRef at, Address module) {
        return client.call(at, IS_MODULE.on(address, new AbiWriter().address(module)))
                .bool();
    }

    List<Address> modules(BlockRef at) {
        return client.call(
                        at, MODULES.on(address, new AbiWriter().address(FIRST).uint(MOST_MODULES)))
                .addresses();
    }

    /**
     * Makes sure that one owner alone speaks for it.
     *
     * @throws SafeException when it is no Safe, of an unknown version, or needs other signatures
     */
    void requireSpeaker(BlockRef at, Address owner) {
        requireKnown(at);
        if (!owners(at).contains(owner)) {
            throw new SafeException("The key " + owner + " is no owner of the Safe " + address + " on " + client.chain()
                    + ", which has " + owners(at)
                    + ": use the key of one of them, make this one an owner, or go through"
                    + " a Roles modifier of the Safe in which it has a role (--module and --role).");
        }
        long threshold = threshold(at);
        if (threshold != 1) {
            throw new SafeException("The Safe " + address + " on " + client.chain() + " wants " + threshold
                    + " signatures for everything, and a run has one: use a Safe with a threshold of 1, or have its owners"
                    + " enable a Roles modifier on it that gives the key a role with limits (--module and --role).");
        }
    }

    /**
     * Makes sure that it is a Safe whose ways are known.
     *
     * @throws SafeException when it is no Safe, or of an unknown version
     */
    void requireKnown(BlockRef at) {
        if (!client.isContract(at, address)) {
            throw new SafeException("There is no contract at " + address + " on " + client.chain()
                    + ": create the Safe there first, or correct its address.");
        }
        String version = client.call(at, VERSION.on(address)).text();
        if (!KNOWN.contains(version)) {
            throw new SafeException("The Safe " + address + " on " + client.chain() + " is of version " + shown(version)
                    + ", and those that are known are " + KNOWN + ": use one of these.");
        }
    }

    /** Any contract can say anything. */
    private static String shown(String version) {
        return version.matches("[0-9A-Za-z.+-]{1,20}") ? version : "(none)";
    }
}
