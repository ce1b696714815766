package org.evenkeel.report.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times for readers: a real minus sign, thousands apart, UTC. What is not a number is a dash. */
public final class Numbers {
    /** Stands where there is no number. */
    public static final String NONE = "–";

    private static final char MINUS = '\u2212';
    private static final String PERCENT = "\u00a0%";
    private static final double SMALL_PRICE = 1e-3;
    private static final MathContext PRICE_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Numbers() {}

    /** 1,234.50 */
    public static String money(double value) {
        return plain(value, 2);
    }

    /** 1,235 */
    public static String wholeMoney(double value) {
        return plain(value, 0);
    }

    /** +1,234.50 */
    public static String gain(double value) {
        return signed(money(value), value);
    }

    /** 0.1234 as 12.34 % */
    public static String percent(double fraction) {
        return Double.isFinite(fraction) ? plain(fraction * 100, 2) + PERCENT : NONE;
    }

    /** 0.1234 as +12.3 % */
    public static String change(double fraction) {
        return Double.isFinite(fraction) ? signed(plain(fraction * 100, 1), fraction) + PERCENT : NONE;
    }

    /** 0.1234 as +12.3, where it is said that per cent are meant */
    public static String points(double fraction) {
        return signed(plain(fraction * 100, 1), fraction);
    }

    /** 12.3 */
    public static String oneDecimal(double value) {
        return plain(value, 1);
    }

    /** A price to six digits: 1,234.57, 0.00123457; a very small one to five, as 1.2346e−6. */
    public static String price(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        if (value != 0 && Math.abs(value) < SMALL_PRICE) {
            return withMinus(String.format(Locale.ROOT, "%.4e", value).replaceFirst("e-0*", "e" + MINUS));
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(PRICE_DIGITS);
        return withMinus(grouped(rounded.setScale(Math.max(0, rounded.scale()), RoundingMode.UNNECESSARY)));
    }

    /** A count. */
    public static String count(long count) {
        return withMinus(grouped(BigDecimal.valueOf(count)));
    }

    /** 1 run, 2 runs. */
    public static String count(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }

    /** 2021-06-07 */
    public static String date(Instant at) {
        return DATE.format(at);
    }

    /** 2021-06-07 13:00 */
    public static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** 2021-06-07 13:00:05 */
    public static String second(Instant at) {
        return SECOND.format(at);
    }

    /** A text that another room wrote, with a real minus sign before its number. */
    public static String withMinus(String text) {
        return text.startsWith("-") ? MINUS + text.substring(1) : text;
    }

    private static String plain(double value, int decimals) {
        return Double.isFinite(value)
                ? withMinus(grouped(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP)))
                : NONE;
    }

    /** The thousands apart. By hand: a page has thousands of numbers, and a formatter takes ten times as long. */
    private static String grouped(BigDecimal number) {
        StringBuilder text = new StringBuilder(number.toPlainString());
        int point = text.indexOf(".");
        int first = number.signum() < 0 ? 1 : 0;
        for (int at = (point < 0 ? text.length() : point) - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    private static String signed(String text, double value) {
        boolean nothing = text.chars().allMatch(c -> "0.,".indexOf(c) >= 0);
        return value > 0 && !nothing ? "+" + text : text;
    }
}
