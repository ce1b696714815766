package org.evenkeel.engine;

import static org.evenkeel.engine.FakeWorld.A;
import static org.evenkeel.engine.FakeWorld.B;
import static org.evenkeel.engine.FakeWorld.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.evenkeel.api.port.Quote;
import org.evenkeel.api.port.Quotes;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.event.Event;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Quoted;
import org.evenkeel.state.model.RoutePart;
import org.junit.jupiter.api.Test;

/** What a decision is told of prices that are gone with their moment. */
final class QuotesOnRecordTest {
    /** Every answer tells from which question it came. */
    private record Telling() implements Quotes {
        @Override
        public Optional<Outcome> findObstacle(TradingPair pair) {
            return pair.equals(A) ? Optional.empty() : Optional.of(Outcome.FROZEN);
        }

        @Override
        public Quote buy(TradingPair pair, double spend) {
            return new Quote(spend / 3, spend, 3, new Quote.Losses(0.1, 0.2), RoutePart.whole(List.of(pair)));
        }

        @Override
        public Quote sell(TradingPair pair, double quantity) {
            return new Quote(quantity, quantity * 2, 2, new Quote.Losses(0.3, 0.4), List.of());
        }

        @Override
        public double saleValue(TradingPair pair, double quantity) {
            return quantity / 7;
        }

        @Override
        public double maxSpend(TradingPair pair, double maxImpact) {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double maxSale(TradingPair pair, double maxImpact) {
            return maxImpact * 11;
        }

        @Override
        public double quantityFor(TradingPair pair, double value, double held) {
            return value / 13 + held;
        }

        @Override
        public double costFor(TradingPair pair, double quantity) {
            if (quantity > 100) {
                throw new IllegalArgumentException("the pools do not hold so much");
            }
            return quantity * 17;
        }

        @Override
        public double poolValue(TradingPair pair) {
            return 19;
        }
    }

    private static List<Object> answers(Quotes quotes) {
        return List.of(
                quotes.findObstacle(A),
                quotes.findObstacle(B),
                quotes.buy(A, 1.5),
                quotes.buy(A, 2.5),
                quotes.sell(B, 1.5),
                quotes.saleValue(A, 1.5),
                quotes.maxSpend(A, 0.01),
                quotes.maxSale(A, 0.01),
                quotes.quantityFor(A, 1, 2),
                quotes.costFor(A, 5),
                quotes.poolValue(B),
                quotes.poolValue(B));
    }

    private static Quoted heard() {
        QuoteRecorder recorder = new QuoteRecorder(new Telling());
        answers(recorder);
        assertThrows(IllegalArgumentException.class, () -> recorder.costFor(A, 101));
        return recorder.heard();
    }

    @Test
    void every_question_is_answered_again_as_it_was() {
        RecordedQuotes again = new RecordedQuotes(heard());
        assertEquals(answers(new Telling()), answers(again));
        assertThrows(IllegalArgumentException.class, () -> again.costFor(A, 101));
        assertEquals(Optional.empty(), again.unanswered());
    }

    @Test
    void what_is_asked_twice_is_recorded_once() {
        Quoted heard = heard();
        assertEquals(
                heard.answers().size(),
                heard.answers().stream().map(Quoted.Answer::asked).distinct().count());
    }

    @Test
    void a_question_that_was_not_asked_has_no_answer_and_is_named() {
        RecordedQuotes again = new RecordedQuotes(heard());
        assertThrows(IllegalStateException.class, () -> again.saleValue(B, 1.5));
        String named = again.unanswered().orElseThrow();
        assertEquals("what a sale of 1.5 of " + B + " would bring", named);
    }

    @Test
    void of_prices_that_the_data_tells_again_nothing_is_recorded() {
        FakeWorld world = new FakeWorld();
        world.engine().cycle(START);
        assertTrue(world.events().stream()
                .filter(Event.Decided.class::isInstance)
                .allMatch(event -> ((Event.Decided) event).quoted().isEmpty()));
    }
}
