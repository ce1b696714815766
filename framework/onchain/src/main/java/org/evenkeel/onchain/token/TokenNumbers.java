package org.evenkeel.onchain.token;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.CallAnswer;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.ChainFault;
import org.evenkeel.onchain.rpc.RevertException;

/** Asks many tokens for one number each, of which some may be no tokens at all. */
public final class TokenNumbers {
    private static final int MOST_BITS = 128;

    private TokenNumbers() {}

    /** Whether somebody may have so much of a token: no pool holds as much as 128 bits, so nobody who bought there does. */
    public static boolean isAmount(BigInteger units) {
        return units.signum() >= 0 && units.bitLength() <= MOST_BITS;
    }

    /** The numbers in the order of the calls; empty for what does not answer with one. */
    public static List<Optional<BigInteger>> of(ChainClient client, BlockRef at, List<Call> calls) {
        try {
            return client.callAll(at, calls).stream().map(TokenNumbers::number).toList();
        } catch (ChainException failed) {
            requireOfAContract(failed);
            return each(client, at, calls, failed);
        }
    }

    /** A contract that uses up all gas, or answers without end, makes a node fail as if it were the node's own fault. */
    private static void requireOfAContract(ChainException failed) {
        if (failed.fault() != ChainFault.NODE_ERROR && failed.fault() != ChainFault.TOO_LARGE) {
            throw failed;
        }
    }

    /** Where others are answered at the same block, the fault is that of the contract that is not. */
    private static List<Optional<BigInteger>> each(
            ChainClient client, BlockRef at, List<Call> calls, ChainException failed) {
        List<Optional<BigInteger>> numbers = new ArrayList<>();
        int answered = 0;
        for (Call call : calls) {
            try {
                numbers.add(number(client.callAll(at, List.of(call)).getFirst()));
                answered++;
            } catch (ChainException alone) {
                requireOfAContract(alone);
                numbers.add(Optional.empty());
            }
        }
        if (answered == 0) {
            throw failed;
        }
        return numbers;
    }

    private static Optional<BigInteger> number(CallAnswer answer) {
        try {
            return Optional.of(answer.read().uint());
        } catch (AbiException | RevertException none) {
            return Optional.empty();
        }
    }
}
