package org.evenkeel.cli.wallet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FindingsTest {
    private static String printed(String repair) {
        Finding finding = Finding.problem("gamma", "the books have 1, the wallet 2", "book it")
                .repairedBy(repair);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Findings(List.of(finding)).print(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_name_of_a_repair_can_be_copied_into_a_shell_whatever_symbol_is_in_it() {
        String evil = printed("book-deposit:gamma:US$(reboot)");
        assertTrue(evil.contains("--repair 'book-deposit:gamma:US$(reboot)'"), evil);
        String plain = printed("book-deposit:gamma:USDC");
        assertTrue(plain.contains("--repair book-deposit:gamma:USDC" + System.lineSeparator()), plain);
    }
}
