package org.evenkeel.live;

import static org.evenkeel.live.LiveLab.START;
import static org.evenkeel.live.LiveLab.USDC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.replay.Replay;
import org.evenkeel.state.store.StateFolder;
import org.evenkeel.state.store.StateStore;
import org.evenkeel.testkit.Failpoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed anywhere, a run that goes on makes each trade once, and its books are what the chain says. */
final class LiveKillTest {
    private static final List<String> USUAL =
            List.of("BUY A 300", "BUY B 400", "SELL A 300", "BUY B 50", "SELL B 120", "BUY A 333");
    private static final int END = 190;
    private static final int REAL_KILLS = 6;

    @TempDir
    private Path temporary;

    private LiveLab funded(String name) {
        Path folder = temporary.resolve(name);
        assertTrue(folder.toFile().mkdir(), name);
        FakeChain.give(folder.resolve("chain.txt"), USDC, "1000");
        return new LiveLab(folder);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LiveLab goOn(Path folder) {
        return goOn(new LiveLab(folder));
    }

    /** Goes on where the record ends. */
    private static LiveLab goOn(LiveLab lab) {
        AtomicReference<Instant> last = new AtomicReference<>(START.minus(Duration.ofMinutes(30)));
        if (StateFolder.at(lab.state()).holdsState()) {
            StateFolder.at(lab.state()).forEachEvent(event -> {
                last.set(event.at());
                return true;
            });
        }
        return lab.run((int) Duration.between(START, last.get()).toMinutes(), END);
    }

    private static void assertAsIfUnbroken(LiveLab lab, String killed) {
        assertEquals(USUAL, FakeChain.landed(lab.chain()), killed);
        Portfolio book = lab.book();
        assertEquals(4, book.cycles().size(), killed);
        assertEquals(0, new BigDecimal("337").compareTo(book.reserve(USDC)), killed);
        for (Position position : book.positions()) {
            assertTrue(FakeChain.holds(lab.chain(), position.pair(), position.quantity()), killed);
        }
        assertEquals(
                USUAL.size(),
                book.trades().stream()
                        .filter(trade -> trade.filled().isPresent())
                        .count(),
                killed);
        assertEquals(
                lab.ledger().snapshot(),
                Replay.walk(StateFolder.at(lab.state()), (before, event) -> {}).snapshot(),
                killed);
    }

    /** What a process leaves that is killed at a point. */
    private record Left(String point, Path folder) {}

    private List<Left> leftByAnyKill() {
        LiveLab unbroken = funded("unbroken");
        Path folder = temporary.resolve("unbroken");
        List<Path> copies = new ArrayList<>();
        Failpoints points = Failpoints.observing(() -> {
            Path copy = temporary.resolve("at-" + copies.size());
            copies.add(copy);
            copy(folder, copy);
        });
        ChildRun.watched(unbroken, points).run(-30, END);
        assertAsIfUnbroken(unbroken, "unbroken");
        assertTrue(copies.size() > 80, "points: " + copies.size());
        List<Left> left = new ArrayList<>();
        for (int i = 0; i < copies.size(); i++) {
            left.add(new Left(points.reached().get(i) + ", point " + (i + 1), copies.get(i)));
        }
        return left;
    }

    @Test
    void killed_before_or_after_anything_that_it_asks_of_the_world_it_makes_each_trade_once() {
        for (Left left : leftByAnyKill()) {
            assertAsIfUnbroken(goOn(left.folder()), left.point());
        }
    }

    /** The control of what is on the disk before it is sent: without that, a decision made again would be sent as another's. */
    @Test
    void what_was_sent_is_what_is_on_record_also_where_it_would_be_decided_otherwise_after_the_restart() {
        List<Left> sending = leftByAnyKill().stream()
                .filter(left -> left.point().contains("Execution.execute"))
                .toList();
        assertEquals(2 * USUAL.size(), sending.size());
        for (Left left : sending) {
            LiveLab lab = new LiveLab(left.folder())
                    .decides(input -> LiveLab.usual(input).reversed());
            goOn(lab);
            List<String> planned = lab.book().trades().stream()
                    .filter(trade -> trade.filled().isPresent())
                    .map(trade -> trade.plan().intent().side() + " "
                            + trade.plan().intent().pair().base().symbol() + " "
                            + trade.filled()
                                    .get()
                                    .fill()
                                    .value()
                                    .stripTrailingZeros()
                                    .toPlainString())
                    .toList();
            assertEquals(FakeChain.landed(lab.chain()), planned, left.point());
        }
    }

    /** On the disk once nothing is open: what is planned is not, before it is sent. */
    private record KeptLate(StateStore store) implements Kept {
        @Override
        public void commit() {
            boolean deciding = store.ledger().books().stream()
                    .anyMatch(book -> book.openCycle().isPresent());
            if (!deciding) {
                store.commit();
            }
        }

        @Override
        public void writeSnapshot() {
            store.writeSnapshot();
        }
    }

    /** What such a run has on the disk each time that something has just been sent. */
    private List<Path> leftByOneThatKeepsLate() {
        LiveLab late = funded("late");
        List<Path> copies = new ArrayList<>();
        Failpoints[] points = new Failpoints[1];
        points[0] = Failpoints.observing(() -> {
            if (points[0].reached().getLast().equals("after Execution.execute")) {
                Path copy = temporary.resolve("late-at-" + copies.size());
                copies.add(copy);
                copy(temporary.resolve("late"), copy);
            }
        });
        LiveRun.Setup setup = ChildRun.watched(late, points[0]).setup();
        FakeTime time = new FakeTime(START.minus(Duration.ofMinutes(30)), LiveLab.minute(END));
        try (StateStore store = Beginning.open(setup.folder(), setup.info())) {
            Beginning.begin(store.ledger(), setup.info(), time.instant());
            LiveLoop.Record record = new LiveLoop.Record(store.ledger(), new KeptLate(store), time.instant());
            new LiveLoop(setup, late.world(time), LiveTerms.DEFAULTS, record, event -> {}).run(false);
        } catch (InterruptedException over) {
            assertEquals(USUAL, FakeChain.landed(late.chain()), "unbroken, nobody would notice");
        }
        return copies;
    }

    @Test
    void control_where_a_trade_is_not_on_record_before_it_is_sent_a_kill_after_it_makes_it_nobodys() {
        List<Path> left = leftByOneThatKeepsLate();
        assertEquals(USUAL.size(), left.size());
        for (Path folder : left) {
            LiveLab lab = new LiveLab(folder);
            int sent = FakeChain.landed(lab.chain()).size();
            assertTrue(lab.book().trades().size() < sent, "sent " + sent);
            assertThrows(WalletException.class, () -> goOn(lab));
            assertEquals(sent, FakeChain.landed(lab.chain()).size(), "books that are not the wallet's send nothing");
        }
    }

    @Test
    void a_process_that_is_halted_leaves_what_those_copies_are() {
        Failpoints points = Failpoints.counting();
        ChildRun.watched(funded("counted"), points).run(-30, END);
        List<String> reached = points.reached();
        List<Integer> executions = new ArrayList<>();
        for (int i = 0; i < reached.size(); i++) {
            if (reached.get(i).endsWith("Execution.execute")) {
                executions.add(i + 1);
            }
        }
        for (int i = 0; i < REAL_KILLS; i++) {
            int point = executions.get(i * executions.size() / REAL_KILLS);
            LiveLab lab = funded("halted-" + point);
            ChildRun.End end = ChildRun.haltedAt(temporary.resolve("halted-" + point), point);
            assertEquals(Failpoints.HALTED, end.code(), end.said());
            assertNotEquals(USUAL, FakeChain.landed(lab.chain()));
            assertAsIfUnbroken(goOn(temporary.resolve("halted-" + point)), reached.get(point - 1));
        }
    }

    @Test
    void on_a_disk_that_is_full_nothing_is_sent_that_is_not_on_it_and_with_room_again_it_goes_on() {
        int stopped = 0;
        for (int kilobytes = 2; kilobytes <= 10; kilobytes += 2) {
            String name = "full-" + kilobytes;
            LiveLab lab = funded(name);
            ChildRun.End end = ChildRun.withFilesUpTo(temporary.resolve(name), kilobytes);
            if (end.code() != 0) {
                stopped++;
                assertTrue(end.said().contains("StateException"), end.said());
                int sent = FakeChain.landed(lab.chain()).size();
                assertTrue(sent < USUAL.size(), "sent " + sent);
                assertTrue(lab.ledger().nextTrade() > sent, "each is on the disk that was sent");
            }
            assertAsIfUnbroken(goOn(temporary.resolve(name)), name);
        }
        assertTrue(stopped >= 2, "stopped " + stopped);
    }
}
