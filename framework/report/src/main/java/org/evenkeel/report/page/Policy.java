package org.evenkeel.report.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The page's content security policy (W3C, Content Security Policy Level 3): nothing is loaded from anywhere, and only
 * those scripts and styles run whose SHA-256 it names. Whatever a token is called, it is no script of this page.
 */
final class Policy {
    private static final String FILES = "'self' file:";

    private Policy() {}

    static String of(String style, List<Script> scripts) {
        String hashes = scripts.stream().map(Policy::hash).collect(Collectors.joining(" "));
        return "default-src 'none'; img-src data:; style-src " + hash(style) + "; script-src " + hashes
                + "; base-uri 'none'; form-action 'none'";
    }

    /**
     * The library's hash is known beforehand: a megabyte takes a while in a JVM that has just been started. A script in a
     * file is allowed by where it is, for browsers do not hash what they read from a disk.
     */
    private static String hash(Script script) {
        if (script.file().isPresent()) {
            return FILES;
        }
        return script.id().equals(Assets.CHARTS_ID) ? Assets.CHARTS_HASH : hash(script.text());
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256, and this one has not.", e);
        }
    }
}
