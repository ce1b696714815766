package org.evenkeel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs commands in this process and keeps what they print. */
public final class Cli {
    /**
     * What a command did.
     *
     * @param code its exit code
     * @param out what it printed on standard output
     * @param err what it printed on standard error
     */
    public record Ran(int code, String out, String err) {
        /** On either. */
        String said() {
            return err + out;
        }
    }

    private Cli() {}

    /** Makes sure of how a command ended, and that it said something on either output. */
    public static void assertSays(int code, String said, Ran ran) {
        assertEquals(code, ran.code(), ran::said);
        assertTrue(ran.said().contains(said), ran::said);
    }

    /** Runs a command, which never shows the password of a test's wallet. */
    public static Ran run(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            System.setOut(outStream);
            System.setErr(errStream);
            int code = Main.run(texts);
            Ran ran = new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
            assertFalse(ran.said().contains(LocalWallet.PASSWORD), "the password is shown");
            return ran;
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }
}
