package org.evenkeel.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HeldTest {
    private final List<String> closed = new ArrayList<>();
    private final Held held = new Held();

    @Test
    void the_last_is_let_go_of_first_and_each_once() {
        hold("client", "journal", "lock");
        held.close();
        held.close();
        assertEquals(List.of("lock", "journal", "client"), closed);
    }

    @Test
    void one_that_fails_keeps_no_other_and_no_failure_is_lost() {
        hold("client");
        held.keep(() -> {
            throw new IllegalStateException("the journal's disk is full");
        });
        hold("lock");
        held.keep(() -> {
            throw new IllegalStateException("the wallet's disk is full");
        });
        IllegalStateException failure = assertThrows(IllegalStateException.class, held::close);
        assertEquals(List.of("lock", "client"), closed);
        List<String> said = new ArrayList<>(List.of(failure.getMessage()));
        Arrays.stream(failure.getSuppressed()).map(Throwable::getMessage).forEach(said::add);
        assertEquals(List.of("the wallet's disk is full", "the journal's disk is full"), said);
    }

    private void hold(String... names) {
        for (String name : names) {
            held.keep(() -> closed.add(name));
        }
    }
}
