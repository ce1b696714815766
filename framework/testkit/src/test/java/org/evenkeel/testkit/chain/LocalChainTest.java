package org.evenkeel.testkit.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LocalChainTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    @RegisterExtension
    static final LocalChain OTHER = LocalChain.withId(10);

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final String STRANGER = "0x00000000000000000000000000000000000000aa";

    private static TestDex dex;
    private static TestContract usdc;

    @BeforeAll
    static void deploy() {
        dex = TestDex.deployOn(CHAIN);
        usdc = dex.token("USDC", 6);
    }

    @Test
    void two_chains_run_side_by_side() {
        assertEquals("0x7a69", CHAIN.ask("eth_chainId").stringValue());
        assertEquals("0xa", OTHER.ask("eth_chainId").stringValue());
        assertNotEquals(CHAIN.url(), OTHER.url());
    }

    @RepeatedTest(2)
    void what_a_test_did_is_undone_after_it() {
        assertEquals(BigInteger.ZERO, usdc.number("balanceOf(address)", STRANGER));
        usdc.send("transfer(address,uint256)", STRANGER, MILLION);
        assertEquals(MILLION, usdc.number("balanceOf(address)", STRANGER));
        CHAIN.ask("evm_setAutomine", false);
        CHAIN.ask(
                "eth_sendTransaction",
                Map.of(
                        "from",
                        CHAIN.account(),
                        "to",
                        usdc.address(),
                        "data",
                        usdc.input("transfer(address,uint256)", STRANGER, MILLION)));
    }

    @Test
    void a_pool_of_each_kind_is_made_and_traded_in() {
        TestContract weth = dex.token("WETH", 18);
        TestContract pair = dex.pairV2(usdc, MILLION.multiply(MILLION), weth, MILLION.pow(3));
        BigInteger before = usdc.number("balanceOf(address)", pair);
        dex.swapV2(usdc, weth, MILLION);
        assertEquals(MILLION, usdc.number("balanceOf(address)", pair).subtract(before));

        TestContract pool = dex.poolV3(usdc, weth, 3000, BigInteger.ONE.shiftLeft(96));
        dex.provide(pool, -600, 600, MILLION.pow(2), MILLION.pow(2));
        before = usdc.number("balanceOf(address)", pool);
        dex.swapV3(usdc, weth, 3000, MILLION);
        assertEquals(MILLION, usdc.number("balanceOf(address)", pool).subtract(before));
    }

    @Test
    void a_taxed_token_burns_its_tax() {
        TestContract taxed = dex.taxedToken("TAX", 18, 500);
        taxed.send("transfer(address,uint256)", STRANGER, 1000);
        assertEquals(BigInteger.valueOf(950), taxed.number("balanceOf(address)", STRANGER));
    }

    @Test
    void a_honeypot_takes_no_token_back() {
        TestContract honeypot = dex.honeypotToken("TRAP", 18);
        honeypot.send("trap(address)", dex.routerV2());
        honeypot.send("transfer(address,uint256)", dex.routerV2(), 7);
        honeypot.send("transfer(address,uint256)", STRANGER, 7);
        CHAIN.ask("anvil_impersonateAccount", STRANGER);
        Map<String, String> sale = Map.of(
                "from",
                STRANGER,
                "to",
                honeypot.address(),
                "data",
                honeypot.input("transfer(address,uint256)", dex.routerV2(), 7));
        NodeFault refused = assertThrows(NodeFault.class, () -> CHAIN.ask("eth_call", sale, "latest"));
        assertTrue(refused.getMessage().contains("TRANSFER_FAILED"), refused.getMessage());
    }

    @Test
    void multicall_is_where_public_chains_have_it() {
        assertTrue(dex.deployMulticall().number("getBlockNumber()").signum() > 0);
    }

    @Test
    void a_transaction_that_reverts_says_why() {
        NodeFault fault = assertThrows(
                NodeFault.class, () -> usdc.send("transferFrom(address,address,uint256)", STRANGER, STRANGER, 1));
        assertTrue(fault.getMessage().contains("revert"), fault.getMessage());
    }
}
