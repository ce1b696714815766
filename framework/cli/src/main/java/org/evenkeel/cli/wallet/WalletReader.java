package org.evenkeel.cli.wallet;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.cli.terminal.UsageException;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.RevertException;
import org.evenkeel.onchain.token.Erc20;
import org.evenkeel.onchain.token.TokenNumbers;

/**
 * Looks at a wallet as it is at one block.
 *
 * @param client of the chain
 * @param at the block
 * @param wallet whose
 */
public record WalletReader(ChainClient client, BlockRef at, Address wallet) {
    private static final int MOST_SYMBOL = 16;

    /**
     * What is there of a token.
     *
     * @param token as it is known here
     * @param units how much, in base units; empty where its contract does not say
     * @param decimals as its contract says
     */
    public record Holding(Token token, Optional<BigInteger> units, Optional<BigInteger> decimals) {
        /** Whether its contract is one of a token with the decimals that are known here. */
        public boolean isAsKnown() {
            return units.isPresent()
                    && decimals.filter(BigInteger.valueOf(token.decimals())::equals)
                            .isPresent();
        }

        /** Why it is not. */
        String difference() {
            return units.isEmpty() || decimals.isEmpty()
                    ? "there is no token at " + token.address()
                    : "its contract has " + decimals.orElseThrow() + " decimals, and it is known with "
                            + token.decimals();
        }
    }

    /** An allowance that stands. */
    record Allowance(Token token, Address spender, BigInteger units) {}

    BigInteger coins() {
        return client.balance(at, wallet);
    }

    /** What the wallet has of tokens, at one block; a token that does not answer says so. */
    public List<Holding> holdings(List<Token> tokens) {
        List<Call> calls = tokens.stream()
                .flatMap(token -> Stream.of(Erc20.balance(at(token), wallet), Erc20.decimals(at(token))))
                .toList();
        List<Optional<BigInteger>> numbers = TokenNumbers.of(client, at, calls);
        List<Holding> holdings = new ArrayList<>();
        for (int row = 0; row < tokens.size(); row++) {
            holdings.add(new Holding(tokens.get(row), numbers.get(2 * row), numbers.get(2 * row + 1)));
        }
        return holdings;
    }

    /** Those that are not 0. */
    List<Allowance> allowances(List<Token> tokens, List<Address> spenders) {
        List<Allowance> asked = new ArrayList<>();
        tokens.forEach(token -> spenders.forEach(spender -> asked.add(new Allowance(token, spender, BigInteger.ZERO))));
        List<Optional<BigInteger>> numbers = TokenNumbers.of(
                client,
                at,
                asked.stream()
                        .map(one -> Erc20.allowance(at(one.token), wallet, one.spender))
                        .toList());
        List<Allowance> standing = new ArrayList<>();
        for (int row = 0; row < asked.size(); row++) {
            BigInteger units = numbers.get(row).orElse(BigInteger.ZERO);
            if (units.signum() != 0) {
                standing.add(new Allowance(asked.get(row).token, asked.get(row).spender, units));
            }
        }
        return standing;
    }

    /**
     * A token by its address alone, with the symbol and decimals that its contract gives itself.
     *
     * @throws UsageException when there is none
     */
    Token token(Chain chain, Address address) {
        Optional<Integer> decimals = TokenNumbers.of(client, at, List.of(Erc20.decimals(address)))
                .getFirst()
                .filter(number -> number.bitLength() < Integer.SIZE && number.intValue() <= Token.MAX_DECIMALS)
                .map(BigInteger::intValue);
        return new Token(
                chain,
                address.hex(),
                symbol(address),
                decimals.orElseThrow(() -> new UsageException(
                        "There is no token at " + address + " on " + chain + ": correct the address of --token.")));
    }

    /** Anybody names a token as he likes: only what is plain is shown. */
    private String symbol(Address address) {
        try {
            String said = client.call(at, Erc20.symbol(address)).text().replaceAll("[^A-Za-z0-9.$_-]", "");
            return said.isEmpty() ? address.hex() : said.substring(0, Math.min(said.length(), MOST_SYMBOL));
        } catch (AbiException | RevertException unnamed) {
            return address.hex();
        }
    }

    static Address at(Token token) {
        return new Address(token.address());
    }
}
