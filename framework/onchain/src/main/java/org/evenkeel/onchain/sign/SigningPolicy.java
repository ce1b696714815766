package org.evenkeel.onchain.sign;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.onchain.Address;

/**
 * What a wallet signs at all, whatever a strategy asks for. It is written by a person, and no strategy sees it. Beside the
 * calls that it names, a transfer of nothing to the wallet itself is signed, within the caps: it cancels what waits.
 *
 * @param chainId the only chain, by its EIP-155 id
 * @param calls what may be called, and what its arguments have to be
 * @param tokens the tokens that calls may name
 * @param caps how much may leave the wallet
 */
public record SigningPolicy(long chainId, List<AllowedCall> calls, Set<Address> tokens, Caps caps) {
    /** What a Safe's native coin is called where caps name tokens. */
    public static final Address COIN = Address.ZERO;

    private static final Set<AllowedCall.Rule> NO_SPENDERS =
            Set.of(AllowedCall.Rule.MULTI_SEND, AllowedCall.Rule.MODULE_TRANSACTION);

    /** Copies what it is given. */
    public SigningPolicy {
        calls = List.copyOf(calls);
        tokens = Set.copyOf(tokens);
    }

    /**
     * How much may leave the wallet.
     *
     * @param transactionWei native coin with one transaction, the most that its gas may cost included
     * @param dailyWei the same for all transactions of a day (UTC)
     * @param dailyTokens for each token, in its units, what approvals and transfers of a day may come to; a token that is
     *     not named has a cap of 0; for a Safe's coins, {@link #COIN}
     */
    public record Caps(BigInteger transactionWei, BigInteger dailyWei, Map<Address, BigInteger> dailyTokens) {
        /** Copies what it is given. */
        public Caps {
            dailyTokens = Map.copyOf(dailyTokens);
        }
    }

    /**
     * Whether an address is one of those that may spend: one that may be called, but not what makes anybody's calls, which
     * would spend for anybody, nor what others make calls through too.
     */
    boolean isSpender(Address address) {
        return isTarget(address)
                && calls.stream()
                        .filter(call -> call.target().equals(address))
                        .flatMap(call -> call.arguments().stream())
                        .noneMatch(argument -> NO_SPENDERS.contains(argument.rule()));
    }

    /** Whether an address is one of those that may be called. */
    boolean isTarget(Address address) {
        return calls.stream().anyMatch(call -> call.target().equals(address));
    }
}
