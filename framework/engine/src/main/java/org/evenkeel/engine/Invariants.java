package org.evenkeel.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.evenkeel.market.Token;
import org.evenkeel.state.model.Decimals;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Transfer;

/**
 * What must hold after every cycle. Each check costs what the cycle added, not what came before: totals are carried on
 * from the last check.
 */
final class Invariants {
    private static final double ROUNDING = 1e-9;

    private int tradesSeen;
    private int transfersSeen;
    private int returnsSeen;
    private BigDecimal spent = BigDecimal.ZERO;

    /** A trade that was counted is open again: the next check counts all of them. */
    void recount() {
        tradesSeen = 0;
        transfersSeen = 0;
        returnsSeen = 0;
        spent = BigDecimal.ZERO;
    }

    /**
     * Checks a book.
     *
     * @throws IllegalStateException naming what does not hold; the run must not go on
     */
    void check(Portfolio portfolio, List<SignalOutcome> outcomes) {
        checkCash(portfolio);
        checkPositions(portfolio);
        checkWeights(outcomes);
    }

    /**
     * Cash = deposits − what trades took + what they brought − gas − bridges − what is in flight, to the last digit.
     */
    private void checkCash(Portfolio portfolio) {
        List<Trade> trades = portfolio.trades();
        while (tradesSeen < trades.size() && trades.get(tradesSeen).end().isPresent()) {
            spent = spent.add(cost(trades.get(tradesSeen)));
            tradesSeen++;
        }
        BigDecimal open = BigDecimal.ZERO;
        for (int i = tradesSeen; i < trades.size(); i++) {
            open = open.add(cost(trades.get(i)));
        }
        for (; transfersSeen < portfolio.transfers().size(); transfersSeen++) {
            Transfer arrived = portfolio.transfers().get(transfersSeen);
            spent = spent.add(arrived.cost()).add(arrived.amounts().gas());
        }
        for (; returnsSeen < portfolio.returnedTransfers().size(); returnsSeen++) {
            spent = spent.add(
                    portfolio.returnedTransfers().get(returnsSeen).amounts().gas());
        }
        for (Transfer transfer : portfolio.inFlight()) {
            open = open.add(transfer.amounts().sent());
        }
        BigDecimal expected = portfolio.netDeposits().subtract(spent).subtract(open);
        BigDecimal cash = Decimals.sum(portfolio.reserves().values());
        if (cash.compareTo(expected) != 0) {
            throw broken("The reserves hold " + cash.toPlainString()
                    + ", but deposits, trades, gas and transfers leave " + expected.toPlainString());
        }
    }

    private static BigDecimal cost(Trade trade) {
        return switch (trade.end().orElse(null)) {
            case null -> BigDecimal.ZERO;
            case Trade.Failed failed -> failed.gas();
            case Trade.Filled filled -> {
                BigDecimal value = filled.fill().value();
                BigDecimal gas = filled.fill().costs().gas();
                yield trade.plan().intent().side() == Side.BUY ? value.add(gas) : gas.subtract(value);
            }
        };
    }

    private static void checkPositions(Portfolio portfolio) {
        for (Position position : portfolio.positions()) {
            // A token can take the money and let nothing arrive: that has a cost.
            boolean nothing = position.quantity().signum() == 0
                    && position.holding().cost().signum() == 0;
            if (position.quantity().signum() < 0 || nothing) {
                throw broken("Position " + position.id() + " in " + position.pair() + " is open and holds "
                        + position.quantity().toPlainString());
            }
        }
        for (Map.Entry<Token, BigDecimal> reserve : portfolio.reserves().entrySet()) {
            if (reserve.getValue().signum() < 0) {
                throw broken("The reserve of " + reserve.getKey() + " on "
                        + reserve.getKey().chain() + " is " + reserve.getValue());
            }
        }
    }

    private static void checkWeights(List<SignalOutcome> outcomes) {
        double sum = 0;
        for (SignalOutcome outcome : outcomes) {
            double weight = outcome.weighing().weight();
            if (!(weight >= 0)) {
                throw broken("The weight of " + outcome.pair() + " is " + weight);
            }
            sum += weight;
        }
        if (sum > 1 + ROUNDING) {
            throw broken("The weights add up to " + sum);
        }
    }

    private static IllegalStateException broken(String what) {
        return new IllegalStateException(what + ". This is a fault of the program, not of the strategy: the run stops"
                + " here, and nothing after this point may be trusted.");
    }
}
