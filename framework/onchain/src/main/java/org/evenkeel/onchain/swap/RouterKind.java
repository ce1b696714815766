package org.evenkeel.onchain.swap;

/** What a router understands. */
public enum RouterKind {
    /** UniswapV2Router02 and its copies: one path over constant products, with a deadline. */
    V2_ROUTER,
    /** SwapRouter02: paths over constant products and concentrated liquidity, several of them in one multicall. */
    SWAP_ROUTER_02
}
