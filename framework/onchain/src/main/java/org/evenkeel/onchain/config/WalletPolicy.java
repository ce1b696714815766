package org.evenkeel.onchain.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.safe.SafeAccess;
import org.evenkeel.onchain.sign.AllowedCall;
import org.evenkeel.onchain.sign.AllowedCall.Argument;
import org.evenkeel.onchain.sign.AllowedCall.Rule;
import org.evenkeel.onchain.sign.SigningPolicy;
import org.evenkeel.onchain.swap.RouterContract;

/**
 * What a wallet that trades on a chain has to sign, and nothing more: swaps by the chain's routers between known tokens to
 * itself, allowances for these routers and the bridge alone, wrapping and unwrapping the native coin, and transfers of the
 * reserve to itself on another chain for no more than that may cost. Native coin goes along with what wraps it, and with nothing else.
 *
 * <p>What a trade brings is no matter of it: prices are the risk gate's. What a strategy could lose if the gate failed is
 * bounded by the caps, of which the reserve's follows from the day's limit of the chain. Sales have no cap: what cannot be
 * sold cannot be rescued.
 */
public final class WalletPolicy {
    /** As much as a block of most chains allows one transaction to use, several times what any here takes. */
    private static final BigInteger MOST_GAS = BigInteger.valueOf(5_000_000);

    private static final BigInteger TRANSACTIONS_A_DAY = BigInteger.valueOf(20);

    /** An allowance counts where it is given, and a swap that failed needs another one. */
    private static final BigDecimal ALLOWANCES_A_TRADE = BigDecimal.TWO;

    private static final BigInteger NO_CAP = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    private static final Argument NO_COINS = Argument.of(Rule.NO_COINS);
    private static final String TO_AMOUNT = "approve(address,uint256)";
    private static final String PAIRS = "(uint256,uint256,address[],address,uint256)";
    private static final List<String> DEPOSITS = List.of(
            "depositV3(address,address,address,address,uint256,uint256,uint256,address,uint32,uint32,uint32,bytes)",
            "deposit(bytes32,bytes32,bytes32,bytes32,uint256,uint256,uint256,bytes32,uint32,uint32,uint32,bytes)");

    private WalletPolicy() {}

    /**
     * The tokens that a wallet has to do with.
     *
     * @param reserve what is paid with on the chain
     * @param traded what is bought and sold there, and what routes pass through
     * @param reservesElsewhere what is paid with on the other chains
     */
    public record Tokens(Token reserve, Set<Token> traded, Set<Token> reservesElsewhere) {
        /** Copies what it is given. */
        public Tokens {
            traded = Set.copyOf(traded);
            reservesElsewhere = Set.copyOf(reservesElsewhere);
        }

        private Set<Address> here() {
            return Stream.concat(Stream.of(reserve), traded.stream())
                    .map(token -> new Address(token.address()))
                    .collect(Collectors.toSet());
        }
    }

    /** The policy of a wallet on a chain, with the caps that follow from the chain's limits. */
    public static SigningPolicy of(ChainProfile profile, Tokens tokens) {
        BigInteger transaction = profile.rules().transactions().feeCap().multiply(MOST_GAS);
        BigDecimal reserveCap = profile.rules().limits().value().dayUsd().multiply(ALLOWANCES_A_TRADE);
        Map<Address, BigInteger> caps = new HashMap<>();
        tokens.here().forEach(token -> caps.put(token, NO_CAP));
        caps.put(
                new Address(tokens.reserve().address()),
                reserveCap.movePointRight(tokens.reserve().decimals()).toBigInteger());
        return of(profile, tokens, new SigningPolicy.Caps(transaction, transaction.multiply(TRANSACTIONS_A_DAY), caps));
    }

    /** The policy of a wallet on a chain, with these caps. */
    public static SigningPolicy of(ChainProfile profile, Tokens tokens, SigningPolicy.Caps caps) {
        Set<Address> here = tokens.here();
        List<AllowedCall> calls = new ArrayList<>(allowances(profile, here));
        profile.venues().routers().forEach(router -> calls.addAll(swaps(router)));
        Address wrapped = profile.coin().wrapped();
        calls.add(AllowedCall.of(wrapped, "deposit()"));
        calls.add(AllowedCall.of(wrapped, "withdraw(uint256)", NO_COINS));
        profile.bridge().ifPresent(bridge -> calls.addAll(deposits(bridge, tokens)));
        return new SigningPolicy(profile.chain().id(), calls, here, caps);
    }

