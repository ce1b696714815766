package org.evenkeel.onchain.token;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.evenkeel.market.DataException;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.rpc.BlockRef;
import org.evenkeel.onchain.rpc.CallAnswer;
import org.evenkeel.onchain.rpc.ChainClient;
import org.evenkeel.onchain.rpc.RevertException;
import org.jspecify.annotations.Nullable;

/** Asks tokens what they say of themselves. Whatever they call themselves, they are their address. */
public final class TokenReader {
    private static final int LONGEST = 24;

    /** A text of a fixed size, as tokens of the first years have it. */
    private static final int OLD_TEXT = 32;

    private final ChainClient client;

    /** Asks through this client. */
    public TokenReader(ChainClient client) {
        this.client = client;
    }

    /**
     * The token at an address, with a symbol that can be shown.
     *
     * @throws DataException when it does not say how many decimals it has
     */
    public Token token(BlockRef at, Address address) {
        List<CallAnswer> answers = client.callAll(at, List.of(Erc20.decimals(address), Erc20.symbol(address)));
        return new Token(
                client.chain(), address.hex(), symbol(answers.get(1), address), decimals(answers.get(0), address));
    }

    private int decimals(CallAnswer answer, Address address) {
        try {
            int decimals = answer.read().smallInteger();
            if (decimals >= 0 && decimals <= Token.MAX_DECIMALS) {
                return decimals;
            }
            throw unreadable(address, "it says that it has " + decimals, null);
        } catch (AbiException | RevertException none) {
            throw unreadable(address, String.valueOf(none.getMessage()), none);
        }
    }

    private DataException unreadable(Address address, String why, @Nullable Throwable cause) {
        String message = "The decimals of the token " + address + " on " + client.chain() + " cannot be read: " + why
                + ". Without them no amount of it has a meaning: leave its pools out.";
        return cause == null ? new DataException(message) : new DataException(message, cause);
    }

    /** Anybody gives a token any symbol: what would not show, or would be read as something else, is left out. */
    private static String symbol(CallAnswer answer, Address address) {
        String plain = said(answer).replaceAll("[^\\p{L}\\p{N}\\p{Sc}+._]", "");
        String shortened = plain.substring(
                0, plain.offsetByCodePoints(0, Math.min(LONGEST, plain.codePointCount(0, plain.length()))));
        return shortened.isEmpty() ? address.hex().substring(0, 10) : shortened;
    }

    private static String said(CallAnswer answer) {
        if (answer instanceof CallAnswer.Returned returned && returned.data().size() == OLD_TEXT) {
            return new String(returned.data().toArray(), StandardCharsets.UTF_8);
        }
        try {
            return answer.read().text();
        } catch (AbiException | RevertException none) {
            return "";
        }
    }
}
