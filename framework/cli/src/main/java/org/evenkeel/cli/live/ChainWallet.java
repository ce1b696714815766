package org.evenkeel.cli.live;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenkeel.api.port.Unavailable;
import org.evenkeel.cli.wallet.WalletReader;
import org.evenkeel.live.Wallet;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.token.TokenNumbers;

/**
 * What a run's accounts hold, asked of their chains.
 *
 * @param doctor the command that mends what differs
 */
record ChainWallet(LiveChains chains, DoctorCall doctor) implements Wallet {
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
            amount(holding).ifPresent(amount -> balances.put(holding.token(), amount));
        }
        return balances;
    }

    /** A token with other decimals than before says as little of an amount as one that says nothing. */
    private static Optional<BigDecimal> amount(WalletReader.Holding holding) {
        return holding.units()
                .filter(units -> holding.isAsKnown() && TokenNumbers.isAmount(units))
                .map((BigInteger units) -> new BigDecimal(units, holding.token().decimals()));
    }

    @Override
    public Optional<String> frozen() {
        List<String> found = new ArrayList<>();
        List<Unavailable> away = new ArrayList<>();
        for (LiveChain chain : chains.all()) {
            try {
                chain.disturbances().stream().map(doctor::text).forEach(found::add);
            } catch (Unavailable why) {
                away.add(why); // What is found on the others is told all the same.
            }
        }
        if (found.isEmpty() && !away.isEmpty()) {
            throw away.getFirst();
        }
        return found.isEmpty() ? Optional.empty() : Optional.of("Nothing more is sent. " + String.join(" – ", found));
    }

    @Override
    public String remedy(Map<Token, BigDecimal> more) {
        return doctor.bookings(more).orElseGet(() -> "Look with " + doctor.look());
    }

    @Override
    public void freeze(Token token, String why) {
        chains.on(token.chain()).verdicts().freeze(token, why);
    }

    @Override
    public void thaw(Token token) {
        chains.on(token.chain()).verdicts().thaw(token);
    }

    @Override
    public boolean isUntrue(Token token) {
        return chains.on(token.chain()).verdicts().findUntrue(token).isPresent();
    }
}
