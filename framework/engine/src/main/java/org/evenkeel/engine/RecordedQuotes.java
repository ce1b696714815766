package org.evenkeel.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenkeel.api.port.Quote;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Quoted;
import org.evenkeel.state.model.Quoted.Answer;
import org.evenkeel.state.model.Quoted.Asked;
import org.evenkeel.state.model.Quoted.Question;

/** Answers what a decision asked as it was answered then, so that the decision can be made again. */
public final class RecordedQuotes implements Quotes {
    private final Map<Asked, Answer> answers = new HashMap<>();
    private Optional<Asked> unanswered = Optional.empty();

    /** By what was recorded with the decision. */
    public RecordedQuotes(Quoted quoted) {
        quoted.answers().forEach(answer -> answers.put(answer.asked(), answer));
    }

    /** The first question that was not asked then, in words; empty as long as there was none. */
    public Optional<String> unanswered() {
        return unanswered.map(RecordedQuotes::words);
    }

    private static String words(Asked asked) {
        String amounts = asked.amounts().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return switch (asked.question()) {
            case OBSTACLE -> "what stands in the way of trading " + asked.pair();
            case BUY -> "what " + amounts + " USD of " + asked.pair() + " would buy";
            case SELL, SALE_VALUE -> "what a sale of " + amounts + " of " + asked.pair() + " would bring";
            case MOST_SPENT -> "how much of " + asked.pair() + " can be bought at an impact of " + amounts;
            case MOST_SOLD -> "how much of " + asked.pair() + " can be sold at an impact of " + amounts;
            case QUANTITY_FOR ->
                "how much of " + asked.pair() + " brings " + asked.amounts().getFirst() + " USD, of "
                        + asked.amounts().getLast() + " held";
            case COST_FOR -> "what " + amounts + " of " + asked.pair() + " cost";
            case POOL_VALUE -> "what the pool of " + asked.pair() + " holds";
        };
    }

    private Answer answer(Question question, TradingPair pair, Double... amounts) {
        Asked asked = new Asked(question, pair, List.of(amounts));
        Answer answer = answers.get(asked);
        if (answer == null) {
            unanswered = unanswered.or(() -> Optional.of(asked));
            throw new IllegalStateException(
                    "The decision asks " + unanswered().orElseThrow() + ", which it did not ask then.");
        }
        return answer;
    }

    private double number(Question question, TradingPair pair, Double... amounts) {
        return answer(question, pair, amounts).numbers()[0];
    }

    private Quote quote(Question question, TradingPair pair, double amount) {
        Answer answer = answer(question, pair, amount);
        double[] of = answer.numbers();
        return new Quote(of[0], of[1], of[2], new Quote.Losses(of[3], of[4]), answer.route());
    }

    @Override
    public Optional<Outcome> findObstacle(TradingPair pair) {
        return answer(Question.OBSTACLE, pair).obstacle();
    }

    @Override
    public Quote buy(TradingPair pair, double spend) {
        return quote(Question.BUY, pair, spend);
    }

    @Override
    public Quote sell(TradingPair pair, double quantity) {
        return quote(Question.SELL, pair, quantity);
    }

    @Override
    public double saleValue(TradingPair pair, double quantity) {
        return number(Question.SALE_VALUE, pair, quantity);
    }

    @Override
    public double maxSpend(TradingPair pair, double maxImpact) {
        return number(Question.MOST_SPENT, pair, maxImpact);
    }

    @Override
    public double maxSale(TradingPair pair, double maxImpact) {
        return number(Question.MOST_SOLD, pair, maxImpact);
    }

    @Override
    public double quantityFor(TradingPair pair, double value, double held) {
        return number(Question.QUANTITY_FOR, pair, value, held);
    }

    @Override
    public double costFor(TradingPair pair, double quantity) {
        double[] numbers = answer(Question.COST_FOR, pair, quantity).numbers();
        if (numbers.length == 0) {
            throw new IllegalArgumentException(quantity + " of " + pair
                    + " could not be bought when the decision was made: its pools did not hold so much.");
        }
        return numbers[0];
    }

    @Override
    public double poolValue(TradingPair pair) {
        return number(Question.POOL_VALUE, pair);
    }
}
