package org.evenkeel.onchain.swap;

import java.math.BigInteger;
import java.util.List;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Function;

/** Allows a router exactly what a swap takes, and nothing afterwards. */
public final class Approvals {
    private static final Function APPROVE = Function.of("approve(address,uint256)");
    private static final long GAS = 80_000;

    private Approvals() {}

    /**
     * The transactions after which exactly this amount is allowed. An allowance that stands is taken back first: some
     * tokens (USDT) refuse to change one into another.
     *
     * @param token whose
     * @param spender who is allowed
     * @param allowed what it is allowed now
     * @param amount what it is to be allowed, in base units
     */
    public static List<PreparedCall> exactly(Address token, Address spender, BigInteger allowed, BigInteger amount) {
        if (allowed.equals(amount)) {
            return List.of();
        }
        return allowed.signum() == 0 || amount.signum() == 0
                ? List.of(approval(token, spender, amount))
                : anew(token, spender, amount);
    }

    /** The same, whatever is allowed now: it is taken back first. */
    public static List<PreparedCall> anew(Address token, Address spender, BigInteger amount) {
        return List.of(approval(token, spender, BigInteger.ZERO), approval(token, spender, amount));
    }

    private static PreparedCall approval(Address token, Address spender, BigInteger amount) {
        return PreparedCall.of(
                APPROVE.on(token, new AbiWriter().address(spender).uint(amount)), GAS);
    }
}
