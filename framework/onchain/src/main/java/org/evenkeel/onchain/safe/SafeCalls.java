package org.evenkeel.onchain.safe;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.sign.AllowedCall;
import org.evenkeel.onchain.sign.AllowedCall.Argument;
import org.evenkeel.onchain.sign.AllowedCall.Rule;

/** What a Safe is told, by the owner who also sends it: then being the sender is the signature. */
public final class SafeCalls {
    /** A Safe's function that does something in its name. */
    static final String EXEC_TRANSACTION =
            "execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)";

    /** The function of MultiSendCallOnly, which makes several calls in the name of who runs it. */
    static final String MULTI_SEND = "multiSend(bytes)";

    private static final Function EXEC = Function.of(EXEC_TRANSACTION);
    private static final Function SEND = Function.of(MULTI_SEND);

    /** The kind of signature that says: the owner is the sender of this very transaction. */
    private static final int BY_SENDER = 1;

    private SafeCalls() {}

    /**
     * What the policy of an owner's key has to allow besides what is done through the Safe: to tell it so. Whatever it is
     * told is held to the rest of the policy, in the Safe's name.
     */
    public static List<AllowedCall> allowed(Address safe) {
        return List.of(AllowedCall.of(safe, EXEC_TRANSACTION, Argument.of(Rule.SAFE_TRANSACTION, 0)));
    }

    /**
     * What it has to allow besides where several calls are made at once: each of them is held to the rest of the policy.
     *
     * @param multiSend MultiSendCallOnly's contract on the Safe's chain
     */
    public static List<AllowedCall> allowedBatches(Address multiSend) {
        return List.of(AllowedCall.of(multiSend, MULTI_SEND, Argument.of(Rule.MULTI_SEND, 0)));
    }

    /** How a Safe does something. */
    private enum Operation {
        CALL,
        /** Runs another contract's code as its own. */
        DELEGATE_CALL
    }

    /**
     * One call in the Safe's name.
     *
     * @param wei of the Safe's coins that go with it
     * @param owner who sends it
     */
    static Call call(Address safe, Call inner, BigInteger wei, Address owner) {
        return exec(safe, inner, wei, Operation.CALL, owner);
    }

    /**
     * Several calls in the Safe's name, one after the other: all of them, or none.
     *
     * @param multiSend MultiSendCallOnly's contract
     * @param owner who sends it
     */
    static Call batch(Address safe, Address multiSend, List<Call> inner, Address owner) {
        List<Bytes> packed = new ArrayList<>();
        for (Call call : inner) {
            packed.add(Bytes.ofHex("0x00")); // A call, no delegate call.
            packed.add(Bytes.ofHex(call.to().hex()));
            packed.add(new AbiWriter()
                    .uint(BigInteger.ZERO)
                    .uint(call.input().size())
                    .bytes());
            packed.add(call.input());
        }
        Call all = SEND.on(multiSend, new AbiWriter().bytes(Bytes.joined(packed)));
        return exec(safe, all, BigInteger.ZERO, Operation.DELEGATE_CALL, owner);
    }

    /** With no gas limit and no refund of its own a Safe reverts where what it was told reverts. */
    private static Call exec(Address safe, Call inner, BigInteger wei, Operation operation, Address owner) {
        AbiWriter arguments = new AbiWriter()
                .address(inner.to())
                .uint(wei)
                .bytes(inner.input())
                .uint(operation.ordinal())
                .uint(0)
                .uint(0)
                .uint(0)
                .address(Address.ZERO)
                .address(Address.ZERO)
                .bytes(bySender(owner));
        return new Call(
                safe, "execTransaction of " + inner, EXEC.on(safe, arguments).input());
    }

    private static Bytes bySender(Address owner) {
        return new AbiWriter().address(owner).uint(0).bytes().then(Bytes.of(new byte[] {BY_SENDER}));
    }
}
