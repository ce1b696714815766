package org.evenkeel.onchain.token;

import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;

/** What a token is asked (ERC-20). */
public final class Erc20 {
    private static final Function BALANCE = Function.of("balanceOf(address)");
    private static final Function ALLOWANCE = Function.of("allowance(address,address)");
    private static final Function DECIMALS = Function.of("decimals()");
    private static final Function SYMBOL = Function.of("symbol()");

    private Erc20() {}

    /** How much somebody has, in base units. */
    public static Call balance(Address token, Address owner) {
        return BALANCE.on(token, new AbiWriter().address(owner));
    }

    /** How much somebody may take of what the owner has, in base units. */
    public static Call allowance(Address token, Address owner, Address spender) {
        return ALLOWANCE.on(token, new AbiWriter().address(owner).address(spender));
    }

    /** How many decimals its amounts have. */
    public static Call decimals(Address token) {
        return DECIMALS.on(token);
    }

    /** What it calls itself, which is no proof of anything. */
    public static Call symbol(Address token) {
        return SYMBOL.on(token);
    }
}
