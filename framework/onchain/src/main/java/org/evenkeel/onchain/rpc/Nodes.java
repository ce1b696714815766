package org.evenkeel.onchain.rpc;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.evenkeel.market.Chain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All endpoints to read from: one after the other is asked, those that failed lately last, and again after a pause. */
final class Nodes {
    private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);

    private final Chain chain;
    private final List<Node> nodes;
    private final FailsafeExecutor<Object> inRounds;

    /** Something to ask one node. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Node node) throws RpcFailure;
    }

    Nodes(Chain chain, List<Node> nodes, RpcLimits limits) {
        this.chain = chain;
        this.nodes = nodes;
        inRounds = Failsafe.with(RetryPolicy.builder()
                .handleIf(Nodes::mayPass)
                .withMaxRetries(limits.rounds() - 1)
                .withBackoff(limits.pause(), limits.pause().multipliedBy(1L << limits.rounds()))
                .build());
    }

    private static boolean mayPass(Throwable failure) {
        return failure instanceof ChainException said && said.fault().passing();
    }

    /**
     * The first answer.
     *
     * @throws ChainException when no endpoint has one
     * @throws NodeRevert when a contract refused
     */
    <T> T read(String what, Question<T> question) {
        try {
            return inRounds.get(() -> askEach(what, question));
        } catch (FailsafeException stopped) {
            // It wraps what is checked, and only an interruption between two rounds is.
            Thread.currentThread().interrupt();
            throw new ChainException(
                    ChainFault.INTERRUPTED,
                    "No endpoint of " + chain + " answered so far (" + what + "), and this thread was told to stop.",
                    stopped);
        }
    }

    private <T> T askEach(String what, Question<T> question) {
        List<RpcFailure> failures = new ArrayList<>();
        StringBuilder said = new StringBuilder();
        for (Node node : inOrder()) {
            try {
                T answer = question.ask(node);
                node.worked();
                return answer;
            } catch (RpcFailure failure) {
                failures.add(failure);
                note(node, what, failure);
                said.append("\n  ").append(node.describe(failure));
            }
            if (failures.getLast().fault() == ChainFault.INTERRUPTED) {
                break;
            }
        }
        throw new ChainException(
                fault(failures),
                "No endpoint of " + chain + " answered: " + what + "." + said + "\n" + advice(fault(failures)));
    }

    private void note(Node node, String what, RpcFailure failure) {
        LOG.debug("Not answered ({}) by {}", what, node.describe(failure));
        switch (failure.fault()) {
            case NODE_ERROR, TOO_LARGE, INTERRUPTED -> {} // It is well, and only this question has no answer.
            default -> node.failed();
        }
    }

    private List<Node> inOrder() {
        return nodes.stream().sorted(Comparator.comparing(Node::rests)).toList();
    }

    /** The last, unless one before it may pass. */
    private static ChainFault fault(List<RpcFailure> failures) {
        return failures.stream()
                .map(RpcFailure::fault)
                .filter(ChainFault::passing)
                .findFirst()
                .orElse(failures.getLast().fault());
    }

    private static String advice(ChainFault fault) {
        return switch (fault) {
            case WRONG_CHAIN -> "Give endpoints of this chain, or correct the chain's id.";
            case CLOCK_SKEW -> "Set this machine's clock (NTP); if it is right, add another endpoint.";
            case STALE -> "Wait for the node to catch up, or add another endpoint; check this machine's clock.";
            case RATE_LIMITED -> "Lower the requests per second, or add another endpoint.";
            case TOO_LARGE -> "Ask for less at once, or allow larger answers.";
            case NODE_ERROR -> "The request is not one that these nodes answer.";
            case UNREACHABLE, REFUSED, GARBAGE -> "Check the endpoints and the network, or add another endpoint.";
            case INTERRUPTED -> "Nothing more was asked.";
        };
    }
}
