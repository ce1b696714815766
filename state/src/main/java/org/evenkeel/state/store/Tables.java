package org.evenkeel.state.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.RunInfo;

/**
 * The short names under which a file knows the pairs and tokens of its market: a pair by its id, a token as
 * {@code ethereum/USDC}, with {@code #2} and so on where several tokens of a chain carry one symbol. Characters of a
 * symbol that no screen shows are question marks there.
 */
final class Tables {
    /** Those of a file that has named no market yet. */
    static final Tables NONE = new Tables(Map.of(), new LinkedHashMap<>());

    private final Map<Long, TradingPair> pairs;
    private final SequencedMap<Token, String> keys;
    private final Map<String, Token> tokens = new HashMap<>();

    private Tables(Map<Long, TradingPair> pairs, SequencedMap<Token, String> keys) {
        this.pairs = pairs;
        this.keys = keys;
        keys.forEach((token, key) -> tokens.put(key, token));
    }

    static Tables of(RunInfo.Market market) {
        Map<Long, TradingPair> pairs = new HashMap<>();
        SequencedMap<Token, String> keys = new LinkedHashMap<>();
        Map<String, Integer> uses = new HashMap<>();
        for (TradingPair pair : market.pairs()) {
            pairs.put(pair.id(), pair);
            name(pair.base(), keys, uses);
            name(pair.quote(), keys, uses);
        }
        market.reserves().values().forEach(token -> name(token, keys, uses));
        return new Tables(pairs, keys);
    }

    private static void name(Token token, Map<Token, String> keys, Map<String, Integer> uses) {
        if (!keys.containsKey(token)) {
            // No symbol is trusted to be without a '#': the loop ends at the first key that is free.
            String plain = Escapes.printable(token.chain().name() + "/" + token.symbol());
            String key = plain;
            while (uses.putIfAbsent(key, 1) != null) {
                key = plain + "#" + uses.merge(plain, 1, Integer::sum);
            }
            keys.put(token, key);
        }
    }

    /** The tokens and their keys, in the order in which the market's pairs name them. */
    SequencedMap<Token, String> tokens() {
        return keys;
    }

    String key(Token token) {
        String key = keys.get(token);
        if (key == null) {
            throw new IllegalArgumentException("The token " + token + " on " + token.chain()
                    + " is not in the market that the state was opened with.");
        }
        return key;
    }

    Token token(String key) {
        Token token = tokens.get(key);
        if (token == null) {
            throw new IllegalArgumentException("There is no token '" + key + "' in the state's market.");
        }
        return token;
    }

    TradingPair pair(long id) {
        TradingPair pair = pairs.get(id);
        if (pair == null) {
            throw new IllegalArgumentException("There is no pair " + id + " in the state's market.");
        }
        return pair;
    }
}
