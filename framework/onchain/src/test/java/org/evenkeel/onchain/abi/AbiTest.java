package org.evenkeel.onchain.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.junit.jupiter.api.Test;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.generated.Int24;
import org.web3j.abi.datatypes.generated.Uint256;

/** Held against web3j's own encoder. */
final class AbiTest {
    private static final Address ACCOUNT = new Address("0x" + "a1".repeat(20));
    private static final org.web3j.abi.datatypes.Address THE_SAME = new org.web3j.abi.datatypes.Address(ACCOUNT.hex());
    private static final Bytes FIVE = Bytes.ofHex("0x0102030405");
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

    @SuppressWarnings("rawtypes") // As web3j has it.
    private static String expected(String name, Type... arguments) {
        return FunctionEncoder.encode(new org.web3j.abi.datatypes.Function(name, List.of(arguments), List.of()));
    }

    @Test
    void words_stand_in_their_places() {
        AbiWriter arguments =
                new AbiWriter().address(ACCOUNT).uint(LARGEST).integer(-887_272).bool(true);
        String expected = expected(
                "f", THE_SAME, new Uint256(LARGEST), new Int24(-887_272), new org.web3j.abi.datatypes.Bool(true));
        Call call = Function.of("f(address,uint256,int24,bool)").on(ACCOUNT, arguments);
        assertEquals(expected, call.input().hex());
        assertEquals("f(address,uint256,int24,bool) of " + ACCOUNT, call.toString());
        AbiReader reader = AbiReader.of(call.input().part(4, call.input().size() - 4));
        assertEquals(ACCOUNT, reader.address());
        assertEquals(LARGEST, reader.uint());
        assertEquals(-887_272, reader.smallInteger());
        assertTrue(reader.bool());
    }

    @Test
    void structs_arrays_and_bytes_follow_their_offsets() {
        List<AbiWriter> structs = List.of(
                new AbiWriter().address(ACCOUNT).bool(false).bytes(FIVE),
                new AbiWriter().address(ACCOUNT).bool(true).bytes(Bytes.EMPTY));
        String expected = expected(
                "aggregate3",
                new DynamicArray<>(
                        DynamicStruct.class,
                        List.of(
                                new DynamicStruct(
                                        THE_SAME,
                                        new org.web3j.abi.datatypes.Bool(false),
                                        new DynamicBytes(FIVE.toArray())),
                                new DynamicStruct(
                                        THE_SAME,
                                        new org.web3j.abi.datatypes.Bool(true),
                                        new DynamicBytes(new byte[0])))));
        Call call = Function.of("aggregate3((address,bool,bytes)[])").on(ACCOUNT, new AbiWriter().array(structs));
        assertEquals(expected, call.input().hex());
        List<AbiReader> read =
                AbiReader.of(call.input().part(4, call.input().size() - 4)).tuples();
        assertEquals(2, read.size());
        assertEquals(ACCOUNT, read.getFirst().address());
        assertFalse(read.getFirst().bool());
        assertEquals(FIVE, read.getFirst().bytes());
    }

    @Test
    void an_array_of_bytes_has_offsets_of_its_own() {
        String expected = expected(
                "multicall",
                new Uint256(7),
                new DynamicArray<>(
                        DynamicBytes.class, List.of(new DynamicBytes(FIVE.toArray()), new DynamicBytes(new byte[33]))));
        AbiWriter arguments = new AbiWriter().uint(7).bytesArray(List.of(FIVE, Bytes.of(new byte[33])));
        assertEquals(
                expected,
                Function.of("multicall(uint256,bytes[])")
                        .on(ACCOUNT, arguments)
                        .input()
                        .hex());
    }

    @Test
    void a_struct_of_words_needs_no_offset_and_an_array_of_words_one() {
        AbiWriter path = new AbiWriter().array(List.of(new AbiWriter().address(ACCOUNT), new AbiWriter().uint(7)));
        assertEquals(4 * 32, path.bytes().size());
        assertEquals(
                new AbiWriter().uint(1).uint(2).bytes(),
                new AbiWriter().tuple(new AbiWriter().uint(1).uint(2)).bytes());
    }

