package org.evenkeel.state.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Exchange;
import org.evenkeel.market.FeeMode;
import org.evenkeel.market.PriceUnit;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.RunInfo;

/** The tokens, pairs and reserves of a run: written once, and referred to by their short names everywhere else. */
final class MarketCodec {
    private MarketCodec() {}

    static void write(JsonOut out, RunInfo.Market market) {
        out.objectOfLines("market");
        out.arrayOfLines("tokens");
        for (Map.Entry<Token, String> entry : Tables.of(market).tokens().entrySet()) {
            writeToken(out, entry.getValue(), entry.getKey());
        }
        out.end();
        out.arrayOfLines("pairs");
        for (TradingPair pair : market.pairs()) {
            writePair(out, pair);
        }
        out.end();
        out.array("reserves");
        for (Token reserve : market.reserves().values()) {
            out.text(out.tokenKey(reserve));
        }
        out.end().end();
    }

    private static void writeToken(JsonOut out, String key, Token token) {
        out.object()
                .text("key", key)
                .text("chain", token.chain().name())
                .number("chainId", token.chain().id())
                .text("address", token.address())
                .text("symbol", token.symbol())
                .number("decimals", token.decimals())
                .end();
    }

    private static void writePair(JsonOut out, TradingPair pair) {
        out.object()
                .number("id", pair.id())
                .text("exchange", pair.exchange().name())
                .word("feeMode", pair.exchange().feeMode().name())
                .token("base", pair.base())
                .token("quote", pair.quote())
                .real("feeBps", pair.feeBps())
                .word("priceUnit", pair.priceUnit().name())
                .end();
    }

    static RunInfo.Market read(JsonIn in) {
        in.object("market");
        Map<String, Token> tokens = new HashMap<>();
        in.array("tokens");
        while (in.more()) {
            readToken(in, tokens);
        }
        List<TradingPair> pairs = new ArrayList<>();
        in.array("pairs");
        while (in.more()) {
            pairs.add(readPair(in, tokens));
        }
        SequencedMap<Chain, Token> reserves = new LinkedHashMap<>();
        in.array("reserves");
        while (in.more()) {
            Token reserve = known(tokens, in.text());
            reserves.put(reserve.chain(), reserve);
        }
        in.endObject();
        return checked(new RunInfo.Market(pairs, reserves), tokens);
    }

    private static void readToken(JsonIn in, Map<String, Token> tokens) {
        in.object();
        String key = in.text("key");
        Chain chain = new Chain(in.text("chain"), in.number("chainId"));
        tokens.put(key, new Token(chain, in.text("address"), in.text("symbol"), in.smallNumber("decimals")));
        in.endObject();
    }

    private static TradingPair readPair(JsonIn in, Map<String, Token> tokens) {
        in.object();
        long id = in.number("id");
        Exchange exchange = new Exchange(in.text("exchange"), in.word("feeMode", FeeMode.class));
        Token base = known(tokens, in.text("base"));
        Token quote = known(tokens, in.text("quote"));
        TradingPair pair =
                new TradingPair(id, exchange, base, quote, in.real("feeBps"), in.word("priceUnit", PriceUnit.class));
        in.endObject();
        return pair;
    }

    private static Token known(Map<String, Token> tokens, String key) {
        Token token = tokens.get(key);
        if (token == null) {
            throw new IllegalArgumentException("there is no token '" + key + "'");
        }
        return token;
    }

    /** A token is known by one key alone, or the same state could be written in two ways. */
    private static RunInfo.Market checked(RunInfo.Market market, Map<String, Token> tokens) {
        Tables.of(market).tokens().forEach((token, key) -> {
            if (!token.equals(tokens.get(key))) {
                throw new IllegalArgumentException("the token " + token + " should have the key '" + key + "'");
            }
        });
        return market;
    }
}
