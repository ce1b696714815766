package org.evenkeel.report.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.evenkeel.report.SeededRun;
import org.evenkeel.report.Story;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;
import org.evenkeel.testkit.SeededTest;
import org.junit.jupiter.api.Test;

final class PositionsViewTest {
    @Test
    void a_closed_position_tells_what_it_brought_and_what_closed_it() {
        Run run = new Story("A")
                .decide(1_000, 1_000, 10)
                .buy(0, 10, 10, 0, TriggerFactors.NONE)
                .close(1_000, 900)
                .sell(0, 10, 8, 0.5, TradeReason.STOP_LOSS)
                .value(1, 980, 980)
                .run();
        PositionRow row = PositionsView.of(run).rows().getFirst();
        assertEquals("stop loss", row.exit());
        assertEquals(-20, row.profit(), 1e-9);
        assertEquals(-0.2, row.profitShare(), 1e-12);
        assertEquals(0.5, row.held(), 1e-12);
        assertEquals(10, row.prices().entry());
        assertEquals(8, row.prices().exit());
    }

    @Test
    void an_open_position_is_counted_at_the_last_known_price() {
        Run run = new Story("A")
                .decide(1_000, 1_000, 10)
                .buy(0, 10, 10, 0, TriggerFactors.NONE)
                .close(1_000, 900)
                .decide(1_020, 900, 12)
                .close(1_020, 900)
                .value(2, 1_020, 900)
                .run();
        PositionRow row = PositionsView.of(run).rows().getFirst();
        assertTrue(row.isOpen());
        assertEquals("", row.exit());
        assertEquals(20, row.profit(), 1e-9);
        assertEquals(2, row.held(), 1e-12);
    }

    @SeededTest
    void all_profits_together_are_what_became_of_the_capital(long seed) {
        SeededRun seeded = SeededRun.of(seed);
        Run run = seeded.run();
        Portfolio book = run.book();
        double end = book.reserves().values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
        int last = run.curve().size() - 1;
        for (Position position : book.positions()) {
            end += position.quantity().doubleValue()
                    * run.prices().lastPrice(last, run.labels().indexOf(position.pair()));
        }
        PositionsView view = PositionsView.of(run);
        double profits = view.rows().stream().mapToDouble(PositionRow::profit).sum();
        double bridges = TradeFigures.bridging(book).doubleValue();
        assertEquals(end, 10_000 + profits - bridges, 1e-4);
        assertEquals(0, view.leftOut());
    }

    @SeededTest
    void pairs_bridges_failures_and_the_cost_of_selling_what_is_open_add_up_to_the_profit(long seed) {
        Run run = SeededRun.of(seed).run();
        Portfolio book = run.book();
        Brought brought = PositionsView.of(run).brought();
        double lines =
                brought.others().stream().mapToDouble(Brought.Line::amount).sum();
        double pairs = brought.pairs().stream().mapToDouble(PairProfit::profit).sum();
        double equity = run.curve().equity()[run.curve().size() - 1];
        assertEquals(equity - 10_000, brought.total(), 1e-6);
        assertEquals(brought.total(), pairs + lines, 0.01);

        int last = run.curve().size() - 1;
        double atPrice = book.positions().stream()
                .mapToDouble(position -> position.quantity().doubleValue()
                        * run.prices().lastPrice(last, run.labels().indexOf(position.pair())))
                .sum();
        double money = book.reserves().values().stream()
                        .mapToDouble(BigDecimal::doubleValue)
                        .sum()
                + book.inFlight().stream()
                        .mapToDouble(transfer -> transfer.amounts().received().doubleValue())
                        .sum();
        double sale = brought.others().stream()
                .filter(line -> line.label().startsWith("Selling what is open"))
                .mapToDouble(Brought.Line::amount)
                .sum();
        assertEquals(equity - money - atPrice, sale, 0.01);
        assertTrue(book.positions().isEmpty() || sale < 0, "selling costs");
    }

    @SeededTest
    void pairs_add_up_to_positions(long seed) {
        PositionsView view = PositionsView.of(SeededRun.of(seed).run());
        List<PairProfit> pairs = view.brought().pairs();
        assertEquals(
                view.rows().size(),
                pairs.stream().mapToInt(PairProfit::positions).sum());
        assertEquals(
                view.rows().stream().mapToDouble(PositionRow::profit).sum(),
                pairs.stream().mapToDouble(PairProfit::profit).sum(),
                1e-6);
        for (int i = 1; i < pairs.size(); i++) {
            assertTrue(pairs.get(i - 1).profit() >= pairs.get(i).profit());
        }
    }
}
