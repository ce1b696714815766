package org.evenkeel.data.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.evenkeel.data.columns.CandleColumn;
import org.evenkeel.data.columns.TimeTexts;
import org.evenkeel.market.DataException;
import org.jspecify.annotations.Nullable;

/** Finds out how a CSV is laid out from its first records. */
final class CsvSniffer {
    private static final int SAMPLE = 40;
    private static final int TEXT_LINES = 10;

    private final CsvInput input;
    private final char delimiter;
    private final List<List<String>> records;
    private final int width;
    private int skip;

    private CsvSniffer(CsvInput input, char delimiter, List<List<String>> records) {
        this.input = input;
        this.delimiter = delimiter;
        this.records = records;
        this.width = usualWidth(records);
    }

    /** @throws DataException when the columns cannot be told */
    static CsvLayout sniff(CsvInput input) {
        CsvSniffer best = null;
        for (char delimiter : new char[] {',', ';', '\t'}) {
            CsvSniffer candidate = new CsvSniffer(input, delimiter, input.head(delimiter, SAMPLE));
            if (best == null || candidate.isBetterThan(best)) {
                best = candidate;
            }
        }
        return Objects.requireNonNull(best).layout();
    }

    private boolean isBetterThan(CsvSniffer other) {
        return width != other.width ? width > other.width : usual() > other.usual();
    }

    private long usual() {
        return records.stream().filter(fields -> fields.size() == width).count();
    }

    /** The number of fields that most records have; of two as frequent, the larger. */
    private static int usualWidth(List<List<String>> records) {
        Map<Integer, Integer> counts = new HashMap<>();
        records.forEach(fields -> counts.merge(fields.size(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    private CsvLayout layout() {
        if (width < 2) {
            throw unclear("it has no line with two values or more");
        }
        while (skip < records.size() && skip < TEXT_LINES && records.get(skip).size() != width) {
            skip++;
        }
        List<String> first = records.get(skip);
        if (first.stream().anyMatch(CsvNumbers::isNumber)) {
            return withoutHeader();
        }
        skip++;
        if (skip >= records.size()) {
            throw unclear("it has a header but no rows");
        }
        return withHeader(first);
    }

    private CsvLayout withHeader(List<String> header) {
        int time = timeColumn(header);
        Map<CandleColumn, Integer> columns = CandleColumn.match(header);
        OptionalInt symbol = optional(columns.remove(CandleColumn.PAIR));
        columns.remove(CandleColumn.TIME);
        columns.remove(CandleColumn.RESERVE_QUOTE);
        if (columns.containsKey(CandleColumn.CLOSE) && !isTicker(header, columns)) {
            return new CsvLayout(delimiter, skip, time, columns, symbol, Map.of());
        }
        Map<Integer, String> instruments = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (i != time && !header.get(i).isBlank() && holdsNumbers(i)) {
                instruments.put(i, header.get(i).strip());
            }
        }
        if (instruments.isEmpty()) {
            throw unclear("none of its columns " + header + " holds closes");
        }
        return new CsvLayout(delimiter, skip, time, Map.of(), OptionalInt.empty(), instruments);
    }

    /**
     * A lone C is Citigroup among tickers, not a close: single letters count only where o, h, l and c are all there.
     */
    private static boolean isTicker(List<String> header, Map<CandleColumn, Integer> columns) {
        boolean full = columns.containsKey(CandleColumn.OPEN)
                && columns.containsKey(CandleColumn.HIGH)
                && columns.containsKey(CandleColumn.LOW);
        return header.get(Objects.requireNonNull(columns.get(CandleColumn.CLOSE)))
                                .strip()
                                .length()
                        == 1
                && !full;
    }

    /** The first column named like a time whose values are times; else a nameless first column of times. */
    private int timeColumn(List<String> header) {
        for (String name : CandleColumn.TIME.names()) {
            for (int i = 0; i < header.size(); i++) {
                if (header.get(i).strip().equalsIgnoreCase(name) && holdsTimes(i)) {
                    return i;
                }
            }
        }
        for (int i = 0; i < header.size(); i++) {
            if ((header.get(i).isBlank() || header.get(i).startsWith("Unnamed")) && holdsTimes(i)) {
                return i;
            }
        }
        throw unclear("none of its columns " + header + " holds times; they may be named "
                + CandleColumn.TIME.names().subList(0, 6) + ", and look like 2021-06-01 00:00:00 or 1622505600");
    }

    private CsvLayout withoutHeader() {
        int time = holdsTimes(0) ? 0 : 1;
        if (!holdsTimes(time)) {
            throw unclear("it has no header, and neither of its first two columns holds times");
        }
        Map<CandleColumn, Integer> columns = new EnumMap<>(CandleColumn.class);
        if (width - time == 2) {
            columns.put(CandleColumn.CLOSE, time + 1);
        } else if (width - time < 5) {
            throw unclear("it has no header and " + width + " columns: add a header");
        } else {
            putPrices(columns, time);
        }
        return new CsvLayout(delimiter, skip, time, columns, OptionalInt.empty(), Map.of());
    }

    private void putPrices(Map<CandleColumn, Integer> columns, int time) {
        int[] order = fits(time + 1, time + 2, time + 3, time + 4)
                ? new int[] {time + 1, time + 2, time + 3, time + 4}
                : new int[] {time + 3, time + 2, time + 1, time + 4};
        if (!fits(order[0], order[1], order[2], order[3])) {
            throw unclear(
                    "it has no header, and its columns are neither open, high, low, close nor low, high, open, close:"
                            + " add a header");
        }
        columns.put(CandleColumn.OPEN, order[0]);
        columns.put(CandleColumn.HIGH, order[1]);
        columns.put(CandleColumn.LOW, order[2]);
        columns.put(CandleColumn.CLOSE, order[3]);
        // Exchanges' klines have twelve columns: the volume in base tokens, the close time, then the volume in the
        // quote.
        if (width - time == 12) {
            columns.put(CandleColumn.VOLUME, time + 7);
        } else if (width - time > 5) {
            columns.put(CandleColumn.VOLUME, time + 5);
        }
    }

    private boolean fits(int open, int high, int low, int close) {
        int sound = 0;
        int seen = 0;
        for (List<String> fields : data()) {
            double top = number(fields, high);
            double bottom = number(fields, low);
            double first = number(fields, open);
            double last = number(fields, close);
            seen++;
            sound += top >= Math.max(first, last) && bottom <= Math.min(first, last) ? 1 : 0;
        }
        return sound * 10 >= seen * 9;
    }

    private double number(List<String> fields, int index) {
        return index < fields.size() ? CsvNumbers.parse(fields.get(index), delimiter == ';') : Double.NaN;
    }

    private List<List<String>> data() {
        return records.subList(Math.min(skip, records.size()), records.size());
    }

    /** Whether a column holds times; one in five may be damaged, and is reported with its row later. */
    private boolean holdsTimes(int index) {
        long times = data().stream()
                .filter(fields -> index < fields.size()
                        && TimeTexts.findMillis(fields.get(index)).isPresent())
                .count();
        return times > 0 && times * 5 >= data().size() * 4L;
    }

    private boolean holdsNumbers(int index) {
        List<String> cells = new ArrayList<>();
        data().stream().filter(fields -> index < fields.size()).forEach(fields -> cells.add(fields.get(index)));
        return cells.stream().allMatch(cell -> CsvNumbers.isBlank(cell) || CsvNumbers.isNumber(cell));
    }

    private static OptionalInt optional(@Nullable Integer index) {
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    private DataException unclear(String why) {
        return new DataException("The columns of " + input.name() + " cannot be told: " + why + ".");
    }
}
