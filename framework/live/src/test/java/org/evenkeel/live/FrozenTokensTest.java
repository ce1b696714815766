package org.evenkeel.live;

import static org.evenkeel.live.LiveLab.A;
import static org.evenkeel.live.LiveLab.B;
import static org.evenkeel.live.LiveLab.USDC;
import static org.evenkeel.live.LiveLab.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.port.TriggerWatch;
import org.evenkeel.market.Token;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.TradeReason;
import org.evenkeel.state.model.TriggerFactors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token that does not tell any more how much of it the wallet has; A is held, and then B alone is traded. */
final class FrozenTokensTest {
    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private Optional<Token> silent = Optional.empty();
    private Optional<Token> untrue = Optional.empty();
    private LiveLab lab;

    @BeforeEach
    void fund() {
        lab = new LiveLab(folder);
        FakeChain.give(lab.chain(), USDC, "1000");
        lab.withWallet(Bad::new);
    }

    /** Does not tell of one token, and keeps what it is told itself. */
    private final class Bad implements Wallet {
        private final Wallet real;

        Bad(Wallet real) {
            this.real = real;
        }

        @Override
        public Map<Token, BigDecimal> balances(Collection<Token> tokens) {
            Map<Token, BigDecimal> balances = new HashMap<>(real.balances(tokens));
            silent.ifPresent(balances::remove);
            return balances;
        }

        @Override
        public void freeze(Token token, String why) {
            told.add("frozen " + token);
        }

        @Override
        public boolean isUntrue(Token token) {
            return untrue.filter(token::equals).isPresent();
        }

        @Override
        public void thaw(Token token) {
            told.add("thawed " + token);
        }
    }

    private List<String> heard() {
        List<String> heard = new ArrayList<>();
        for (LiveEvent event : lab.heard()) {
            switch (event) {
                case LiveEvent.TokenFrozen frozen -> heard.add("frozen " + frozen.token());
                case LiveEvent.TokenThawed thawed -> heard.add("thawed " + thawed.token());
                default -> {}
            }
        }
        return heard;
    }

    private LiveLab held() {
        lab.decides(input -> input.cycle() == 1
                        ? List.of(
                                LiveLab.buy(A, 300).with(TriggerFactors.stopLoss(0.9)),
                                LiveLab.buy(B, 100).with(TriggerFactors.stopLoss(0.9)))
                        : List.of(LiveLab.buy(B, 10)))
                .run(-30, 10);
        return lab;
    }

    @Test
    void a_token_that_falls_silent_is_told_once_and_the_others_go_on_after_a_restart_too() {
        held();
        silent = Optional.of(A.base());
        lab.run(20, 190);
        assertEquals(
                List.of("BUY A 300", "BUY B 100", "BUY B 10", "BUY B 10", "BUY B 10"), FakeChain.landed(lab.chain()));
        assertEquals(List.of("frozen A"), heard());
        assertEquals(List.of("frozen A"), told);
        lab.run(200, 250);
        assertEquals(List.of("frozen A", "frozen A"), heard(), "a process that begins tells it anew");
        assertEquals(6, FakeChain.landed(lab.chain()).size());
    }

    @Test
    void the_others_keep_their_stops() {
        held();
        silent = Optional.of(A.base());
        Position b = lab.book().findPosition(B).orElseThrow();
        lab.decides(input -> List.of())
                .touches(new TriggerWatch.Touch(minute(70), b, TradeReason.STOP_LOSS, 0.9, 0.9))
                .run(20, 90);
        assertEquals("SELL B 100", FakeChain.landed(lab.chain()).getLast());
        assertEquals(List.of("frozen A"), heard());
    }

    @Test
    void the_books_of_the_others_are_held_to_the_unit() {
        held();
        silent = Optional.of(A.base());
        FakeChain.give(lab.chain(), B.base(), "-0.000000000000000001");
        String message =
                assertThrows(WalletException.class, () -> lab.run(20, 190)).getMessage();
        assertTrue(message.contains("of B") && !message.contains("of A"), message);
    }

    @Test
    void one_that_tells_what_the_books_say_again_is_frozen_no_more() {
        held();
        silent = Optional.of(A.base());
        lab.decides(input -> {
                    silent = input.cycle() < 4 ? silent : Optional.empty();
                    return input.cycle() == 5 ? List.of(LiveLab.close(A)) : List.of();
                })
                .run(20, 250);
        assertEquals(List.of("frozen A", "thawed A"), heard());
        assertEquals(List.of("frozen A", "thawed A"), told);
        assertTrue(lab.book().findPosition(A).isEmpty());
    }

    @Test
    void one_that_tells_something_else_stays_frozen_and_the_next_start_wants_to_know() {
        held();
        silent = Optional.of(A.base());
        lab.decides(input -> {
                    silent = Optional.empty();
                    FakeChain.give(lab.chain(), A.base(), input.cycle() == 2 ? "-300" : "0");
                    return List.of(LiveLab.buy(B, 10));
                })
                .run(20, 190);
        assertEquals(List.of("frozen A", "frozen A"), heard(), "that it tells something else is told once");
        assertFalse(told.contains("thawed A"));
        assertEquals(5, FakeChain.landed(lab.chain()).size());
        assertThrows(WalletException.class, () -> lab.run(200, 250));
    }

    @Test
    void an_untrue_one_of_which_less_is_there_is_frozen_and_the_others_go_on_after_a_restart_too() {
        assertFrozenAloneWhereItDiffersBy("-30");
    }

    @Test
    void an_untrue_one_of_which_more_is_there_is_frozen_and_the_others_go_on_after_a_restart_too() {
        assertFrozenAloneWhereItDiffersBy("1000000000000");
    }

    private void assertFrozenAloneWhereItDiffersBy(String difference) {
        held();
        untrue = Optional.of(A.base());
        FakeChain.give(lab.chain(), A.base(), difference);
        lab.run(20, 190);
        assertEquals(List.of("frozen A"), heard());
        lab.run(200, 250);
        assertEquals(List.of("frozen A", "frozen A"), told, "a process that begins tells it anew");
        assertEquals(6, FakeChain.landed(lab.chain()).size());
    }

    @Test
    void control_one_that_is_not_known_to_be_untrue_ends_the_run_where_it_differs() {
        held();
        FakeChain.give(lab.chain(), A.base(), "-30");
        assertThrows(WalletException.class, () -> lab.run(20, 190));
    }

    @Test
    void money_that_is_less_ends_the_run_whatever_is_said_of_it() {
        held();
        untrue = Optional.of(USDC);
        FakeChain.give(lab.chain(), USDC, "-30");
        assertThrows(WalletException.class, () -> lab.run(20, 190));
    }

    @Test
    void money_that_is_not_told_ends_the_run() {
        held();
        silent = Optional.of(USDC);
        String message =
                assertThrows(WalletException.class, () -> lab.run(20, 190)).getMessage();
        assertTrue(message.contains("USDC") && message.contains("cannot be told"), message);
    }

    @Test
    void a_run_does_not_begin_with_a_token_that_does_not_tell() {
        silent = Optional.of(A.base());
        String message = assertThrows(WalletException.class, this::held).getMessage();
        assertTrue(message.contains("0xA") && message.contains("Nothing was sent"), message);
        assertEquals(List.of(), FakeChain.landed(lab.chain()));
    }
}
