package org.evenkeel.onchain.market;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.market.UnwritableException;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.risk.SaleTrial;
import org.evenkeel.onchain.risk.TokenTrial;
import org.evenkeel.onchain.risk.TokenVerdict;
import org.evenkeel.onchain.rpc.RevertException;
import org.evenkeel.onchain.token.Erc20;

/**
 * What is known of the tokens of a chain, each tried by simulation once a day (UTC): before its first buy, and when what a
 * wallet has of it is valued. What could not be found out is tried again. Safe for use by several threads.
 */
public final class TokenVerdicts {
    private final Optional<Address> wallet;
    private final Map<Token, Known> known = new ConcurrentHashMap<>();
    private final Map<Token, String> frozen = new ConcurrentHashMap<>();
    private final UntrueTokens untrue = new UntrueTokens();

    private record Known(LocalDate day, TokenVerdict verdict) {}

    /** As this wallet: a token may treat others otherwise. */
    public TokenVerdicts(Address wallet) {
        this(Optional.of(wallet));
    }

    private TokenVerdicts(Optional<Address> wallet) {
        this.wallet = wallet;
    }

    /**
     * Tries nothing, and takes every token as sound: for trading on paper without a wallet that could try. Whoever trades
     * by it has {@link TokenVerdict.Trusted} to tell people of.
     */
    public static TokenVerdicts trusting() {
        return new TokenVerdicts(Optional.empty());
    }

    /** What trying to buy a token and to sell it again showed. */
    public TokenVerdict beforeBuying(MarketAt market, Token token, Routed buy) {
        return find(market, token)
                .orElseGet(() -> wallet.map(own -> keep(market, token, tried(market, own, buy)))
                        .orElseGet(TokenVerdict.Trusted::new));
    }

    private static TokenVerdict tried(MarketAt market, Address wallet, Routed buy) {
        return new TokenTrial(market.market().client(), buy.calls()).verdict(market.block(), wallet, buy.route());
    }

    /** What is known of a token today. */
    public Optional<TokenVerdict> find(MarketAt market, Token token) {
        return Optional.ofNullable(frozen.get(token))
                .<TokenVerdict>map(TokenVerdict.Honeypot::new)
                .or(() -> findUntrue(token).map(TokenVerdict.Untrue::new))
                .or(() -> findTried(market, token));
    }

    private Optional<TokenVerdict> findTried(MarketAt market, Token token) {
        return Optional.ofNullable(known.get(token))
                .filter(entry -> entry.day.equals(day(market)))
                .map(Known::verdict);
    }

    /** Whether what the wallet has of a pair's asset cannot be sold; false also where that could not be found out. */
    public boolean isFrozen(MarketAt market, TradingPair pair) {
        return frozen.containsKey(pair.base())
                || wallet.map(own -> findTried(market, pair.base())
                                .orElseGet(() -> keep(market, pair.base(), held(market, own, pair))))
                        .filter(TokenVerdict.Honeypot.class::isInstance)
                        .isPresent();
    }

    /** Until it is {@link #thaw}ed a token counts as one that cannot be sold, whatever trying it shows. */
    public void freeze(Token token, String why) {
        frozen.put(token, why);
    }

    /** A frozen token is as good as trying it shows. */
    public void thaw(Token token) {
        frozen.remove(token);
        doubt(token);
    }

    /**
     * From here on a token is bought no more: it did something else than it logged.
     *
     * @throws UnwritableException when that cannot be kept
     */
    public void distrust(Token token, String why) {
        untrue.add(Units.address(token), why);
    }

    /**
     * Keeps the tokens that are bought no more in a folder, and knows those that any process kept there before.
     *
     * @throws DataException when what is there cannot be read
     */
    public void keepIn(Path folder) {
        untrue.keepIn(folder);
    }

    /** Why a token is bought no more, and what a person has to do who wants to buy it all the same. */
    public Optional<String> findUntrue(Token token) {
        return untrue.find(Units.address(token)).map(why -> why + "." + untrue.remedy());
    }

    /** Tries the next time, whatever is known now: a sale was refused. */
    public void doubt(Token token) {
        known.remove(token);
    }

    private static TokenVerdict held(MarketAt market, Address wallet, TradingPair pair) {
        BigInteger held;
        try {
            held = market.market()
                    .client()
                    .call(market.block(), Erc20.balance(Units.address(pair.base()), wallet))
                    .uint();
        } catch (RevertException | AbiException refused) {
            return new TokenVerdict.Honeypot("It does not say what the wallet has: " + refused.getMessage());
        }
        return market.route(pair.base(), market.market().reserve(), held)
                .map(sale -> new SaleTrial(market.market().client(), sale.calls())
                        .verdict(market.block(), wallet, sale.route()))
                .orElseGet(() -> new TokenVerdict.Unproven("The wallet has none that could be sold."));
    }

    private TokenVerdict keep(MarketAt market, Token token, TokenVerdict verdict) {
        if (!(verdict instanceof TokenVerdict.Unproven)) {
            known.put(token, new Known(day(market), verdict));
        }
        return verdict;
    }

    private static LocalDate day(MarketAt market) {
        return LocalDate.ofInstant(market.block().time(), ZoneOffset.UTC);
    }
}
