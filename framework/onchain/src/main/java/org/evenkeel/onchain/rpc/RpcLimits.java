package org.evenkeel.onchain.rpc;

import java.time.Duration;

/**
 * How nodes are dealt with.
 *
 * @param requestsPerSecond to one endpoint, evenly spread; what is above waits
 * @param timeout until a request is given up
 * @param rounds how often all endpoints are tried before a read fails
 * @param pause between two rounds at first; each later one is twice as long
 * @param answerBytes the largest answer that is read
 */
public record RpcLimits(int requestsPerSecond, Duration timeout, int rounds, Duration pause, int answerBytes) {
    /** 25 requests a second, 10 seconds each, 3 rounds from half a second on, 32 MB. */
    public static final RpcLimits DEFAULTS =
            new RpcLimits(25, Duration.ofSeconds(10), 3, Duration.ofMillis(500), 32 << 20);

    private static final int MOST_ROUNDS = 20;

    /**
     * @throws IllegalArgumentException when one of them is not positive, or there are too many rounds
     */
    public RpcLimits {
        if (requestsPerSecond <= 0 || !timeout.isPositive() || !pause.isPositive() || answerBytes <= 0) {
            throw new IllegalArgumentException("Limits of RPC are all more than 0, and these are not: "
                    + requestsPerSecond + " requests a second, a timeout of " + timeout + ", " + rounds + " rounds, "
                    + pause + " between them, " + answerBytes + " bytes an answer.");
        }
        if (rounds <= 0 || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("All endpoints cannot be tried " + rounds + " times: 1 to " + MOST_ROUNDS
                    + " rounds are possible, each pause twice as long as the one before.");
        }
    }

    /** With another rate. */
    public RpcLimits withRequestsPerSecond(int changed) {
        return new RpcLimits(changed, timeout, rounds, pause, answerBytes);
    }

    /** With another timeout. */
    public RpcLimits withTimeout(Duration changed) {
        return new RpcLimits(requestsPerSecond, changed, rounds, pause, answerBytes);
    }

    /** With other rounds. */
    public RpcLimits withRounds(int changed, Duration changedPause) {
        return new RpcLimits(requestsPerSecond, timeout, changed, changedPause, answerBytes);
    }

    /** With another size of answers. */
    public RpcLimits withAnswerBytes(int changed) {
        return new RpcLimits(requestsPerSecond, timeout, rounds, pause, changed);
    }
}
