package org.evenkeel.state.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;

/**
 * Writes JSON as bytes that depend on the values alone: fields in the order of the calls, decimals in full and as
 * texts, instants in UTC.
 *
 * <p>A container can be spread, one entry to a line, where people will read it; what is inside an unspread container
 * stays on its line. Written by hand over a string builder, because a backtest writes its state once, in a JVM that has
 * just started: there this takes a third of the time of a streaming library, and a tenth of that of a data binder.
 */
final class JsonOut {
    private static final int DEPTH = 32;
    /** When characters become bytes: soon enough that they are still in the processor's cache. */
    private static final int CHUNK = 1 << 16;

    private final StringBuilder out = new StringBuilder(CHUNK * 2);
    private final Tables tables;
    private final boolean spreading;
    private final Consumer<String> pieces;
    private final char[] closers = new char[DEPTH];
    private final boolean[] spread = new boolean[DEPTH];
    private final boolean[] empty = new boolean[DEPTH];
    private int depth;
    private Instant lastInstant = Instant.EPOCH;
    private String lastInstantText = IsoTime.format(Instant.EPOCH);

    /**
     * @param tables the short names of tokens
     * @param spreading whether containers may be spread; if not, everything is one line
     * @param pieces takes what is written, piece by piece: much of it at once would be dear to move
     */
    JsonOut(Tables tables, boolean spreading, Consumer<String> pieces) {
        this.tables = tables;
        this.spreading = spreading;
        this.pieces = pieces;
    }

    /** Begins an object: the root, or the next entry of an array. */
    JsonOut object() {
        entry();
        return begin('{', '}', false);
    }

    JsonOut object(String name) {
        name(name);
        return begin('{', '}', false);
    }

    JsonOut objectOfLines() {
        entry();
        return begin('{', '}', true);
    }

    JsonOut objectOfLines(String name) {
        name(name);
        return begin('{', '}', true);
    }

    JsonOut array(String name) {
        name(name);
        return begin('[', ']', false);
    }

    JsonOut arrayOfLines(String name) {
        name(name);
        return begin('[', ']', true);
    }

    private JsonOut begin(char opener, char closer, boolean wantSpread) {
        out.append(opener);
        depth++;
        closers[depth] = closer;
        spread[depth] = wantSpread && spreading;
        empty[depth] = true;
        return this;
    }

    /** Ends the innermost object or array. */
    JsonOut end() {
        boolean wasSpread = spread[depth] && !empty[depth];
        char closer = closers[depth];
        depth--;
        if (wasSpread) {
            newLine();
        }
        out.append(closer);
        if (out.length() > CHUNK) {
            spill();
        }
        return this;
    }

    private void newLine() {
        out.append('\n');
        for (int level = 0; level < depth; level++) {
            out.append("  ");
        }
    }

    private void entry() {
        if (depth == 0) {
            return;
        }
        if (!empty[depth]) {
            out.append(',');
        }
        empty[depth] = false;
        if (spread[depth]) {
            newLine();
        }
    }

    private void name(String name) {
        if (spread[depth]) {
            entry();
            out.append('"').append(name).append("\": ");
            return;
        }
        // Nearly every name passes here: one piece less to append.
        out.append(empty[depth] ? "\"" : ",\"").append(name).append("\":");
        empty[depth] = false;
    }

    /** A field whose name was made up by a user. */
    JsonOut realOfAnyName(String name, double value) {
        anyName(name);
        return real(value);
    }

    JsonOut decimalOfAnyName(String name, BigDecimal value) {
        anyName(name);
        out.append('"').append(value.toPlainString()).append('"');
        return this;
    }

    JsonOut textOfAnyName(String name, String value) {
        anyName(name);
        return quoted(value);
    }

    private void anyName(String name) {
        entry();
        Escapes.appendName(out, name);
        out.append(spread[depth] ? ": " : ":");
    }

    /** A text that anybody may have written. */
    JsonOut text(String name, String value) {
        name(name);
        return quoted(value);
    }

    JsonOut text(String value) {
        entry();
        return quoted(value);
    }

    private JsonOut quoted(String value) {
        Escapes.appendText(out, value);
        return this;
    }

    /** One of our own words, which need no escapes. */
    JsonOut word(String name, String value) {
        name(name);
        out.append('"').append(value).append('"');
        return this;
    }

    JsonOut number(String name, long value) {
        name(name);
        out.append(value);
        return this;
    }

    JsonOut number(long value) {
        entry();
        out.append(value);
        return this;
    }

    JsonOut flag(String name, boolean value) {
        name(name);
        out.append(value);
        return this;
    }

    JsonOut nothing(String name) {
        name(name);
        out.append("null");
        return this;
    }

    /** A double; JSON has no NaN, which becomes null, and no infinity, which becomes a text. */
    JsonOut real(String name, double value) {
        name(name);
        return real(value);
    }

    JsonOut realEntry(double value) {
        entry();
        return real(value);
    }

    private JsonOut real(double value) {
        if (Double.isFinite(value)) {
            out.append(value);
        } else if (Double.isNaN(value)) {
            out.append("null");
        } else {
            out.append('"').append(value).append('"');
        }
        return this;
    }

    /** A double or null. */
    JsonOut real(String name, OptionalDouble value) {
        name(name);
        if (value.isEmpty()) {
            out.append("null");
            return this;
        }
        // Null means "none" here, so that a NaN needs another word.
        double present = value.getAsDouble();
        if (Double.isNaN(present)) {
            out.append("\"NaN\"");
            return this;
        }
        return real(present);
    }

    JsonOut decimal(String name, BigDecimal value) {
        name(name);
        out.append('"').append(value.toPlainString()).append('"');
        return this;
    }

    JsonOut instant(String name, Instant value) {
        if (!value.equals(lastInstant)) {
            lastInstantText = IsoTime.format(value);
            lastInstant = value;
        }
        return word(name, lastInstantText);
    }

    JsonOut token(String name, Token token) {
        return word(name, tables.key(token));
    }

    JsonOut pair(String name, TradingPair pair) {
        return number(name, pair.id());
    }

    String tokenKey(Token token) {
        return tables.key(token);
    }

    /** Ends the line, after the root object. */
    JsonOut line() {
        out.append('\n');
        return this;
    }

    /** How many bytes were written so far, where that is not much and all of it ASCII. */
    int length() {
        return out.length();
    }

    private void spill() {
        pieces.accept(out.toString());
        out.setLength(0);
    }

    /** Hands out what is left. */
    void finish() {
        spill();
    }
}
