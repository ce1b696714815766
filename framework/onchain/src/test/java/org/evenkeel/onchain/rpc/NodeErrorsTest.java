package org.evenkeel.onchain.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.evenkeel.onchain.abi.RevertReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.web3j.protocol.core.Response;

/** The words of nodes and providers that are in use. */
final class NodeErrorsTest {
    private static final String TOO_LITTLE = "0x08c379a0"
            + "0000000000000000000000000000000000000000000000000000000000000020"
            + "0000000000000000000000000000000000000000000000000000000000000003"
            + "5354460000000000000000000000000000000000000000000000000000000000";

    private static Response.Error error(int code, String message, String data) {
        Response.Error error = new Response.Error(code, message);
        error.setData(data);
        return error;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3      | execution reverted: STF       | \"%s\"",
                "-32000 | execution reverted            | \"%s\"",
                "-32015 | VM execution error.           | \"Reverted %s\"",
                "-32603 | Internal error                | \"Reverted %s\"",
                "3      | VM Exception while processing | {\"message\": \"x\", \"data\": \"%s\"}"
            })
    void the_reason_of_a_revert_is_found_wherever_a_node_puts_it(int code, String message, String data) {
        assertEquals(
                Optional.of(new RevertReason.Message("STF")),
                NodeErrors.revert(error(code, message, data.formatted(TOO_LITTLE))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-32000 | execution reverted",
                "-32000 | invalid opcode: INVALID",
                "-32000 | invalid jump destination",
                "-32003 | EVM error InvalidFEOpcode",
                "-32000 | stack underflow (0 <=> 1)"
            })
    void a_contract_that_breaks_has_refused_without_a_reason(int code, String message) {
        assertEquals(Optional.of(new RevertReason.Silent()), NodeErrors.revert(error(code, message, null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-32000 | header not found                                                | STALE",
                "-32000 | missing trie node 1234 (path ) state 0x12 is not available      | STALE",
                "-32001 | Resource not found                                              | STALE",
                "-32000 | hash 12 is not currently canonical                              | STALE",
                "-32000 | block #7 not found                                              | STALE",
                "-32005 | daily request count exceeded, request rate limited              | RATE_LIMITED",
                "429    | Your app has exceeded its compute units per second capacity: too many requests | RATE_LIMITED",
                "-32000 | rate limit exceeded                                             | RATE_LIMITED",
                "-32000 | out of gas                                                      | NODE_ERROR",
                "-32003 | EVM error OutOfGas                                              | NODE_ERROR",
                "-32601 | the method eth_foo does not exist/is not available              | NODE_ERROR",
                "-32602 | invalid argument 0: hex string without 0x prefix                | NODE_ERROR"
            })
    void other_errors_come_to_few_faults(int code, String message, ChainFault expected) {
        assertEquals(Optional.empty(), NodeErrors.revert(error(code, message, null)));
        assertEquals(expected, NodeErrors.fault(error(code, message, null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonce too low: next nonce 5, tx nonce 4                             | NONCE_TOO_LOW",
                "OldNonce                                                            | NONCE_TOO_LOW",
                "insufficient funds for gas * price + value: balance 0, tx cost 1    | INSUFFICIENT_FUNDS",
                "Insufficient funds for gas * price + value                          | INSUFFICIENT_FUNDS",
                "replacement transaction underpriced                                 | UNDERPRICED",
                "transaction underpriced: tip needed 1, tip permitted 0              | UNDERPRICED",
                "max fee per gas less than block base fee: address 0x1               | UNDERPRICED",
                "FeeTooLow, MaxFeePerGas too low                                     | UNDERPRICED",
                "intrinsic gas too low: gas 1, minimum needed 21000                  | GAS_LIMIT",
                "exceeds block gas limit                                             | GAS_LIMIT",
                "invalid sender                                                      | INVALID",
                "invalid chain id for signer: have 1 want 2                          | INVALID",
                "rlp: value size exceeds available input length                      | INVALID"
            })
    void a_refusal_is_known_by_its_words(String said, SendOutcome.Refusal expected) {
        assertEquals(Optional.of(expected), NodeErrors.refusal(said));
    }

    @ParameterizedTest
    @CsvSource({"internal error", "upstream request timeout", "service unavailable", "txpool is full"})
    void what_leaves_a_doubt_is_no_refusal(String said) {
        assertEquals(Optional.empty(), NodeErrors.refusal(said));
    }

    @Test
    void a_node_that_has_the_transaction_says_so() {
        for (String said :
                new String[] {"already known", "AlreadyKnown", "known transaction: 12", "tx already in mempool"}) {
            assertEquals(true, NodeErrors.isAlreadyKnown(said), said);
        }
        assertEquals(false, NodeErrors.isAlreadyKnown("unknown"));
    }
}