    /**
     * The policy of a key that acts for a Safe: what a wallet may do, the Safe may be told to do, in its own name and for
     * itself. Caps hold for what the Safe lets go as they do for a wallet.
     *
     * @param policy of a wallet
     */
    public static SigningPolicy through(SafeAccess access, SigningPolicy policy) {
        List<AllowedCall> calls = new ArrayList<>(access.allowed());
        calls.addAll(policy.calls());
        return new SigningPolicy(policy.chainId(), calls, policy.tokens(), policy.caps());
    }

    /** For the routers and the bridge, and to nobody at all. */
    private static List<AllowedCall> allowances(ChainProfile profile, Set<Address> tokens) {
        Set<Address> spenders = new HashSet<>(profile.routerAddresses());
        profile.bridge().ifPresent(bridge -> spenders.add(bridge.spokePool()));
        return tokens.stream()
                .flatMap(token -> Stream.of(
                        AllowedCall.of(
                                token, TO_AMOUNT, NO_COINS, Argument.among(spenders, 0), Argument.of(Rule.AMOUNT, 1)),
                        AllowedCall.of(token, TO_AMOUNT, NO_COINS, Argument.of(Rule.ZERO, 1))))
                .toList();
    }

    private static List<AllowedCall> swaps(RouterContract router) {
        Address to = router.address();
        Argument path = Argument.of(Rule.TOKENS, 2);
        return switch (router.kind()) {
            case V2_ROUTER ->
                Stream.of("swapExactTokensForTokens", "swapExactTokensForTokensSupportingFeeOnTransferTokens")
                        .map(name -> AllowedCall.of(to, name + PAIRS, NO_COINS, path, Argument.of(Rule.WALLET, 3)))
                        .toList();
            case SWAP_ROUTER_02 ->
                List.of(
                        AllowedCall.of(to, "multicall(uint256,bytes[])", NO_COINS, Argument.of(Rule.CALLS, 1)),
                        AllowedCall.of(
                                to,
                                "exactInput((bytes,address,uint256,uint256))",
                                NO_COINS,
                                Argument.of(Rule.PATH, 0, 0),
                                Argument.of(Rule.RECIPIENT, 0, 1),
                                Argument.of(Rule.INPUT, 0, 2)),
                        AllowedCall.of(
                                to,
                                "swapExactTokensForTokens(uint256,uint256,address[],address)",
                                NO_COINS,
                                Argument.of(Rule.INPUT, 0),
                                path,
                                Argument.of(Rule.RECIPIENT, 3)));
        };
    }

    /**
     * To each reserve elsewhere on its own chain, to be paid out by anybody, without a message, and with all but the most
     * that the bridge may cost. The older function takes addresses and the newer one the same in words that are longer: they
     * lie alike.
     */
    private static List<AllowedCall> deposits(BridgeProfile bridge, Tokens tokens) {
        return tokens.reservesElsewhere().stream()
                .sorted(Comparator.comparing(token -> token.chain().id()))
                .flatMap(to -> DEPOSITS.stream()
                        .map(signature ->
                                AllowedCall.of(bridge.spokePool(), signature, deposit(bridge, tokens.reserve(), to))))
                .toList();
    }

    private static Argument[] deposit(BridgeProfile bridge, Token from, Token to) {
        return new Argument[] {
            NO_COINS,
            Argument.of(Rule.WALLET, 0),
            Argument.of(Rule.WALLET, 1),
            Argument.among(Set.of(new Address(from.address())), 2),
            Argument.among(Set.of(new Address(to.address())), 3),
            Argument.number(BigInteger.valueOf(to.chain().id()), 6),
            Argument.atLeast(least(bridge.most(), from, to), 5),
            Argument.of(Rule.ZERO, 7),
            Argument.of(Rule.ZERO, 11, 0)
        };
    }

    /** What has to arrive of what is sent, in base units of either: (sent − USD) / (1 + bps / 10,000), rounding apart. */
    private static AllowedCall.Share least(BridgeProfile.Fee most, Token from, Token to) {
        int finer = to.decimals() - from.decimals();
        BigDecimal factor = BigDecimal.ONE
                .movePointRight(finer)
                .divide(BigDecimal.ONE.add(BigDecimal.valueOf(most.bps()).movePointLeft(4)), MathContext.DECIMAL128);
        BigInteger rounding = BigInteger.TEN.pow(Math.max(finer, 0)).add(BigInteger.ONE);
        BigInteger fixed = most.usd().movePointRight(to.decimals()).toBigInteger();
        return new AllowedCall.Share(4, factor, fixed.add(rounding));
    }
}
