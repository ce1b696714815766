package org.evenkeel.testkit.chain;

import java.math.BigInteger;
import java.util.List;

/**
 * Uniswap v2 and v3 on a local chain, as their authors compiled them, with tokens and pools to be made by a test. All of
 * it belongs to the chain's first account, which has approved the routers for each token made here.
 */
public final class TestDex {
    private static final String V3 = "@uniswap/v3-periphery/artifacts/contracts/";
    private static final String ROUTERS = "@uniswap/swap-router-contracts/artifacts/contracts/";
    private static final String MULTICALL_ADDRESS = "0xca11bde05977b3631167028862be2a173976ca11";
    private static final BigInteger RICH = BigInteger.TEN.pow(36);
    private static final BigInteger UNLIMITED = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    private static final BigInteger NEVER = BigInteger.ONE.shiftLeft(62);

    private final LocalChain chain;
    private final TestContract weth;
    private final TestContract factoryV2;
    private final TestContract routerV2;
    private final TestContract factoryV3;
    private final TestContract positions;
    private final TestContract router;
    private final TestContract quoter;

    private TestDex(LocalChain chain) {
        this.chain = chain;
        weth = chain.deploy("@uniswap/v2-periphery/build/WETH9.json");
        factoryV2 = chain.deploy("@uniswap/v2-core/build/UniswapV2Factory.json", chain.account());
        routerV2 = chain.deploy("@uniswap/v2-periphery/build/UniswapV2Router02.json", factoryV2, weth);
        factoryV3 = chain.deploy("@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json");
        positions = chain.deploy(
                V3 + "NonfungiblePositionManager.sol/NonfungiblePositionManager.json", factoryV3, weth, weth);
        router = chain.deploy(ROUTERS + "SwapRouter02.sol/SwapRouter02.json", factoryV2, factoryV3, positions, weth);
        quoter = chain.deploy(ROUTERS + "lens/QuoterV2.sol/QuoterV2.json", factoryV3, weth);
    }

    /** Deploys all of it. */
    public static TestDex deployOn(LocalChain chain) {
        return new TestDex(chain);
    }

    /** Puts Multicall3 where it is on every public chain. */
    public TestContract deployMulticall() {
        chain.place("@across-protocol/contracts/dist/evm/artifacts/Multicall3.sol/Multicall3.json", MULTICALL_ADDRESS);
        return new TestContract(chain, MULTICALL_ADDRESS);
    }

    /** Makes a token of which the first account has plenty. */
    public TestContract token(String symbol, int decimals) {
        return withPlenty(chain.deployToken("PlainToken", symbol, decimals));
    }

    /** Makes a token that burns a part of whatever is moved. */
    public TestContract taxedToken(String symbol, int decimals, int taxBps) {
        return withPlenty(chain.deployToken("TaxedToken", symbol, decimals, taxBps));
    }

    /** Makes a token that all can buy; after {@code trap(address)} of a pool only the first account sells it there. */
    public TestContract honeypotToken(String symbol, int decimals) {
        return withPlenty(chain.deployToken("HoneypotToken", symbol, decimals));
    }

    /**
     * Makes a token that is as plain as any, and after {@code turn(uint8)} of 1 logs nothing, of 2 logs everything twice,
     * of 3 logs nothing and lets nothing arrive, of 4 does not tell balances, of 5 tells absurd ones, of 6 uses up all gas instead,
     * of 7 tells a million whole tokens of 18 decimals too many, of 8 takes a tenth more of whoever is no contract than
     * it moves, if it is there, of 9 tells half as many decimals; of 0 is plain again.
     */
    public TestContract fickleToken(String symbol, int decimals) {
        return withPlenty(chain.deployToken("FickleToken", symbol, decimals));
    }

    /** Makes a token that changes an allowance only from zero or to zero, as USDT does. */
    public TestContract resetApprovalToken(String symbol, int decimals) {
        return withPlenty(chain.deployToken("ResetApprovalToken", symbol, decimals));
    }

    private TestContract withPlenty(TestContract token) {
        token.send("mint(address,uint256)", chain.account(), RICH);
        approveRouters(token);
        return token;
    }

