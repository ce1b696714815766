package org.evenkeel.market;

import java.util.regex.Pattern;

/** What a parser says of a text that it cannot read, in words for whoever wrote the text. */
public final class ParserWords {
    private static final Pattern PLACE = Pattern.compile("\\[Source: [^\\]]*?; line: (\\d+), column: (\\d+)]");
    private static final Pattern NO_PLACE = Pattern.compile(" ?\\(?(?:start marker at )?\\[Source: [^\\]]*]\\)?");

    private ParserWords() {}

    /** Without what Jackson says of itself and its settings: of a place it keeps line and column. */
    public static String plain(String said) {
        String placed = PLACE.matcher(said).replaceAll("line $1, column $2");
        return NO_PLACE.matcher(placed).replaceAll("");
    }
}
