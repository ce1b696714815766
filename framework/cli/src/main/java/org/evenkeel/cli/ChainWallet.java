package org.evenkeel.cli;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenkeel.live.Wallet;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;

/** What a run's accounts hold, asked of their chains. */
record ChainWallet(LiveChains chains) implements Wallet {
    @Override
    public Map<Token, BigDecimal> balances(Collection<Token> tokens) {
        Map<Chain, List<Token>> byChain =
                tokens.stream().collect(Collectors.groupingBy(Token::chain, LinkedHashMap::new, Collectors.toList()));
        Map<Token, BigDecimal> balances = new LinkedHashMap<>();
        byChain.forEach((chain, there) -> balances.putAll(balances(chain, there)));
        return balances;
    }

    private Map<Token, BigDecimal> balances(Chain chain, List<Token> tokens) {
        LiveChain held = chains.on(chain);
        WalletReader reader = new WalletReader(held.client(), held.client().head(), held.holder());
        Map<Token, BigDecimal> balances = new LinkedHashMap<>();
        for (WalletReader.Holding holding : reader.holdings(tokens)) {
            if (!holding.isAsKnown()) {
                throw new StateConflict("What the wallet holds of " + holding.token() + " on " + chain
                        + " cannot be told: " + holding.difference() + ". Correct the data set.");
            }
            balances.put(
                    holding.token(),
                    new BigDecimal(
                            holding.units().orElseThrow(), holding.token().decimals()));
        }
        return balances;
    }
}