    @Test
    void what_does_not_fit_is_not_written() {
        assertThrows(IllegalArgumentException.class, () -> new AbiWriter().uint(-1));
        assertThrows(IllegalArgumentException.class, () -> new AbiWriter().uint(LARGEST.add(BigInteger.ONE)));
        assertThrows(IllegalArgumentException.class, () -> Bytes.ofHex("12"));
        assertThrows(IllegalArgumentException.class, () -> Bytes.ofHex("0x123"));
    }

    @Test
    void answers_that_lie_about_their_size_are_refused() {
        Bytes beyond = new AbiWriter().uint(1_000).bytes();
        Bytes tooMany = new AbiWriter().uint(32).uint(LARGEST).bytes();
        Bytes negative = new AbiWriter().uint(LARGEST).bytes();
        for (Bytes answer : List.of(beyond, tooMany, negative)) {
            assertThrows(AbiException.class, () -> AbiReader.of(answer).bytes());
            assertThrows(AbiException.class, () -> AbiReader.of(answer).tuples());
        }
        assertThrows(AbiException.class, () -> AbiReader.of(negative).address());
        assertThrows(AbiException.class, () -> AbiReader.of(negative).bool());
        assertThrows(
                AbiException.class,
                () -> AbiReader.of(beyond.then(beyond)).tuple().uint());
        AbiException empty =
                assertThrows(AbiException.class, () -> AbiReader.of(Bytes.EMPTY).uint());
        assertTrue(empty.getMessage().contains("no contract"), empty.getMessage());
        assertThrows(AbiException.class, () -> AbiReader.of(Bytes.ofHex("0x01")).uint());
        assertThrows(
                AbiException.class,
                () -> AbiReader.of(new AbiWriter().uint(1L << 40).bytes()).smallInteger());
    }

    @Test
    void answers_that_end_where_they_say_are_read_and_those_that_end_before_are_not() {
        Bytes whole = new AbiWriter().bytes(Bytes.ofHex("0x" + "ab".repeat(32))).bytes();
        assertEquals(32, AbiReader.of(whole).bytes().size());
        Bytes oneMore = new AbiWriter().uint(32).uint(33).uint(7).bytes();
        assertThrows(AbiException.class, () -> AbiReader.of(oneMore).bytes());

        // Two elements, each of which is empty and at the end of the answer; and one more than there is room for.
        Bytes two = new AbiWriter().uint(32).uint(2).uint(64).uint(64).bytes();
        assertEquals(2, AbiReader.of(two).tuples().size());
        Bytes three = new AbiWriter().uint(32).uint(3).uint(64).uint(64).bytes();
        assertThrows(AbiException.class, () -> AbiReader.of(three).tuples());

        // An offset is counted from where its tuple begins, here at the second word.
        Bytes atTheEnd = new AbiWriter().uint(32).uint(64).uint(0).bytes();
        AbiReader end = AbiReader.of(atTheEnd).tuple().tuple();
        assertThrows(AbiException.class, end::uint);
        Bytes beyond = new AbiWriter().uint(32).uint(65).uint(0).bytes();
        AbiReader inner = AbiReader.of(beyond).tuple();
        assertThrows(AbiException.class, inner::tuple);
    }

    @Test
    void small_integers_have_32_bits_and_messages_show_what_came() {
        Bytes largest = new AbiWriter().integer(Integer.MIN_VALUE).bytes();
        assertEquals(Integer.MIN_VALUE, AbiReader.of(largest).smallInteger());
        Bytes larger = new AbiWriter().integer(1L + Integer.MAX_VALUE).bytes();
        AbiException refused =
                assertThrows(AbiException.class, () -> AbiReader.of(larger).smallInteger());
        assertTrue(refused.getMessage().contains(larger.hex()), refused.getMessage());
        AbiReader long129 = AbiReader.of(Bytes.of(new byte[129]));
        for (int word = 0; word < 4; word++) {
            long129.uint();
        }
        AbiException cut = assertThrows(AbiException.class, long129::uint);
        assertTrue(cut.getMessage().endsWith("… (129 bytes)"), cut.getMessage());
    }

