package org.evenkeel.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenkeel.live.LiveEvent;
import org.evenkeel.live.WalletException;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Trade;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.LocalChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run whose trades are taken back by the chain, between two looks at it. */
final class ReorganisedRunTest {
    private static final int CONFIRMATIONS = 8;

    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31414, DueRun.genesis());

    @TempDir
    private Path folder;

    /** What happens to the chain after the first decision, once. */
    private static final class Fate {
        /** How often is waited until all has been looked at once. */
        private static final int A_LOOK = 5;

        private final DueRun run;
        private final int blocks;
        private final Instant end;
        private final LeapingTime time = LeapingTime.now(this::passes);
        private final List<LiveEvent> heard = new ArrayList<>();
        private boolean othersTrade;
        private int looks;
        private long swapped;
        private boolean decided;
        private boolean reorganised;
        private List<BigDecimal> before = List.of();

        Fate(DueRun run, int blocks, Duration goesOn) {
            this.run = run;
            this.blocks = blocks;
            this.end = LeapingTime.machine().plus(goesOn);
        }

        /** In the blocks that come instead somebody sells before the run buys. */
        Fate withOthers() {
            othersTrade = true;
            return this;
        }

        /** It happens once the run has looked at its trades again. */
        Fate afterALook() {
            looks = A_LOOK;
            return this;
        }

        void hears(LiveEvent event) {
            heard.add(event);
            if (event instanceof LiveEvent.CycleDone) {
                decided = true;
                swapped = head();
            }
        }

        private static long head() {
            return Long.decode(CHAIN.ask("eth_blockNumber").stringValue());
        }

        private <T extends LiveEvent> List<T> heard(Class<T> kind) {
            return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        private void passes(Instant until) {
            if (decided && !reorganised && looks-- == 0) {
                run.assertDone("before the chain takes it back");
                before = amounts(run);
                reorganised = true;
                CHAIN.ask("anvil_reorg", blocks + head() - swapped, List.of());
                CHAIN.ask("anvil_dropAllTransactions");
                if (othersTrade) {
                    run.push("AAA", -0.0005);
                    run.push("BBB", -0.0005);
                }
            } else {
                run.passTo(until);
            }
            if (until.isAfter(end)) {
                time.end();
            }
        }
    }

    /** Lets the candles that the decision is made on become final. */
    private static void finalise() {
        for (int block = 0; block <= CONFIRMATIONS; block++) {
            CHAIN.ask("evm_mine");
        }
    }

    private List<Long> takenBack(Fate fate) {
        return fate.heard(LiveEvent.TradeTakenBack.class).stream()
                .map(event -> event.trade().plan().id())
                .toList();
    }

    /** What was sent, however often. */
    private static Set<String> sent(DueRun run) {
        return run.proxy().bodies().stream()
                .filter(body -> body.contains("eth_sendRawTransaction"))
                .map(body -> body.replaceAll("\"id\":[0-9]+", ""))
                .collect(Collectors.toSet());
    }

    private Fate taken(DueRun run, int blocks, boolean othersTrade) {
        finalise();
        Fate fate = new Fate(run, blocks, Duration.ofMinutes(4));
        fate = othersTrade ? fate.withOthers() : fate;
        run.proxy().watch(new FaultProxy.Watcher() {});
        run.goOn("1m", fate.time, fate::hears);
        assertTrue(fate.reorganised, fate.heard::toString);
        assertTrue(run.proxy().count("eth_sendRawTransaction") > 4, "nothing was sent again");
        assertEquals(4, sent(run).size(), "what is sent again are the same bytes");
        assertEquals(2, run.book().trades().size(), "no trade is made in the place of one that was taken back");
        run.assertDone("after they landed again");
        return fate;
    }

    /** The last swap alone; both swaps, with the approvals before them. */
    @ParameterizedTest
    @CsvSource({"1, 1", "4, 2"})
    void trades_that_the_chain_takes_back_are_told_of_and_land_again_once(int blocks, int trades) {
        try (DueRun run = new DueRun(CHAIN, folder, CONFIRMATIONS).begun()) {
            Fate fate = taken(run, blocks, true);
            assertEquals(trades == 1 ? List.of(2L) : List.of(1L, 2L), takenBack(fate));
            assertEquals(2 + trades, fate.heard(LiveEvent.TradeEnded.class).size());
        }
    }

    /** How long it is open in between is up to the node, and whether that is told, too. */
    @Test
    void where_nobody_else_traded_what_lands_again_is_what_it_was() {
        try (DueRun run = new DueRun(CHAIN, folder, CONFIRMATIONS).begun()) {
            Fate fate = taken(run, 4, false);
            assertEquals(fate.before, amounts(run));
        }
    }

    private static List<BigDecimal> amounts(DueRun run) {
        return run.filled().stream()
                .map(trade -> trade.filled().orElseThrow().fill().quantity())
                .toList();
    }

    @Test
    void a_swap_that_lands_again_after_its_deadline_is_reverted_and_its_gas_is_booked() {
        try (DueRun run = new DueRun(CHAIN, folder, CONFIRMATIONS).begun()) {
            finalise();
            Fate fate = new Fate(run, 1, Duration.ofMinutes(50));
            run.goOn("20m", fate.time, fate::hears);
            assertEquals(List.of(2L), takenBack(fate));
            Trade swap = run.book().trades().getLast();
            assertEquals(Outcome.REVERTED, ((Trade.Failed) swap.end().orElseThrow()).outcome());
            assertEquals(1, run.filled().size());
            run.assertSame("with what the reverted one cost");
        }
    }

    @Test
    void control_with_a_single_confirmation_nobody_asks_after_what_the_chain_took_back_and_the_run_ends() {
        try (DueRun run = new DueRun(CHAIN, folder, 1).begun()) {
            Fate fate = new Fate(run, 1, Duration.ofMinutes(70)).afterALook();
            String message = assertThrows(WalletException.class, () -> run.goOn("5m", fate.time, fate::hears))
                    .getMessage();
            assertTrue(fate.reorganised && message.contains("Books and wallet differ"), message);
            assertEquals(List.of(), takenBack(fate));
        }
    }
}
