package org.evenkeel.testkit.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import org.evenkeel.testkit.chain.TestRoles.Limit;
import org.evenkeel.testkit.chain.TestRoles.Version;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real Roles modifiers, on a Safe whose two owners agree. */
final class TestRolesTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final String APPROVE = "approve(address,uint256)";
    private static final String STRANGER = "0x00000000000000000000000000000000000000aa";

    private static TestSafe safes;
    private static TestContract token;
    private static TestContract other;

    @BeforeAll
    static void deploy() {
        safes = TestSafe.deployOn(CHAIN);
        token = TestDex.deployOn(CHAIN).token("USDC", 6);
        other = CHAIN.deployToken("PlainToken", "OTHER", 6);
    }

    private static TestRoles roles(Version version) {
        return TestRoles.deployFor(safes, safes.createOfTwo(), version).enable().assign(CHAIN.account(), true);
    }

    private static void approve(TestRoles roles, TestContract of, String spender, long amount) {
        String input = of.input(APPROVE, spender, amount);
        boolean numbers = roles.version() == Version.ONE;
        roles.modifier()
                .send(
                        "execTransactionWithRole(address,uint256,bytes,uint8," + (numbers ? "uint16" : "bytes32")
                                + ",bool)",
                        of,
                        0,
                        HexFormat.of().parseHex(input, 2, input.length()),
                        0,
                        numbers ? BigInteger.valueOf(7) : new BigInteger("747261646572", 16).shiftLeft(8 * 26),
                        true);
    }

    private static void assertApproved(TestRoles roles, String spender, long amount) {
        assertEquals(BigInteger.valueOf(amount), token.number("allowance(address,address)", roles.safe(), spender));
    }

    @ParameterizedTest
    @EnumSource
    void a_member_does_what_its_role_has_and_nothing_else(Version version) {
        TestRoles roles = roles(version).allow(token, APPROVE);
        approve(roles, token, STRANGER, 5);
        assertApproved(roles, STRANGER, 5);
        assertThrows(NodeFault.class, () -> approve(roles, other, STRANGER, 5));
        roles.revoke(token);
        assertThrows(NodeFault.class, () -> approve(roles, token, STRANGER, 6));
        assertApproved(roles, STRANGER, 5);
    }

    @Test
    void arguments_are_limited_by_the_first_version() {
        TestRoles roles =
                roles(Version.ONE).limit(token, APPROVE, Limit.is(0, token.address()), Limit.under(1, BigInteger.TEN));
        approve(roles, token, token.address(), 9);
        assertApproved(roles, token.address(), 9);
        assertThrows(NodeFault.class, () -> approve(roles, token, token.address(), 10));
        assertThrows(NodeFault.class, () -> approve(roles, token, STRANGER, 9));
        roles.limitTo(List.of(token, other), token, APPROVE, 0);
        approve(roles, token, other.address(), 9);
        assertThrows(NodeFault.class, () -> approve(roles, token, STRANGER, 9));
    }

    @Test
    void the_code_of_the_first_version_looks_for_its_library_where_the_authors_put_it() {
        roles(Version.ONE);
        String there = CHAIN.ask("eth_getCode", "0x33d1c5a5b6a7f3885c7467e829aaa21698937597", "latest")
                .stringValue();
        assertTrue(there.length() > 10_000, "no library");
        assertEquals("0x", CHAIN.ask("eth_getCode", STRANGER, "latest").stringValue());
    }
}
