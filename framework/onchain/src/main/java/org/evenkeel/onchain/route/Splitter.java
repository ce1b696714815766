package org.evenkeel.onchain.route;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.onchain.Address;

/**
 * Shares an amount out between paths, in steps: each goes where it brings most after those before it. Then paths are taken
 * away again for as long as the gas that this saves is worth more than what they bring.
 */
final class Splitter {
    private final Graph graph;
    private final RouteLimits limits;
    private final GasCosts gas;

    Splitter(Graph graph, RouteLimits limits, GasCosts gas) {
        this.graph = graph;
        this.limits = limits;
        this.gas = gas;
    }

    /** How a step finds its path, given those that are in use. */
    private interface Choice {
        Optional<Path> path(Market market, List<Path> used, BigInteger amount);
    }

    private record Candidate(Plan plan, Route route) {}

    Optional<Route> split(Address tokenIn, Address tokenOut, BigInteger amountIn) {
        Choice any = (market, used, amount) -> anyPath(market, used, amount, tokenIn, tokenOut);
        return share(amountIn, any)
                .map(candidate -> withoutIdle(candidate, amountIn))
                .map(Candidate::route);
    }

    private Candidate withoutIdle(Candidate start, BigInteger amountIn) {
        Candidate best = start;
        Optional<Candidate> fewer = Optional.of(start);
        while (fewer.isPresent()) {
            best = fewer.orElseThrow();
            fewer = fewer(best, amountIn);
        }
        return best;
    }

    /** With one path less, where that brings more. */
    private Optional<Candidate> fewer(Candidate now, BigInteger amountIn) {
        List<Path> paths = List.copyOf(now.plan.amounts().keySet());
        BigInteger most = net(now);
        Optional<Candidate> best = Optional.empty();
        for (Path left : paths) {
            List<Path> others =
                    paths.stream().filter(path -> !path.equals(left)).toList();
            Optional<Candidate> candidate = share(amountIn, (market, used, amount) -> bestOf(others, market, amount));
            if (candidate.isPresent() && net(candidate.orElseThrow()).compareTo(most) > 0) {
                most = net(candidate.orElseThrow());
                best = candidate;
            }
        }
        return best;
    }

    private BigInteger net(Candidate candidate) {
        return gas.net(candidate.route);
    }

    private Optional<Candidate> share(BigInteger amountIn, Choice choice) {
        Market market = graph.market();
        Plan.Builder plan = new Plan.Builder();
        BigInteger step = amountIn.divide(BigInteger.valueOf(limits.steps()));
        // What does not divide goes with the first step: the others are of one size.
        BigInteger next = amountIn.subtract(step.multiply(BigInteger.valueOf(limits.steps() - 1L)));
        for (BigInteger left = amountIn; left.signum() > 0; left = left.subtract(next), next = step) {
            BigInteger amount = next;
            Optional<Path> path = choice.path(market, plan.paths(), amount);
            if (path.isEmpty() || market.swap(path.orElseThrow(), amount).isEmpty()) {
                return Optional.empty();
            }
            plan.add(path.orElseThrow(), amount);
        }
        Plan shared = plan.build();
        return shared.route(graph).map(route -> new Candidate(shared, route));
    }

    /** A path that is in use costs no more gas; a new one does, of which a step pays its share. */
    private Optional<Path> anyPath(
            Market market, List<Path> used, BigInteger amount, Address tokenIn, Address tokenOut) {
        if (used.size() >= limits.mostParts()) {
            return bestOf(used, market, amount);
        }
        GasCosts share = gas.spreadOver(limits.steps());
        Optional<Path> found = new PathSearch(graph, market, share, tokenIn, tokenOut).best(amount, limits.mostHops());
        return bestOf(Stream.concat(used.stream(), found.stream()).toList(), market, amount);
    }

    /** Among equals the first. */
    private static Optional<Path> bestOf(List<Path> paths, Market market, BigInteger amount) {
        Optional<Path> best = Optional.empty();
        BigInteger most = BigInteger.ZERO;
        for (Path path : paths) {
            Optional<BigInteger> out = market.out(path, amount);
            if (out.isPresent() && out.orElseThrow().compareTo(most) > 0) {
                most = out.orElseThrow();
                best = Optional.of(path);
            }
        }
        return best;
    }
}
