package org.evenkeel.onchain.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.RevertReason;
import org.web3j.protocol.core.Response;
import tools.jackson.databind.JsonNode;

/** Transactions as if they were in one block, by {@code eth_simulateV1}. */
final class Simulation {
    private final List<Call> calls;
    private final List<Map<String, String>> messages;

    Simulation(Address from, List<Call> calls) {
        this.calls = calls;
        messages = calls.stream()
                .map(call -> Map.of(
                        "from", from.hex(),
                        "to", call.to().hex(),
                        "data", call.input().hex()))
                .toList();
    }

    List<CallAnswer> ask(Node node, Map<String, Object> at) throws RpcFailure {
        Map<String, Object> blocks = Map.of("blockStateCalls", List.of(Map.of("calls", messages)), "validation", false);
        JsonNode answered = node.ask("eth_simulateV1", List.of(blocks, at), Answer.class)
                .path(0)
                .path("calls");
        if (answered.size() != calls.size()) {
            throw new RpcFailure(
                    ChainFault.GARBAGE,
                    "it was given " + calls.size() + " calls to simulate, and answered " + answered.size());
        }
        List<CallAnswer> answers = new ArrayList<>();
        for (int row = 0; row < calls.size(); row++) {
            answers.add(answer(calls.get(row), answered.get(row)));
        }
        return answers;
    }

    private static CallAnswer answer(Call call, JsonNode answer) throws RpcFailure {
        Bytes data = Quantities.bytes(answer.path("returnData").asString("0x"));
        return switch (answer.path("status").asString("")) {
            case "0x1" -> new CallAnswer.Returned(call, data);
            case "0x0" -> new CallAnswer.Reverted(call, RevertReason.of(reverted(answer, data)));
            default -> throw new RpcFailure(ChainFault.GARBAGE, "a simulated call has neither succeeded nor failed");
        };
    }

    /** Some nodes say why with the answer, and some with its error. */
    private static Bytes reverted(JsonNode answer, Bytes data) throws RpcFailure {
        JsonNode error = answer.path("error").path("data");
        return data.size() == 0 && error.isString() ? Quantities.bytes(error.stringValue()) : data;
    }

    /** As it comes. */
    static final class Answer extends Response<JsonNode> {}
}
