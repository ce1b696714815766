package org.evenkeel.onchain.dex;

import org.evenkeel.onchain.abi.Function;

/** What the contracts of exchanges are asked. */
final class Functions {
    static final Function GET_PAIR = Function.of("getPair(address,address)");
    static final Function GET_POOL = Function.of("getPool(address,address,uint24)");
    static final Function FACTORY = Function.of("factory()");
    static final Function TOKEN0 = Function.of("token0()");
    static final Function TOKEN1 = Function.of("token1()");
    static final Function GET_RESERVES = Function.of("getReserves()");
    static final Function FEE = Function.of("fee()");
    static final Function TICK_SPACING = Function.of("tickSpacing()");
    static final Function SLOT0 = Function.of("slot0()");
    static final Function LIQUIDITY = Function.of("liquidity()");
    static final Function TICK_BITMAP = Function.of("tickBitmap(int16)");
    static final Function TICKS = Function.of("ticks(int24)");
    static final Function GET_AMOUNTS_OUT = Function.of("getAmountsOut(uint256,address[])");
    static final Function GET_AMOUNTS_IN = Function.of("getAmountsIn(uint256,address[])");
    static final Function QUOTE_IN = Function.of("quoteExactInputSingle((address,address,uint256,uint24,uint160))");
    static final Function QUOTE_OUT = Function.of("quoteExactOutputSingle((address,address,uint256,uint24,uint160))");

    private Functions() {}
}