    private void approveRouters(TestContract token) {
        for (TestContract spender : new TestContract[] {routerV2, positions, router}) {
            token.send("approve(address,uint256)", spender, UNLIMITED);
        }
    }

    /** Wraps so much native coin for the first account, which gets it for the purpose, and lets the routers take it. */
    public void wrap(BigInteger wei) {
        chain.ask("anvil_setBalance", chain.account(), "0x" + wei.add(RICH).toString(16));
        chain.pay(weth.address(), weth.input("deposit()"), wei);
        approveRouters(weth);
    }

    /** Makes a v2 pair with these reserves. */
    public TestContract pairV2(TestContract a, BigInteger amountA, TestContract b, BigInteger amountB) {
        routerV2.send(
                "addLiquidity(address,address,uint256,uint256,uint256,uint256,address,uint256)",
                a,
                b,
                amountA,
                amountB,
                0,
                0,
                chain.account(),
                NEVER);
        return factoryV2.contract("getPair(address,address)", a, b);
    }

    /**
     * Makes a v3 pool without liquidity. The tokens may come in any order; the price is that of the pool's own order.
     *
     * @param feePips the fee in millionths: 100 (after {@link #enableFee}), 500, 3000 or 10000
     * @param sqrtPriceX96 the square root of token1 per token0, times 2^96
     */
    public TestContract poolV3(TestContract a, TestContract b, int feePips, BigInteger sqrtPriceX96) {
        TestContract[] sorted = sorted(a, b);
        positions.send(
                "createAndInitializePoolIfNecessary(address,address,uint24,uint160)",
                sorted[0],
                sorted[1],
                feePips,
                sqrtPriceX96);
        return factoryV3.contract("getPool(address,address,uint24)", a, b, feePips);
    }

    /** Allows pools with another fee. */
    public void enableFee(int feePips, int tickSpacing) {
        factoryV3.send("enableFeeAmount(uint24,int24)", feePips, tickSpacing);
    }

    /** Adds liquidity to a v3 pool between two ticks, of at most so much of each token (in the pool's order). */
    public void provide(TestContract pool, int lowerTick, int upperTick, BigInteger most0, BigInteger most1) {
        positions.send(
                "mint((address,address,uint24,int24,int24,uint256,uint256,uint256,uint256,address,uint256))",
                pool.contract("token0()"),
                pool.contract("token1()"),
                pool.number("fee()"),
                lowerTick,
                upperTick,
                most0,
                most1,
                0,
                0,
                chain.account(),
                NEVER);
    }

    /** Sells a token into a v2 pair through the v2 router. */
    public void swapV2(TestContract tokenIn, TestContract tokenOut, BigInteger amountIn) {
        routerV2.send(
                "swapExactTokensForTokens(uint256,uint256,address[],address,uint256)",
                amountIn,
                0,
                List.of(tokenIn, tokenOut),
                chain.account(),
                NEVER);
    }

    /** Sells a token into a v3 pool through SwapRouter02. */
    public void swapV3(TestContract tokenIn, TestContract tokenOut, int feePips, BigInteger amountIn) {
        router.send(
                "exactInputSingle((address,address,uint24,address,uint256,uint256,uint160))",
                tokenIn,
                tokenOut,
                feePips,
                chain.account(),
                amountIn,
                0,
                0);
    }

    /** The two in the order in which a pool has them: by address. */
    public static TestContract[] sorted(TestContract a, TestContract b) {
        return a.address().compareTo(b.address()) < 0 ? new TestContract[] {a, b} : new TestContract[] {b, a};
    }

    /** The wrapped native coin. */
    public TestContract weth() {
        return weth;
    }

    /** UniswapV2Factory. */
    public TestContract factoryV2() {
        return factoryV2;
    }

    /** UniswapV2Router02. */
    public TestContract routerV2() {
        return routerV2;
    }

    /** UniswapV3Factory. */
    public TestContract factoryV3() {
        return factoryV3;
    }

    /** NonfungiblePositionManager. */
    public TestContract positions() {
        return positions;
    }

    /** SwapRouter02. */
    public TestContract router() {
        return router;
    }

    /** QuoterV2. */
    public TestContract quoter() {
        return quoter;
    }
}