    @Test
    void arrays_of_addresses_and_of_bytes_are_read_and_no_length_is_believed() {
        List<AbiWriter> accounts = List.of(new AbiWriter().address(ACCOUNT), new AbiWriter().address(Address.ZERO));
        Bytes two = new AbiWriter().array(accounts).bytes();
        assertEquals(List.of(ACCOUNT, Address.ZERO), AbiReader.of(two).addresses());
        Bytes cut = two.part(0, two.size() - 32);
        assertThrows(AbiException.class, () -> AbiReader.of(cut).addresses());

        // From the specification: an array of offsets, counted from behind its length, and what they lead to.
        Bytes words =
                new AbiWriter().uint(32).uint(2).uint(64).uint(128).uint(1).bytes();
        Bytes first = Bytes.ofHex("0xff" + "00".repeat(31));
        Bytes strings =
                Bytes.joined(List.of(words, first, new AbiWriter().uint(0).bytes()));
        assertEquals(
                List.of(Bytes.ofHex("0xff"), Bytes.EMPTY), AbiReader.of(strings).byteStrings());
        Bytes many = new AbiWriter().uint(32).uint(1L << 40).bytes();
        assertThrows(AbiException.class, () -> AbiReader.of(many).byteStrings());
        assertThrows(AbiException.class, () -> AbiReader.of(many).addresses());
    }

    private static Bytes revert(String function, AbiWriter arguments) {
        return Function.of(function).on(ACCOUNT, arguments).input();
    }

    @Test
    void the_reason_of_a_revert_is_read() {
        Bytes words = Bytes.of("STF\u202e\u0007".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                new RevertReason.Message("STF"),
                RevertReason.of(revert("Error(string)", new AbiWriter().bytes(words))));
        RevertReason panic = RevertReason.of(revert("Panic(uint256)", new AbiWriter().uint(0x11)));
        assertEquals(new RevertReason.Panic(0x11), panic);
        assertEquals("panic 0x11 (arithmetic overflow)", panic.toString());
        RevertReason custom = RevertReason.of(revert("TooLittle(uint256)", new AbiWriter().uint(5)));
        assertEquals(
                new RevertReason.Custom(
                        Function.of("TooLittle(uint256)").selector(),
                        new AbiWriter().uint(5).bytes()),
                custom);
        assertEquals(new RevertReason.Silent(), RevertReason.of(Bytes.EMPTY));
        assertEquals(new RevertReason.Silent(), RevertReason.of(Bytes.ofHex("0x010203")));
        assertEquals("\"STF\"", new RevertReason.Message("STF").toString());
        assertEquals("no reason given", new RevertReason.Silent().toString());
        assertEquals(
                "error 0x01020304", RevertReason.of(Bytes.ofHex("0x01020304")).toString());
        assertEquals(
                "error 0x01020304 with 0x05",
                RevertReason.of(Bytes.ofHex("0x0102030405")).toString());
    }

    @Test
    void a_long_error_of_a_contracts_own_is_kept_whole_and_shown_cut() {
        RevertReason.Custom custom = assertInstanceOf(
                RevertReason.Custom.class, RevertReason.of(Bytes.ofHex("0x01020304" + "ab".repeat(9_000))));
        assertEquals(9_000, custom.arguments().size());
        assertEquals("error 0x01020304 with 0x" + "ab".repeat(99) + "…", custom.toString());
    }

    @Test
    void a_malformed_reason_is_kept_as_it_came() {
        assertEquals(
                new RevertReason.Custom(Bytes.ofHex("0x08c379a0"), Bytes.ofHex("0x01")),
                RevertReason.of(Bytes.ofHex("0x08c379a001")));
    }
}
