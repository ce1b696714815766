package org.evenkeel.state;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.RunInfo;
import org.evenkeel.state.model.SignalOutcome;
import org.evenkeel.state.model.TradeIntent;
import org.evenkeel.state.model.Transfer;

/** The pairs and tokens that the ledger was opened with. An event that names another one is refused. */
final class KnownMarket {
    private final Set<TradingPair> pairs;
    private final Set<Token> tokens = new HashSet<>();

    KnownMarket(RunInfo.Market market) {
        this.pairs = new HashSet<>(market.pairs());
        for (TradingPair pair : market.pairs()) {
            tokens.add(pair.base());
            tokens.add(pair.quote());
        }
        tokens.addAll(market.reserves().values());
    }

    void check(Event event) {
        switch (event) {
            case Event.CashFlowed flow -> check(flow.token());
            case Event.Decided decided -> checkDecision(decided);
            case Event.TradePlanned planned -> {
                check(planned.trade().intent().pair());
                check(planned.trade().reserve());
            }
            case Event.TradeFilled filled ->
                filled.fill().route().forEach(part -> part.pools().forEach(this::check));
            case Event.TransferStarted started -> checkTransfer(started.transfer());
            case Event.CycleClosed closed -> checkOutcomes(closed.result().outcomes());
            default -> {
                // The others name only numbers.
            }
        }
    }

    private void checkDecision(Event.Decided decided) {
        int prices = decided.inputs().priceCount();
        if (prices != pairs.size()) {
            throw new IllegalStateException(
                    "Cycle " + decided.cycle() + " of book " + decided.book() + " was decided on "
                            + prices + " prices, but the ledger's market has " + pairs.size()
                            + " pairs: give one price for each, NaN where there is none.");
        }
        for (TradeIntent intent : decided.decision().intents()) {
            check(intent.pair());
        }
        checkOutcomes(decided.signals());
        decided.quoted()
                .ifPresent(quoted -> quoted.answers().forEach(answer -> {
                    check(answer.asked().pair());
                    answer.route().forEach(part -> part.pools().forEach(this::check));
                }));
    }

    private void checkTransfer(Transfer transfer) {
        check(transfer.from());
        check(transfer.to());
    }

    private void checkOutcomes(List<SignalOutcome> outcomes) {
        for (SignalOutcome outcome : outcomes) {
            check(outcome.pair());
        }
    }

    private void check(TradingPair pair) {
        if (!pairs.contains(pair)) {
            throw new IllegalStateException("Pair " + pair.id() + " (" + pair
                    + ") is not in the market that the ledger was opened with: it has " + pairs.size() + " others.");
        }
    }

    private void check(Token token) {
        if (!tokens.contains(token)) {
            throw new IllegalStateException("The token " + token + " on " + token.chain()
                    + " is neither a reserve of the ledger's market nor in one of its pairs.");
        }
    }
}
