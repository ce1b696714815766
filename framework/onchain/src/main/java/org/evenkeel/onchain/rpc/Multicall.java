package org.evenkeel.onchain.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.abi.AbiReader;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.abi.RevertReason;
import org.jspecify.annotations.Nullable;

/**
 * Many calls in one request, through the contract Multicall3, which is at the same address of nearly every chain. Where it
 * is not, and for what it cannot do at once, calls are made one by one.
 */
final class Multicall {
    private static final Address ADDRESS = new Address("0xcA11bde05977b3631167028862bE2a173976CA11");
    private static final Function AGGREGATE = Function.of("aggregate3((address,bool,bytes)[])");

    /** So many reads of a few words each stay far below the gas that nodes allow a call. */
    private static final int AT_ONCE = 400;

    private final RpcChainClient client;
    private volatile long deployedSince = Long.MAX_VALUE;

    Multicall(RpcChainClient client) {
        this.client = client;
    }

    List<CallAnswer> callAll(BlockRef at, List<Call> calls) {
        if (calls.size() < 2 || !isDeployed(at)) {
            return calls.stream().map(call -> alone(at, call)).toList();
        }
        List<CallAnswer> answers = new ArrayList<>(calls.size());
        for (int from = 0; from < calls.size(); from += AT_ONCE) {
            answers.addAll(together(at, calls.subList(from, Math.min(from + AT_ONCE, calls.size()))));
        }
        return answers;
    }

    private boolean isDeployed(BlockRef at) {
        if (at.number() < deployedSince && client.isContract(at, ADDRESS)) {
            deployedSince = at.number();
        }
        return at.number() >= deployedSince;
    }

    private CallAnswer alone(BlockRef at, Call call) {
        try {
            return new CallAnswer.Returned(call, client.answer(at, call));
        } catch (RevertException reverted) {
            return new CallAnswer.Reverted(call, reverted.reason());
        }
    }

    /** In one request, or in halves of it where that is too much for a node. */
    private List<CallAnswer> together(BlockRef at, List<Call> calls) {
        if (calls.size() == 1) {
            return List.of(alone(at, calls.getFirst()));
        }
        try {
            return answers(calls, client.answer(at, aggregate(calls)));
        } catch (RevertException tooMuchGas) {
            return halves(at, calls);
        } catch (ChainException failed) {
            if (failed.fault() != ChainFault.NODE_ERROR && failed.fault() != ChainFault.TOO_LARGE) {
                throw failed;
            }
            return halves(at, calls);
        }
    }

    private List<CallAnswer> halves(BlockRef at, List<Call> calls) {
        int half = calls.size() / 2;
        List<CallAnswer> answers = new ArrayList<>(together(at, calls.subList(0, half)));
        answers.addAll(together(at, calls.subList(half, calls.size())));
        return answers;
    }

    private static Call aggregate(List<Call> calls) {
        List<AbiWriter> parts = calls.stream()
                .map(call -> new AbiWriter().address(call.to()).bool(true).bytes(call.input()))
                .toList();
        Call all = AGGREGATE.on(ADDRESS, new AbiWriter().array(parts));
        return new Call(
                ADDRESS,
                calls.size() + " calls, the first of them " + calls.getFirst() + ", through Multicall3",
                all.input());
    }

    private static List<CallAnswer> answers(List<Call> calls, Bytes data) {
        try {
            List<AbiReader> results = AbiReader.of(data).tuples();
            if (results.size() == calls.size()) {
                return IntStream.range(0, calls.size())
                        .mapToObj(number -> answer(calls.get(number), results.get(number)))
                        .toList();
            }
            throw notMulticall(results.size() + " answers to " + calls.size() + " calls", null);
        } catch (AbiException malformed) {
            throw notMulticall(String.valueOf(malformed.getMessage()), malformed);
        }
    }

    private static ChainException notMulticall(String said, @Nullable AbiException cause) {
        return new ChainException(
                ChainFault.GARBAGE,
                "The contract at " + ADDRESS + ", where Multicall3 is on other chains, does not answer as it does: "
                        + said + ". Report this chain; it cannot be read from.",
                cause);
    }

    private static CallAnswer answer(Call call, AbiReader result) {
        boolean succeeded = result.bool();
        Bytes data = result.bytes();
        return succeeded ? new CallAnswer.Returned(call, data) : new CallAnswer.Reverted(call, RevertReason.of(data));
    }
}
