package org.evenkeel.onchain.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenNumbersTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    @ParameterizedTest(name = "with Multicall3: {0}")
    @ValueSource(booleans = {false, true})
    void what_is_no_token_has_no_number_and_the_others_have_theirs(boolean together) {
        TestDex dex = TestDex.deployOn(CHAIN);
        if (together) {
            dex.deployMulticall();
        }
        TestContract token = dex.token("TOK", 6);
        Address owner = new Address("0x" + "5".repeat(40));
        token.send("mint(address,uint256)", owner.hex(), BigInteger.valueOf(42));
        Address address = new Address(token.address());
        Address nobody = new Address("0x" + "6".repeat(40));
        TestContract greedy = dex.fickleToken("ALL", 6);
        greedy.send("turn(uint8)", BigInteger.valueOf(6));
        Address noToken = new Address(dex.factoryV2().address());
        try (ChainClient client = Clients.client(CHAIN, CHAIN.url().toString())) {
            assertEquals(
                    List.of(
                            Optional.of(BigInteger.valueOf(42)),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(BigInteger.valueOf(6)),
                            Optional.of(BigInteger.ZERO)),
                    TokenNumbers.of(
                            client,
                            client.head(),
                            List.of(
                                    Erc20.balance(address, owner),
                                    Erc20.balance(nobody, owner),
                                    Erc20.balance(noToken, owner),
                                    Erc20.balance(new Address(greedy.address()), owner),
                                    Erc20.decimals(address),
                                    Erc20.allowance(address, owner, nobody))));
        }
    }
}
