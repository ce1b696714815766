package org.evenkeel.onchain.bridge;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.evenkeel.onchain.abi.AbiReader;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.market.Units;
import org.evenkeel.onchain.rpc.LogEntry;
import org.evenkeel.state.model.Transfer;
import org.web3j.crypto.Hash;

/**
 * A deposit as its pool recorded it. All of it together is what the other chain's pool knows it by: a payment of anything
 * else, or by the same number alone, is none of this deposit.
 *
 * @param way from which chain to which, by their EIP-155 ids
 * @param id its number on the chain that it left
 * @param parties whose it is, and who is paid
 * @param tokens what was paid in, and what is to be paid out
 * @param times when it was offered and until when it can be paid, in seconds since 1970, and the block it is in
 */
record Deposit(Way way, BigInteger id, Parties parties, Tokens tokens, Times times) {
    record Way(BigInteger from, BigInteger to) {
        static Way between(BridgeEnd from, BridgeEnd to) {
            return new Way(
                    BigInteger.valueOf(from.chain().id()),
                    BigInteger.valueOf(to.chain().id()));
        }
    }

    record Parties(Address depositor, Address recipient, Address exclusiveRelayer) {
        /** From the account of one end to that of the other, by any relayer. */
        static Parties of(BridgeEnd from, BridgeEnd to) {
            return new Parties(from.account().address(), to.account().address(), Address.ZERO);
        }
    }

    record Tokens(Address input, Address output, BigInteger inputAmount, BigInteger outputAmount) {
        /**
         * What a transfer sends and is to receive.
         *
         * @throws ArithmeticException when an amount is of parts of a base unit
         */
        static Tokens of(Transfer transfer) {
            return new Tokens(
                    Units.address(transfer.from()),
                    Units.address(transfer.to()),
                    exactly(transfer.amounts().sent(), transfer.from()),
                    exactly(transfer.amounts().received(), transfer.to()));
        }

        private static BigInteger exactly(BigDecimal amount, Token token) {
            return amount.movePointRight(token.decimals()).toBigIntegerExact();
        }
    }

    record Times(BigInteger quote, BigInteger fillDeadline, BigInteger exclusivityDeadline, long block) {}

    /** Of a {@code FundsDeposited} log of a chain. */
    static Deposit of(long chainId, LogEntry log) {
        AbiReader data = AbiReader.of(log.data());
        Address input = data.address();
        Address output = data.address();
        Tokens tokens = new Tokens(input, output, data.uint(), data.uint());
        Times times = new Times(data.uint(), data.uint(), data.uint(), log.blockNumber());
        Address recipient = data.address();
        BigInteger to = indexed(log, 1).uint();
        return new Deposit(
                new Way(BigInteger.valueOf(chainId), to),
                indexed(log, 2).uint(),
                new Parties(indexed(log, 3).address(), recipient, data.address()),
                tokens,
                times);
    }

    private static AbiReader indexed(LogEntry log, int place) {
        return AbiReader.of(log.topics().get(place));
    }

    /** What the other pool calls it: the hash of all that it is, and of that pool's chain. */
    Bytes relayHash() {
        AbiWriter relay = new AbiWriter()
                .address(parties.depositor)
                .address(parties.recipient)
                .address(parties.exclusiveRelayer)
                .address(tokens.input)
                .address(tokens.output)
                .uint(tokens.inputAmount)
                .uint(tokens.outputAmount)
                .uint(way.from)
                .uint(id)
                .uint(times.fillDeadline)
                .uint(times.exclusivityDeadline)
                .bytes(Bytes.EMPTY);
        return Bytes.of(
                Hash.sha3(new AbiWriter().tuple(relay).uint(way.to).bytes().toArray()));
    }
}
