package org.evenkeel.cli.wallet;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.cli.chain.ChainScope;
import org.evenkeel.cli.chain.TokenOptions;
import org.evenkeel.cli.terminal.Console;
import org.evenkeel.cli.terminal.Tables;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.config.NativeCoin;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * How much of an asset a wallet has.
 *
 * @param chain where
 * @param symbol of the asset
 * @param address its contract; empty for the native coin
 * @param decimals of its amounts
 * @param units how much, in base units
 */
record Balance(Chain chain, String symbol, String address, int decimals, BigInteger units) {
    /** The native coin first, then the tokens; a note of what is none goes to the user. */
    static List<Balance> of(ChainScope scope, WalletReader reader, List<TokenOptions.Named> named) {
        List<Balance> balances = new ArrayList<>();
        Chain chain = scope.chain();
        balances.add(new Balance(chain, scope.profile().coin().symbol(), "", NativeCoin.DECIMALS, reader.coins()));
        List<Token> tokens = new ArrayList<>(scope.tokens());
        named.stream()
                .filter(one -> one.chain().equals(chain))
                .map(one -> reader.token(chain, one.address()))
                .filter(token -> !tokens.contains(token))
                .forEach(tokens::add);
        for (WalletReader.Holding holding : reader.holdings(tokens)) {
            if (holding.isAsKnown()) {
                Token token = holding.token();
                BigInteger units = holding.units().orElseThrow();
                balances.add(new Balance(chain, token.symbol(), token.address(), token.decimals(), units));
            } else {
                Console.err()
                        .println("Note: " + holding.token() + " on " + chain + " is left out: " + holding.difference()
                                + ".");
            }
        }
        return balances;
    }

    /** Exact. */
    static String amount(BigInteger units, int decimals) {
        BigDecimal amount = new BigDecimal(units, decimals).stripTrailingZeros();
        return amount.toPlainString();
    }

    static Tables table(List<Balance> balances) {
        Tables table =
                new Tables().text("Chain").text("Asset").number("Balance").text("Address");
        balances.forEach(one -> table.row(one.chain.name(), one.symbol, amount(one.units, one.decimals), one.address));
        return table;
    }

    static String json(Address wallet, List<Balance> balances) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("wallet", wallet.hex());
            json.writeArrayPropertyStart("balances");
            for (Balance one : balances) {
                json.writeStartObject();
                json.writeStringProperty("chain", one.chain.name());
                json.writeNumberProperty("chainId", one.chain.id());
                json.writeStringProperty("asset", one.symbol);
                json.writeStringProperty("address", one.address);
                json.writeNumberProperty("decimals", one.decimals);
                json.writeStringProperty("units", one.units.toString());
                json.writeStringProperty("balance", amount(one.units, one.decimals));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }
}
