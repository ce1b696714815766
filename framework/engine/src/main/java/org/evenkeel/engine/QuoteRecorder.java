package org.evenkeel.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.api.port.Quote;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Quoted;
import org.evenkeel.state.model.Quoted.Answer;
import org.evenkeel.state.model.Quoted.Asked;
import org.evenkeel.state.model.Quoted.Question;

/** Quotes that take down what they are asked and what they answer, so that {@link RecordedQuotes} can answer it again. */
final class QuoteRecorder implements Quotes {
    private final Quotes quotes;
    private final List<Answer> answers = new ArrayList<>();
    private final Set<Asked> known = new HashSet<>();

    QuoteRecorder(Quotes quotes) {
        this.quotes = quotes;
    }

    /** What was asked until now, and answered. */
    Quoted heard() {
        return new Quoted(answers);
    }

    private void note(Answer answer) {
        if (known.add(answer.asked())) {
            answers.add(answer);
        }
    }

    private double noted(Question question, TradingPair pair, double answer, Double... amounts) {
        note(new Answer(new Asked(question, pair, List.of(amounts)), answer));
        return answer;
    }

    private Quote noted(Question question, TradingPair pair, Quote quote, double amount) {
        double[] numbers = {
            quote.quantity(),
            quote.value(),
            quote.midPrice(),
            quote.losses().fee(),
            quote.losses().impact()
        };
        note(new Answer(new Asked(question, pair, List.of(amount)), numbers, Optional.empty(), quote.route()));
        return quote;
    }

    @Override
    public Optional<Outcome> findObstacle(TradingPair pair) {
        Optional<Outcome> obstacle = quotes.findObstacle(pair);
        note(new Answer(new Asked(Question.OBSTACLE, pair, List.of()), new double[0], obstacle, List.of()));
        return obstacle;
    }

    @Override
    public Quote buy(TradingPair pair, double spend) {
        return noted(Question.BUY, pair, quotes.buy(pair, spend), spend);
    }

    @Override
    public Quote sell(TradingPair pair, double quantity) {
        return noted(Question.SELL, pair, quotes.sell(pair, quantity), quantity);
    }

    @Override
    public double saleValue(TradingPair pair, double quantity) {
        return noted(Question.SALE_VALUE, pair, quotes.saleValue(pair, quantity), quantity);
    }

    @Override
    public double maxSpend(TradingPair pair, double maxImpact) {
        return noted(Question.MOST_SPENT, pair, quotes.maxSpend(pair, maxImpact), maxImpact);
    }

    @Override
    public double maxSale(TradingPair pair, double maxImpact) {
        return noted(Question.MOST_SOLD, pair, quotes.maxSale(pair, maxImpact), maxImpact);
    }

    @Override
    public double quantityFor(TradingPair pair, double value, double held) {
        return noted(Question.QUANTITY_FOR, pair, quotes.quantityFor(pair, value, held), value, held);
    }

    @Override
    public double costFor(TradingPair pair, double quantity) {
        try {
            return noted(Question.COST_FOR, pair, quotes.costFor(pair, quantity), quantity);
        } catch (IllegalArgumentException notToBeHad) {
            note(new Answer(new Asked(Question.COST_FOR, pair, List.of(quantity))));
            throw notToBeHad;
        }
    }

    @Override
    public double poolValue(TradingPair pair) {
        return noted(Question.POOL_VALUE, pair, quotes.poolValue(pair));
    }
}
