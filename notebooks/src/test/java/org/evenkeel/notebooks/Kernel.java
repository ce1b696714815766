package org.evenkeel.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Evaluates cells as the Java kernel of Jupyter does: piece by piece, in one shell, in this process. */
final class Kernel implements AutoCloseable {
    private final JShell shell;

    Kernel() {
        shell = JShell.builder()
                .executionEngine("local")
                .compilerOptions("-classpath", System.getProperty("java.class.path"))
                .build();
    }

    /**
     * Evaluates a cell; every piece of it must compile and run.
     *
     * @return the value of its last piece, as the shell writes it; empty where that has none
     */
    String run(String cell) {
        String rest = cell;
        String value = "";
        while (!rest.isBlank()) {
            CompletionInfo piece = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            assertFalse(piece.source() == null || piece.source().isBlank(), "cannot be read as Java: " + rest);
            value = "";
            for (SnippetEvent event : shell.eval(piece.source())) {
                value = checked(event);
            }
            rest = piece.remaining();
        }
        return value;
    }

    private String checked(SnippetEvent event) {
        List<String> faults = shell.diagnostics(event.snippet())
                .map(fault -> fault.getMessage(Locale.ROOT))
                .toList();
        String where = event.snippet().source() + faults + (event.exception() == null ? "" : trace(event.exception()));
        assertEquals(Snippet.Status.VALID, event.status(), where);
        assertEquals(null, event.exception(), where);
        return event.value() == null ? "" : event.value();
    }

    private static String trace(Exception exception) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        exception.printStackTrace(new PrintStream(text, true, StandardCharsets.UTF_8));
        return text.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        shell.close();
    }
}
