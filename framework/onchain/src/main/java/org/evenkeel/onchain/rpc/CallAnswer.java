package org.evenkeel.onchain.rpc;

import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiReader;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.RevertReason;

/** What became of one call among several. */
public sealed interface CallAnswer {
    /** The call that it answers. */
    Call call();

    /** An answer. It is empty where there is no contract. */
    record Returned(Call call, Bytes data) implements CallAnswer {}

    /** The contract refused. */
    record Reverted(Call call, RevertReason reason) implements CallAnswer {}

    /**
     * The answer, to be read.
     *
     * @throws RevertException when the contract refused
     */
    default AbiReader read() {
        return switch (this) {
            case Returned returned -> AbiReader.of(returned.data());
            case Reverted reverted -> throw new RevertException(reverted.call(), reverted.reason());
        };
    }
}
