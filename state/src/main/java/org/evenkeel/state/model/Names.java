package org.evenkeel.state.model;

/** The names that users make up for parameters and plots, and that become names of fields in files. */
final class Names {
    /** The longest name, in characters. */
    private static final int MAX = 1000;

    private Names() {}

    /**
     * Makes sure that a name can be one of a field: readers of JSON refuse half a surrogate pair there.
     *
     * @param name the name
     * @param what what it is the name of, for the message
     * @throws IllegalArgumentException when it is too long, or has half of a surrogate pair
     */
    static void require(String name, String what) {
        if (name.length() > MAX) {
            throw new IllegalArgumentException("The name of " + what + " that begins with '" + name.substring(0, 40)
                    + "' has " + name.length() + " characters: it may have " + MAX + ".");
        }
        for (int i = 0; i < name.length(); i++) {
            // A whole pair is one code point beyond the surrogates; half of one is a surrogate itself.
            int point = name.codePointAt(i);
            if (Character.isSupplementaryCodePoint(point)) {
                i++;
            } else if (Character.isSurrogate((char) point)) {
                throw new IllegalArgumentException("The name of " + what + " has half of a surrogate pair at character "
                        + i + ": write it in whole characters.");
            }
        }
    }
}
