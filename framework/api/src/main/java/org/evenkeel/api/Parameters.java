package org.evenkeel.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.evenkeel.market.Interval;
import org.evenkeel.market.NearestName;

/**
 * A strategy's parameters: names, types and defaults are declared by reading them, values may be set from outside by
 * the command line or a sweep.
 *
 * <pre>{@code
 * int lookback = set.integer("lookback", 24);        // 24, or what --set lookback=48 says
 * }</pre>
 *
 * <p>Not safe for use by several threads; each run has its own.
 */
public final class Parameters {
    /** The types a parameter may have. */
    public enum Type {
        /** A whole number. */
        INTEGER,
        /** A number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** Any text. */
        TEXT,
        /** A length of time such as {@code 1h} or {@code 7d}. */
        INTERVAL,
        /** One of a few words. */
        CHOICE,
        /** Texts with commas between them. */
        LIST
    }

    /**
     * A parameter that was declared.
     *
     * @param name its name
     * @param type its type
     * @param defaultValue its value where nobody sets another, as a text
     * @param value its value, as a text
     */
    public record Declared(String name, Type type, String defaultValue, String value) {}

    private final Map<String, String> given;
    private final SequencedMap<String, Declared> declared = new LinkedHashMap<>();

    private Parameters(Map<String, String> given) {
        this.given = Map.copyOf(given);
    }

    /** Parameters of which some are set from outside. */
    public static Parameters of(Map<String, String> given) {
        return new Parameters(given);
    }

    /** Parameters that all keep their defaults. */
    public static Parameters defaults() {
        return new Parameters(Map.of());
    }

    /**
     * Declares a whole number.
     *
     * @throws ParameterException when the value set is none
     */
    public int integer(String name, int defaultValue) {
        return read(name, Type.INTEGER, Integer.toString(defaultValue), Parameters::whole, "a whole number");
    }

    /**
     * Declares a whole number of at least 1, such as how many pairs to hold.
     *
     * @throws ParameterException when the value set is none
     */
    public int count(String name, int defaultValue) {
        return read(
                name, Type.INTEGER, Integer.toString(defaultValue), Parameters::atLeastOne, "a whole number from 1 on");
    }

    /**
     * Declares a number.
     *
     * @throws ParameterException when the value set is none, or not finite
     */
    public double number(String name, double defaultValue) {
        return read(name, Type.NUMBER, Double.toString(defaultValue), Numbers::decimal, "a number");
    }

    /**
     * Declares a flag.
     *
     * @throws ParameterException when the value set is neither true nor false
     */
    public boolean flag(String name, boolean defaultValue) {
        return read(name, Type.FLAG, Boolean.toString(defaultValue), Parameters::trueOrFalse, "true or false");
    }

    /** Declares a text. */
    public String text(String name, String defaultValue) {
        return read(name, Type.TEXT, defaultValue, text -> text, "a text");
    }

    /** Declares a list of texts; set from outside, they have commas between them. */
    public List<String> list(String name, String... defaultValues) {
        Function<String, List<String>> split = text -> Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        return read(name, Type.LIST, String.join(",", defaultValues), split, "texts with commas between them");
    }

    /**
     * Declares the pairs to trade.
     *
     * @param favourites those traded where the user names no others, as far as the data has them; none for all
     */
    public PairChoice pairs(String name, String... favourites) {
        List<String> names = list(name, favourites);
        return new PairChoice(name, names, !names.equals(List.of(favourites)));
    }

    /**
     * Declares a length of time.
     *
     * @throws ParameterException when the value set is none
     */
    public Interval interval(String name, Interval defaultValue) {
        return read(name, Type.INTERVAL, defaultValue.toString(), Interval::parse, "a length of time such as 1h or 7d");
    }

    /**
     * Declares a choice; set from outside, case does not matter.
     *
     * @throws ParameterException when the value set is none of the choices
     */
    public <E extends Enum<E>> E choice(String name, E defaultValue) {
        Class<E> type = defaultValue.getDeclaringClass();
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .toList();
        Function<String, E> parse =
                text -> Enum.valueOf(type, text.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        return read(name, Type.CHOICE, defaultValue.name().toLowerCase(Locale.ROOT), parse, "one of " + words);
    }

    private <T> T read(String name, Type type, String defaultValue, Function<String, T> parse, String what) {
        String text = given.getOrDefault(name, defaultValue);
        T value;
        try {
            value = parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    "Parameter " + name + "=" + text + " is not " + what + ". Its default is " + defaultValue + ".", e);
        }
        declared.put(name, new Declared(name, type, defaultValue, text));
        return value;
    }

    private static int whole(String text) {
        return Integer.parseInt(text.strip());
    }

    private static int atLeastOne(String text) {
        int value = whole(text);
        if (value < 1) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    private static boolean trueOrFalse(String text) {
        String word = text.strip();
        if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(word);
        }
        throw new IllegalArgumentException(text);
    }

    /**
     * Declares that some values make no sense together. A run with them is refused; a sweep leaves them out of its grid
     * and counts them.
     *
     * <pre>{@code
     * set.require(fast < slow, "fast must be below slow");
     * }</pre>
     *
     * @param holds whether the values set go together
     * @param rule what must hold, with the names of the parameters
     * @throws InvalidCombinationException when it does not
     */
    public void require(boolean holds, String rule) {
        if (!holds) {
            throw new InvalidCombinationException(rule, values());
        }
    }

    /** What was declared so far, in the order of declaration. */
    public List<Declared> declared() {
        return List.copyOf(declared.values());
    }

    /** The values of all that was declared, as texts by name. */
    public SequencedMap<String, String> values() {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        declared.forEach((name, parameter) -> values.put(name, parameter.value()));
        return Collections.unmodifiableSequencedMap(values);
    }

    /**
     * Makes sure that nothing was set which nobody declared.
     *
     * @throws ParameterException naming each unknown parameter and the nearest known one
     */
    public void refuseUnknown() {
        List<String> unknown = new ArrayList<>(given.keySet());
        unknown.removeAll(declared.keySet());
        if (unknown.isEmpty()) {
            return;
        }
        Collections.sort(unknown);
        StringBuilder message = new StringBuilder();
        for (String name : unknown) {
            message.append("There is no parameter '")
                    .append(name)
                    .append("'.")
                    .append(NearestName.hint(name, declared.keySet()))
                    .append(' ');
        }
        throw new ParameterException(message + "Known are " + declared.keySet() + ".");
    }
}
