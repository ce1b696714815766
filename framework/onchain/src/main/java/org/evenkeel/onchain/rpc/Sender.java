package org.evenkeel.onchain.rpc;

import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Bytes;
import org.web3j.crypto.Hash;
import org.web3j.protocol.core.methods.response.EthSendTransaction;

/** Sends a transaction to one node, once, and says what is known afterwards. Nothing is sent twice by itself. */
final class Sender {
    private final Node node;

    Sender(Node node) {
        this.node = node;
    }

    SendOutcome send(Bytes signed) {
        requireChain();
        Bytes hash = Bytes.of(Hash.sha3(signed.toArray()));
        try {
            String answered = node.ask("eth_sendRawTransaction", List.of(signed.hex()), EthSendTransaction.class);
            return answered.equalsIgnoreCase(hash.hex())
                    ? new SendOutcome.Accepted(hash)
                    : new SendOutcome.Unknown(
                            hash, ChainFault.GARBAGE, "The node answered with the hash of another transaction.");
        } catch (RpcFailure failure) {
            return outcome(hash, failure);
        } catch (NodeRevert revert) {
            // Some nodes try a transaction before they take it. Whether this one took it is not said.
            return new SendOutcome.Unknown(hash, ChainFault.NODE_ERROR, node.describe(revert));
        }
    }

    private void requireChain() {
        try {
            node.verify();
        } catch (RpcFailure failure) {
            node.failed();
            throw new ChainException(
                    failure.fault(),
                    "Nothing was sent, because the endpoint for sending could not be verified: "
                            + node.describe(failure) + ". Check it.");
        }
    }

    private SendOutcome outcome(Bytes hash, RpcFailure failure) {
        if (failure.fault() == ChainFault.NODE_ERROR || failure.fault() == ChainFault.STALE) {
            if (NodeErrors.isAlreadyKnown(failure.said())) {
                return new SendOutcome.Accepted(hash);
            }
            Optional<SendOutcome.Refusal> refusal = NodeErrors.refusal(failure.said());
            if (refusal.isPresent()) {
                return new SendOutcome.Refused(hash, refusal.orElseThrow(), node.describe(failure));
            }
        } else {
            node.failed();
        }
        return new SendOutcome.Unknown(hash, failure.fault(), node.describe(failure));
    }
}
