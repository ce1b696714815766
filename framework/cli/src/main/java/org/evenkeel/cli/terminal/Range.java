package org.evenkeel.cli.terminal;

/**
 * Two bounds, as {@code 0:0.3} on the command line.
 *
 * @param lower the least
 * @param upper the most
 */
public record Range(double lower, double upper) {
    /** @throws UsageException when the text is none */
    public static Range parse(String option, String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 2) {
            throw new UsageException(
                    option + " " + text + " is no range: write the least and the most, as " + option + " 0:0.3.");
        }
        Range range = new Range(number(option, text, parts[0]), number(option, text, parts[1]));
        if (range.lower > range.upper) {
            throw new UsageException(option + " " + text + " runs backwards: write the least first, as " + option + " "
                    + parts[1] + ":" + parts[0] + ".");
        }
        return range;
    }

    /** @throws UsageException when a part of an option's text is no finite number */
    public static double number(String option, String text, String part) {
        try {
            double value = Double.parseDouble(part.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(option + " " + text + ": '" + part + "' is no number.", e);
        }
        throw new UsageException(option + " " + text + ": '" + part + "' is no number.");
    }
}
