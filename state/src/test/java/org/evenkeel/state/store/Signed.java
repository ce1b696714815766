package org.evenkeel.state.store;

import java.nio.charset.StandardCharsets;

/** Puts right checksums on files that a test has changed, as somebody would who means to deceive. */
final class Signed {
    private Signed() {}

    private static String sha(String text) {
        return new Sha256().add(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** A snapshot with the checksum of its bytes. */
    static String snapshot(String json) {
        String mark = "\"checksum\": \"";
        int from = json.indexOf(mark) + mark.length();
        String blank = json.substring(0, from) + Sha256.NONE + json.substring(from + Sha256.NONE.length());
        return json.substring(0, from) + sha(blank) + json.substring(from + Sha256.NONE.length());
    }

    /** A journal whose lines all have the hashes of their bytes and follow on each other. */
    static String journal(String lines) {
        StringBuilder signed = new StringBuilder();
        String prev = Sha256.NONE;
        for (String line : lines.split("\n")) {
            String linked = line.replaceFirst("\"prev\":\"[0-9a-f]{64}\"", "\"prev\":\"" + prev + "\"");
            String covered = linked.substring(0, linked.lastIndexOf(",\"hash\""));
            prev = sha(covered);
            signed.append(covered).append(JournalEncoder.tail(prev)).append('\n');
        }
        return signed.toString();
    }
}
