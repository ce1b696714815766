package org.evenkeel.cli.wallet;

import java.io.PrintStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.evenkeel.cli.terminal.ExitCode;
import org.evenkeel.cli.terminal.Words;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * All that was found, for people and for programs.
 *
 * @param all in the order they were found in
 */
record Findings(List<Finding> all) {
    Findings {
        all = List.copyOf(all);
    }

    private long problems() {
        return all.stream()
                .filter(finding -> finding.level() == Finding.Level.PROBLEM)
                .count();
    }

    int exitCode() {
        return problems() == 0 ? ExitCode.OK : ExitCode.STATE;
    }

    void print(PrintStream out, boolean json) {
        if (json) {
            out.println(json());
        } else {
            all.forEach(finding -> print(out, finding));
            long problems = problems();
            out.println(
                    problems == 0
                            ? "All is well."
                            : problems + (problems == 1 ? " thing needs" : " things need") + " a person.");
        }
    }

    private static void print(PrintStream out, Finding finding) {
        String level = finding.level() == Finding.Level.PROBLEM ? "PROBLEM" : name(finding.level());
        out.printf(Locale.ROOT, "%-7s  %s: %s%n", level, finding.where(), finding.what());
        if (!finding.advice().isEmpty()) {
            out.println("         To do: " + finding.advice());
        }
        finding.repair()
                .ifPresent(name -> out.println("         Or, signed off by you: --repair " + Words.forShell(name)));
    }

    private static String name(Finding.Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("problems", problems());
            json.writeArrayPropertyStart("findings");
            for (Finding finding : all) {
                json.writeStartObject();
                json.writeStringProperty("level", name(finding.level()));
                json.writeStringProperty("where", finding.where());
                json.writeStringProperty("what", finding.what());
                json.writeStringProperty("advice", finding.advice());
                json.writeName("repair");
                finding.repair().ifPresentOrElse(json::writeString, json::writeNull);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }
}
