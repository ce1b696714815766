package org.evenkeel.onchain.safe;

import static org.evenkeel.onchain.swap.TestExchanges.at;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.Clients;
import org.evenkeel.onchain.sign.AllowedCall;
import org.evenkeel.onchain.sign.AllowedCall.Argument;
import org.evenkeel.onchain.sign.AllowedCall.Rule;
import org.evenkeel.onchain.sign.Signer;
import org.evenkeel.onchain.sign.SigningPolicy;
import org.evenkeel.onchain.sign.SigningRefused;
import org.evenkeel.onchain.sign.TestKeys;
import org.evenkeel.onchain.tx.Account;
import org.evenkeel.onchain.tx.Looks;
import org.evenkeel.onchain.tx.TxOutcome;
import org.evenkeel.onchain.tx.TxRequest;
import org.evenkeel.onchain.tx.TxSettings;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;
import org.evenkeel.testkit.chain.TestSafe;

/** What tests have a Safe do: a local chain with two tokens and a pair of them, and a key with coins for gas alone. */
record Errands(LocalChain chain, TestDex dex, TestSafe safes, TestContract usdc, TestContract coin) {
    static final Signer KEY = TestKeys.signer(TestKeys.WALLET);
    static final TxSettings SETTINGS = TxSettings.DEFAULTS.withConfirmations(2);
    static final String APPROVE = "approve(address,uint256)";
    static final String TRANSFER = "transfer(address,uint256)";
    static final String SWAP = "swapExactTokensForTokens(uint256,uint256,address[],address,uint256)";

    /** What a Safe has of USDC. */
    static final BigInteger RICH = BigInteger.TEN.pow(9);

    /** Enough for whatever is done. */
    static final BigInteger GAS = BigInteger.valueOf(600_000);

    private static final BigInteger COIN = BigInteger.TEN.pow(18);

    static Errands on(LocalChain chain) {
        TestDex dex = TestDex.deployOn(chain);
        Errands errands =
                new Errands(chain, dex, TestSafe.deployOn(chain), dex.token("USDC", 6), dex.token("COIN", 18));
        dex.pairV2(errands.usdc, BigInteger.TEN.pow(12), errands.coin, BigInteger.TEN.pow(24));
        // A pair's first trade ever in another second than its last writes two words more than an estimate knows of.
        chain.ask("evm_increaseTime", 60);
        chain.ask("evm_mine");
        dex.swapV2(errands.usdc, errands.coin, BigInteger.TEN);
        chain.ask("anvil_setBalance", KEY.address().hex(), "0x8ac7230489e80000");
        return errands;
    }

    void enrich(TestContract safe) {
        usdc.send("mint(address,uint256)", safe, RICH);
    }

    ChainClient client() {
        return Clients.client(chain, chain.url().toString());
    }

    /**
     * A policy for all errands, through whatever a Safe is told by.
     *
     * @param around the calls that others are told in
     * @param more what may be done beside the errands
     * @param coins of the Safe's that may be sent a day, in wei
     */
    SigningPolicy policy(List<AllowedCall> around, List<AllowedCall> more, BigInteger coins) {
        List<AllowedCall> calls = new ArrayList<>(around);
        calls.addAll(more);
        calls.add(AllowedCall.of(at(usdc), APPROVE, Argument.of(Rule.TARGET, 0), Argument.of(Rule.AMOUNT, 1)));
        calls.add(AllowedCall.of(at(usdc), TRANSFER, Argument.of(Rule.AMOUNT, 1)));
        calls.add(AllowedCall.of(at(dex.routerV2()), SWAP, Argument.of(Rule.TOKENS, 2), Argument.of(Rule.WALLET, 3)));
        Map<Address, BigInteger> daily = new HashMap<>(Map.of(at(usdc), RICH.multiply(BigInteger.TEN)));
        if (coins.signum() > 0) {
            daily.put(SigningPolicy.COIN, coins);
        }
        return new SigningPolicy(
                chain.id(),
                calls,
                Set.of(at(usdc), at(coin)),
                new SigningPolicy.Caps(COIN, COIN.multiply(BigInteger.TEN), daily));
    }

    /** The same policy, but for whatever is said within one call. */
    static SigningPolicy blind(SigningPolicy seeing, AllowedCall call) {
        return new SigningPolicy(seeing.chainId(), List.of(call), seeing.tokens(), seeing.caps());
    }

    Call approve(TestContract spender, BigInteger amount) {
        return Function.of(APPROVE)
                .on(at(usdc), new AbiWriter().address(at(spender)).uint(amount));
    }

    Call transfer(TestContract to, BigInteger amount) {
        return Function.of(TRANSFER)
                .on(at(usdc), new AbiWriter().address(at(to)).uint(amount));
    }

    Call swap(BigInteger amount, BigInteger least, Address recipient) {
        List<AbiWriter> path = List.of(new AbiWriter().address(at(usdc)), new AbiWriter().address(at(coin)));
        AbiWriter arguments = new AbiWriter()
                .uint(amount)
                .uint(least)
                .array(path)
                .address(recipient)
                .uint(BigInteger.ONE.shiftLeft(62));
        return Function.of(SWAP).on(at(dex.routerV2()), arguments);
    }

    static BigInteger balance(TestContract token, Address owner) {
        return token.number("balanceOf(address)", owner.hex());
    }

    /** Runs an errand until it is in a block. */
    static TxOutcome.Mined mined(Account account, TxRequest request) {
        TxOutcome first = account.submit(request);
        return first.isOpen() ? mined(account, request.id()) : assertMined(first);
    }

    /** The same of one that was submitted. */
    static TxOutcome.Mined mined(Account account, String id) {
        return assertMined(account.await(id, Looks.many()));
    }

    private static TxOutcome.Mined assertMined(TxOutcome outcome) {
        return assertInstanceOf(TxOutcome.Mined.class, outcome, outcome::toString);
    }

    static void assertNotSigned(String rule, Account account, Call inner) {
        TxRequest request = TxRequest.of("refused", inner).withGas(GAS);
        SigningRefused refused = assertThrows(SigningRefused.class, () -> account.submit(request));
        assertTrue(refused.getMessage().startsWith("Not signed (" + rule + ")"), refused.getMessage());
    }
}
