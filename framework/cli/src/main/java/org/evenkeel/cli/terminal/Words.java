package org.evenkeel.cli.terminal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.evenkeel.market.NearestName;
import org.jspecify.annotations.Nullable;

/** Words that an option takes, and numbers in words. */
public final class Words {
    private static final Pattern DECIMAL = Pattern.compile("(?<![\\w.])-?\\d+\\.\\d+(?:E-?\\d+)?(?![\\w])");
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");
    private static final int DIGITS = 6;

    private Words() {}

    /**
     * The word that was given, if it is one of those.
     *
     * @throws UsageException when it is not, with the nearest that is
     */
    public static String choice(String option, String given, List<String> words) {
        String word = given.toLowerCase(Locale.ROOT);
        if (!words.contains(word)) {
            throw new UsageException(option + " takes no '" + given + "'." + NearestName.hint(given, words)
                    + " It takes " + String.join(", ", words) + ".");
        }
        return word;
    }

    /** A word as a shell takes it: in quotes where it has to be. */
    public static String forShell(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** A number as a person writes it, to six digits: -5, 0.0123457. */
    public static String number(double value) {
        return Double.isFinite(value) ? plain(BigDecimal.valueOf(value)) : Double.toString(value);
    }

    /** A message with its numbers rounded to six digits. */
    public static String rounded(@Nullable String message) {
        return DECIMAL.matcher(String.valueOf(message)).replaceAll(match -> plain(new BigDecimal(match.group())));
    }

    private static String plain(BigDecimal value) {
        BigDecimal rounded = value.round(new MathContext(DIGITS)).stripTrailingZeros();
        boolean small = rounded.signum() != 0 && rounded.precision() - rounded.scale() < -DIGITS;
        return small ? rounded.toString() : rounded.toPlainString();
    }
}
