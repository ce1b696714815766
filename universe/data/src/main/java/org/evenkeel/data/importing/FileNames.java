package org.evenkeel.data.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads pairs out of file names: {@code quickswap_WMATIC-USDC_1h.csv}, {@code BTCUSDT-1h-2021-06.zip},
 * {@code Binance_ETHUSDT_d.csv}, {@code goog-ohlcv.csv}.
 */
final class FileNames {
    private static final Pattern JOINED =
            Pattern.compile("([A-Z0-9]{2,10}?)(USDT|USDC|BUSD|FDUSD|TUSD|USD|DAI|EUR|GBP|BTC|ETH|BNB)");
    private static final Pattern SYMBOL = Pattern.compile("([A-Za-z0-9.]{2,12})[-/]([A-Za-z0-9.]{2,12})");
    private static final Pattern NOISE = Pattern.compile(
            "(?i)(\\d+)|(\\d+[smhdwy])|([smhdw])|ohlcv?|adj|adjclose|close|closes|price|prices|daily|hourly|minute|weekly|data|"
                    + "history|candles?|klines?|stock|spot");
    private static final Set<String> EXTENSIONS = Set.of("csv", "txt", "tsv", "zip", "gz", "parquet");

    private FileNames() {}

    /** The file's name without its folders and endings. */
    static String stem(String fileName) {
        String stem = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int dot = stem.lastIndexOf('.');
        while (dot > 0 && EXTENSIONS.contains(stem.substring(dot + 1).toLowerCase(Locale.ROOT))) {
            stem = stem.substring(0, dot);
            dot = stem.lastIndexOf('.');
        }
        return stem;
    }

    /** The pair that a file's name tells of. */
    static Optional<PairText> findPair(String fileName) {
        List<String> words = new ArrayList<>(List.of(stem(fileName).split("[_ ]+")));
        for (int i = 0; i < words.size(); i++) {
            Optional<PairText> pair = findSymbol(words.get(i));
            if (pair.isPresent()) {
                Optional<String> venue = i == 0 ? Optional.empty() : Optional.of(words.get(0));
                return pair.map(text -> new PairText(text.base(), text.quote(), venue));
            }
        }
        return words.stream()
                .flatMap(word -> Pattern.compile("-").splitAsStream(word))
                .filter(word -> !word.isBlank() && !NOISE.matcher(word).matches())
                .findFirst()
                .map(word -> new PairText(word.toUpperCase(Locale.ROOT), Optional.empty(), Optional.empty()));
    }

    /** The pair of a symbol such as {@code WETH-USDC}, {@code BTC/USDT} or {@code BTCUSDT-1h-2021-06}. */
    static Optional<PairText> findSymbol(String symbol) {
        Matcher two = SYMBOL.matcher(symbol);
        if (two.matches() && !isNoise(two.group(1)) && !isNoise(two.group(2))) {
            return Optional.of(new PairText(two.group(1), Optional.of(two.group(2)), Optional.empty()));
        }
        Matcher joined = JOINED.matcher(symbol.split("-", 2)[0]);
        return joined.matches()
                ? Optional.of(new PairText(joined.group(1), Optional.of(joined.group(2)), Optional.empty()))
                : Optional.empty();
    }

    private static boolean isNoise(String word) {
        return NOISE.matcher(word).matches();
    }
}
