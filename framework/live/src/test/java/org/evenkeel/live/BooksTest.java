package org.evenkeel.live;

import static org.evenkeel.live.TwoChains.A;
import static org.evenkeel.live.TwoChains.A_ELSEWHERE;
import static org.evenkeel.live.TwoChains.BUSD;
import static org.evenkeel.live.TwoChains.C;
import static org.evenkeel.live.TwoChains.START;
import static org.evenkeel.live.TwoChains.USDC;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.api.port.Unavailable;
import org.evenkeel.market.Token;
import org.evenkeel.state.Ledger;
import org.evenkeel.state.event.Event;
import org.junit.jupiter.api.Test;

final class BooksTest {
    private final TwoChains chains = new TwoChains();
    private final Map<Token, BigDecimal> held = new HashMap<>();
    private final Wallet wallet = tokens -> {
        Map<Token, BigDecimal> balances = new HashMap<>();
        tokens.forEach(token -> balances.put(token, held.getOrDefault(token, BigDecimal.ZERO)));
        return balances;
    };
    private final Books books = new Books(chains.universe(), Optional.of(wallet));

    private BooksTest holding(Token token, String amount) {
        held.put(token, new BigDecimal(amount));
        return this;
    }

    private String difference() {
        return assertThrows(
                        WalletException.class,
                        () -> books.differences(chains.book()).requireNone())
                .getMessage();
    }

    @Test
    void the_reserves_of_every_chain_are_taken_in() {
        holding(USDC, "12.345678").holding(BUSD, "0.000000000000000001");
        assertEquals(
                List.of(
                        new Event.CashFlowed(START, Ledger.MAIN_BOOK, USDC, new BigDecimal("12.345678")),
                        new Event.CashFlowed(START, Ledger.MAIN_BOOK, BUSD, new BigDecimal("0.000000000000000001"))),
                books.deposits(Optional.empty(), BigDecimal.TEN, START));
    }

    @Test
    void before_anything_is_decided_what_has_come_or_gone_meanwhile_flows_in_or_out() {
        chains.deposited(USDC, "100").deposited(BUSD, "50");
        holding(USDC, "101").holding(BUSD, "20");
        assertEquals(
                List.of(
                        new Event.CashFlowed(START, Ledger.MAIN_BOOK, USDC, BigDecimal.ONE),
                        new Event.CashFlowed(START, Ledger.MAIN_BOOK, BUSD, new BigDecimal("-30"))),
                books.deposits(Optional.of(chains.book()), BigDecimal.TEN, START));
    }

    @Test
    void a_chain_without_money_is_left_out() {
        holding(BUSD, "5");
        assertEquals(1, books.deposits(Optional.empty(), BigDecimal.TEN, START).size());
    }

    @Test
    void on_paper_there_is_the_money_that_was_asked_for_and_nothing_to_compare() {
        Books paper = new Books(chains.universe(), Optional.empty());
        assertEquals(
                BigDecimal.TEN,
                paper.deposits(Optional.empty(), BigDecimal.TEN, START)
                        .getFirst()
                        .amount());
        assertDoesNotThrow(
                () -> paper.differences(chains.deposited(USDC, "1").book()).requireNone());
    }

    @Test
    void a_token_that_is_held_through_two_pairs_is_one_balance() {
        chains.deposited(USDC, "100").bought(A, "1.5", "10").bought(A_ELSEWHERE, "0.25", "20");
        holding(USDC, "70").holding(A.base(), "1.75");
        assertDoesNotThrow(() -> books.differences(chains.book()).requireNone());
        holding(A.base(), "1.750000000000000001");
        assertTrue(difference().contains("+0.000000000000000001"), difference());
    }

    @Test
    void zeros_at_the_end_are_no_difference() {
        chains.deposited(USDC, "100");
        holding(USDC, "100.000000");
        assertDoesNotThrow(() -> books.differences(chains.book()).requireNone());
    }

    @Test
    void tokens_that_the_books_do_not_hold_are_a_difference_too() {
        chains.deposited(USDC, "100");
        holding(USDC, "100").holding(C.base(), "3");
        String message = difference();
        assertTrue(message.contains("of C (0xC) on bsc the books hold 0 and the wallet 3"), message);
        assertFalse(message.contains("USDC"), message);
    }

    @Test
    void what_a_trade_may_have_changed_is_left_out_until_that_is_known_and_all_else_is_not() {
        chains.deposited(USDC, "100").deposited(BUSD, "50").sent(A, "10");
        holding(USDC, "90").holding(A.base(), "10").holding(BUSD, "50");
        assertDoesNotThrow(() -> books.differences(chains.book()).requireNone());
        holding(BUSD, "49");
        assertTrue(difference().contains("BUSD"));
    }

    @Test
    void money_between_chains_may_be_more_on_both_sides_until_it_is_booked() {
        chains.deposited(USDC, "100").moved("40");
        holding(USDC, "60").holding(BUSD, "40");
        assertDoesNotThrow(() -> books.differences(chains.book()).requireNone());
        chains.arrived();
        assertDoesNotThrow(() -> books.differences(chains.book()).requireNone());
        holding(BUSD, "39");
        assertTrue(difference().contains("BUSD"));
    }

    @Test
    void what_is_left_of_money_between_chains_is_watched_on_both_sides() {
        chains.deposited(USDC, "100").deposited(BUSD, "500").moved("40");
        holding(USDC, "60").holding(BUSD, "500");
        assertDoesNotThrow(() -> books.differences(chains.book()).requireNone());
        holding(BUSD, "0");
        assertTrue(difference().contains("BUSD"));
        holding(BUSD, "500").holding(USDC, "59");
        assertTrue(difference().contains("USDC"));
    }

    @Test
    void a_chain_that_does_not_answer_hides_nothing_of_the_others() {
        chains.deposited(USDC, "100").deposited(BUSD, "500");
        holding(USDC, "60").holding(BUSD, "500");
        Wallet half = tokens -> {
            if (tokens.stream().anyMatch(token -> token.chain().equals(TwoChains.OTHER))) {
                throw new Unavailable("no node answers", null);
            }
            return wallet.balances(tokens);
        };
        Books.Differences found = new Books(chains.universe(), Optional.of(half)).differences(chains.book());
        assertEquals(List.of(USDC), found.less().stream().map(Difference::token).toList());
        assertEquals(Set.of(TwoChains.OTHER), found.away().keySet());
        assertThrows(Unavailable.class, found::requireReached);
    }
}
