package org.evenkeel.onchain.swap;

import java.math.BigInteger;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;

/**
 * The token that stands for the native coin: pools trade it, gas is paid with the coin.
 *
 * @param token its contract
 */
public record WrappedNative(Address token) {
    private static final Function DEPOSIT = Function.of("deposit()");
    private static final Function WITHDRAW = Function.of("withdraw(uint256)");
    private static final long GAS = 60_000;

    /**
     * Turns coins into tokens.
     *
     * @param wei how much
     */
    public PreparedCall wrap(BigInteger wei) {
        Call call = DEPOSIT.on(token);
        return new PreparedCall(call.to(), call.input(), wei, Optional.empty(), GAS);
    }

    /**
     * Turns tokens into coins.
     *
     * @param wei how much
     */
    public PreparedCall unwrap(BigInteger wei) {
        return PreparedCall.of(WITHDRAW.on(token, new AbiWriter().uint(wei)), GAS);
    }
}
