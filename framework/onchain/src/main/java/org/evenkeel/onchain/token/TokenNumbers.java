package org.evenkeel.onchain.token;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.CallAnswer;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.RevertException;

/** Asks many tokens for one number each, of which some may be no tokens at all. */
public final class TokenNumbers {
    private TokenNumbers() {}

    /** The numbers in the order of the calls; empty for what does not answer with one. */
    public static List<Optional<BigInteger>> of(ChainClient client, BlockRef at, List<Call> calls) {
        return client.callAll(at, calls).stream().map(TokenNumbers::number).toList();
    }

    private static Optional<BigInteger> number(CallAnswer answer) {
        try {
            return Optional.of(answer.read().uint());
        } catch (AbiException | RevertException none) {
            return Optional.empty();
        }
    }
}
