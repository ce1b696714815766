package org.evenkeel.onchain.rpc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.RevertReason;
import org.web3j.protocol.core.Response;

/**
 * What nodes mean by their errors. Codes are hardly agreed upon (3 for a revert, and −32001 and −32005 of EIP-1474, are
 * widely kept), and so the words decide: those of the usual nodes and providers.
 */
final class NodeErrors {
    private static final int REVERTED = 3;
    private static final int LIMIT_EXCEEDED = -32005;
    private static final int NOT_FOUND = -32001;
    private static final Pattern HEX = Pattern.compile("0x(?:[0-9a-fA-F]{2})*");
    private static final Pattern REVERT = Pattern.compile(
            "revert|vm execution error|invalid opcode|invalidfeopcode|invalid jump|stack (?:under|over)flow");
    private static final Pattern UNKNOWN_BLOCK = Pattern.compile(
            "header not found|unknown block|block not found"
                    + "|block(?: with)?.* not found|missing trie node|state.* not available|not (?:currently )?canonical|block.* out of range");
    private static final Pattern TOO_MANY = Pattern.compile(
            "rate limit|too many requests|requests? (?:limit|rate)|throughput|capacity exceeded|over quota");
    /** For a range of blocks and its logs; reth, geth and the usual providers. */
    private static final Pattern TOO_MUCH = Pattern.compile("quer(?:y|ies) (?:returned more than|exceeds|timeout)"
            + "|ranges? (?:is |are )?(?:too|limit|exceed|over)|(?:limited to|max(?:imum)?|up to).{0,40}(?:range|results)"
            + "|too many (?:results|logs|blocks)|response (?:size|is too)|(?:payload|response) too large");

    private static final Pattern ALREADY_KNOWN = Pattern.compile(
            "already ?known|known transaction|already imported|already exists|already in (?:the )?mempool");

    private static final Pattern NONCE_TOO_LOW =
            Pattern.compile("nonce(?: is)? too low|nonce has already been used|oldnonce");
    private static final Pattern INSUFFICIENT_FUNDS = Pattern.compile("insufficient (?:funds|balance)");
    private static final Pattern UNDERPRICED =
            Pattern.compile("underpriced|fee too low|feetoolow|max fee per gas less than|tip.* too low");
    private static final Pattern GAS_LIMIT =
            Pattern.compile("intrinsic gas|exceeds block gas limit|gas limit (?:too|exceeded)|gas too low");
    private static final Pattern INVALID =
            Pattern.compile("invalid (?:sender|signature|chain|transaction)|rlp|failed to decode|wrong chain");

    private NodeErrors() {}

    /** Why a contract refused, where the error says that one did, or that its code broke. */
    static Optional<RevertReason> revert(Response.Error error) {
        String data = String.valueOf(error.getData());
        Matcher hex = HEX.matcher(data);
        Bytes said = hex.find() ? Bytes.ofHex(hex.group()) : Bytes.EMPTY;
        boolean reverted =
                error.getCode() == REVERTED || REVERT.matcher(words(error)).find() || data.contains("Reverted");
        return reverted ? Optional.of(RevertReason.of(said)) : Optional.empty();
    }

    /** What any other error comes to. */
    static ChainFault fault(Response.Error error) {
        String words = words(error);
        if (isTooMuch(words)) {
            return ChainFault.TOO_LARGE;
        }
        if (error.getCode() == NOT_FOUND || UNKNOWN_BLOCK.matcher(words).find()) {
            return ChainFault.STALE;
        }
        return error.getCode() == LIMIT_EXCEEDED || TOO_MANY.matcher(words).find()
                ? ChainFault.RATE_LIMITED
                : ChainFault.NODE_ERROR;
    }

    /** Whether a node says that its answer would be larger than it gives. */
    static boolean isTooMuch(String said) {
        return TOO_MUCH.matcher(said.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether the node only says that it has the transaction. */
    static boolean isAlreadyKnown(String said) {
        return ALREADY_KNOWN.matcher(said.toLowerCase(Locale.ROOT)).find();
    }

    /** Why a transaction was refused, where the words leave no doubt that it was. */
    static Optional<SendOutcome.Refusal> refusal(String said) {
        String words = said.toLowerCase(Locale.ROOT);
        return List.of(SendOutcome.Refusal.values()).stream()
                .filter(reason -> words(reason).matcher(words).find())
                .findFirst();
    }

    private static Pattern words(SendOutcome.Refusal reason) {
        return switch (reason) {
            case NONCE_TOO_LOW -> NONCE_TOO_LOW;
            case INSUFFICIENT_FUNDS -> INSUFFICIENT_FUNDS;
            case UNDERPRICED -> UNDERPRICED;
            case GAS_LIMIT -> GAS_LIMIT;
            case INVALID -> INVALID;
        };
    }

    private static String words(Response.Error error) {
        return String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
    }
}
