package org.evenkeel.onchain.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.abi.AbiException;
import org.evenkeel.onchain.abi.AbiWriter;
import org.evenkeel.onchain.abi.Call;
import org.evenkeel.onchain.abi.Function;
import org.evenkeel.onchain.abi.RevertReason;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.LocalChain;
import org.evenkeel.testkit.chain.TestContract;
import org.evenkeel.testkit.chain.TestDex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ChainClientTest {
    @RegisterExtension
    static final LocalChain CHAIN = LocalChain.withId(31337);

    private static final Address STRANGER = new Address("0x" + "ab".repeat(20));
    private static final Function BALANCE = Function.of("balanceOf(address)");
    private static final Function TRANSFER = Function.of("transfer(address,uint256)");

    private static TestDex dex;
    private static TestContract token;

    private FaultProxy proxy;
    private ChainClient client;

    @BeforeAll
    static void deploy() {
        dex = TestDex.deployOn(CHAIN);
        token = dex.token("USDC", 6);
    }

    @BeforeEach
    void connect() {
        proxy = FaultProxy.before(CHAIN);
        pay(5);
        client = Clients.client(CHAIN, proxy.url());
    }

    @AfterEach
    void disconnect() {
        client.close();
        proxy.close();
    }

    private static Call balanceOf(Address account) {
        return BALANCE.on(new Address(token.address()), new AbiWriter().address(account));
    }

    private static void pay(long amount) {
        token.send("transfer(address,uint256)", STRANGER.hex(), amount);
    }

    @Test
    void a_read_is_of_the_block_that_it_names() {
        BlockRef before = client.head();
        pay(5);
        BlockRef after = client.head();
        assertEquals(before.number() + 1, after.number());
        assertEquals(
                BigInteger.valueOf(5), client.call(before, balanceOf(STRANGER)).uint());
        assertEquals(BigInteger.TEN, client.call(after, balanceOf(STRANGER)).uint());
        assertTrue(
                proxy.bodies().getLast().contains(after.hash().hex()),
                () -> "not pinned: " + proxy.bodies().getLast());
    }

    @Test
    void a_block_that_was_reorganised_away_is_read_no_more() {
        pay(5);
        BlockRef gone = client.head();
        CHAIN.ask("anvil_reorg", 1, List.of());
        ChainException refused = assertThrows(ChainException.class, () -> client.call(gone, balanceOf(STRANGER)));
        assertEquals(ChainFault.STALE, refused.fault(), refused.getMessage());
    }

    @Test
    void control_by_its_number_the_same_block_answers_with_another_past() {
        long before = token.number("balanceOf(address)", STRANGER.hex()).longValueExact();
        pay(5);
        String number = Long.toHexString(client.head().number());
        CHAIN.ask("anvil_reorg", 1, List.of());
        Map<String, String> question =
                Map.of("to", token.address(), "data", token.input("balanceOf(address)", STRANGER.hex()));
        String answer = CHAIN.ask("eth_call", question, "0x" + number).stringValue();
        assertEquals(before, Long.decode("0x" + answer.substring(answer.length() - 15)));
    }

    @Test
    void accounts_are_told_from_contracts() {
        BlockRef head = client.head();
        assertTrue(client.isContract(head, new Address(token.address())));
        assertFalse(client.isContract(head, STRANGER));
        assertEquals(BigInteger.ZERO, client.balance(head, STRANGER));
        assertTrue(client.balance(head, new Address(CHAIN.account())).signum() > 0);
    }

    private RevertReason reason(Call call) {
        BlockRef head = client.head();
        RevertException refused = assertThrows(RevertException.class, () -> client.call(head, call));
        assertTrue(refused.getMessage().contains(call.function()), refused.getMessage());
        return refused.reason();
    }

    @Test
    void why_a_contract_refuses_is_said() {
        Address usdc = new Address(token.address());
        Address router = new Address(dex.routerV2().address());
        assertEquals(
                new RevertReason.Message("UniswapV2Library: INVALID_PATH"),
                reason(Function.of("getAmountsOut(uint256,address[])")
                        .on(router, new AbiWriter().uint(1).array(List.of(new AbiWriter().address(usdc))))));
        BigInteger largest = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
        assertEquals(
                new RevertReason.Panic(0x11),
                reason(Function.of("mint(address,uint256)")
                        .on(usdc, new AbiWriter().address(STRANGER).uint(largest))));
        RevertReason.Custom custom = assertInstanceOf(
                RevertReason.Custom.class,
                reason(TRANSFER.on(usdc, new AbiWriter().address(STRANGER).uint(1))));
        assertEquals(Function.of("BalanceTooLow(address,uint256,uint256)").selector(), custom.selector());
        assertEquals(
                new RevertReason.Silent(),
                reason(Function.of("nothingOfTheKind()").on(router)));
    }

    @Test
    void where_there_is_no_contract_the_answer_says_so() {
        BlockRef head = client.head();
        Call call = BALANCE.on(STRANGER, new AbiWriter().address(STRANGER));
        AbiException empty =
                assertThrows(AbiException.class, () -> client.call(head, call).uint());
        assertTrue(empty.getMessage().contains("no contract"), empty.getMessage());
    }

    /** Balances, with a call in the middle that reverts. */
    private static List<Call> manyCalls(int count) {
        List<Call> calls = new ArrayList<>(Collections.nCopies(count, balanceOf(STRANGER)));
        calls.set(
                count / 2,
                TRANSFER.on(
                        new Address(token.address()),
                        new AbiWriter().address(STRANGER).uint(1)));
        return calls;
    }

    private void checkMany(int count) {
        List<Call> calls = manyCalls(count);
        List<CallAnswer> answers = client.callAll(client.head(), calls);
        assertEquals(calls, answers.stream().map(CallAnswer::call).toList());
        for (int number = 0; number < count; number++) {
            if (number == count / 2) {
                CallAnswer.Reverted reverted = assertInstanceOf(CallAnswer.Reverted.class, answers.get(number));
                assertInstanceOf(RevertReason.Custom.class, reverted.reason());
                assertThrows(RevertException.class, reverted::read);
            } else {
                assertEquals(BigInteger.valueOf(5), answers.get(number).read().uint());
            }
        }
    }

    @Test
    void hundreds_of_calls_go_in_a_few_requests_where_multicall_is_deployed() {
        dex.deployMulticall();
        checkMany(900);
        assertEquals(3, proxy.count("eth_call"));
        checkMany(900);
        assertEquals(1, proxy.count("eth_getCode"), "asked once");
    }

    @Test
    void without_multicall_each_goes_alone_with_the_same_answers() {
        checkMany(9);
        assertEquals(9, proxy.count("eth_call"));
    }

    @Test
    void before_multicall_was_deployed_each_goes_alone_too() {
        BlockRef before = client.head();
        dex.deployMulticall();
        CHAIN.ask("evm_mine");
        client.callAll(client.head(), manyCalls(4));
        assertEquals(1, proxy.count("eth_call"));
        client.callAll(before, manyCalls(4));
        assertEquals(1 + 4, proxy.count("eth_call"));
    }

    @Test
    void what_is_too_much_for_one_answer_is_asked_for_in_halves() {
        dex.deployMulticall();
        client.close();
        client = Clients.client(
                CHAIN, Clients.settings(CHAIN, proxy.url()).withLimits(Clients.QUICK.withAnswerBytes(10_000)));
        checkMany(200);
        assertTrue(proxy.count("eth_call") > 2, "asked at once");
    }

    @Test
    void another_contract_in_the_place_of_multicall_is_noticed() {
        String multicall = dex.deployMulticall().address();
        // Each answers anything with one word: 1, which points to nowhere, or 0, which is an array without elements.
        for (String code : List.of("0x600160005260206000f3", "0x600060005260206000f3")) {
            CHAIN.ask("anvil_setCode", multicall, code);
            CHAIN.ask("evm_mine");
            ChainException noticed =
                    assertThrows(ChainException.class, () -> client.callAll(client.head(), manyCalls(4)));
            assertEquals(ChainFault.GARBAGE, noticed.fault(), noticed.getMessage());
        }
    }

    @Test
    void threads_share_a_client() throws Exception {
        BlockRef head = client.head();
        List<Callable<BigInteger>> reads = Collections.nCopies(
                100, () -> client.call(head, balanceOf(STRANGER)).uint());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<BigInteger> read : threads.invokeAll(reads)) {
                assertEquals(BigInteger.valueOf(5), read.get());
            }
        }
        assertEquals(100, proxy.count("eth_call"));
        assertEquals(1, proxy.count("eth_chainId"));
    }

    @Test
    void no_calls_ask_nothing() {
        assertEquals(List.of(), client.callAll(client.head(), List.of()));
        assertEquals(0, proxy.count("eth_call"));
    }
}
