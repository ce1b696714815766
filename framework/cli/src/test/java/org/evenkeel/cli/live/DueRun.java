package org.evenkeel.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.evenkeel.cli.Cli;
import org.evenkeel.cli.Folders;
import org.evenkeel.cli.LocalWallet;
import org.evenkeel.live.LiveEvent;
import org.evenkeel.onchain.sign.Signer;
import org.evenkeel.state.model.Portfolio;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Trade;
import org.evenkeel.testkit.chain.FaultProxy;
import org.evenkeel.testkit.chain.LocalChain;

/**
 * A run on a chain that has traded for some hours up to now, by the machine's own time, at which a decision is due: whoever
 * starts it buys two tokens, one in a pool of each kind. It can be put back to where it was, with its chain.
 */
final class DueRun implements AutoCloseable {
    private static final int HOURS = 6;
    private static final String QUICK = "1s";

    private final LocalChain chain;
    private final Path folder;
    private final FaultProxy proxy;
    private final BusyChain busy;
    private final LocalWallet wallet;
    private final DueSettings due;
    private final Signer key;
    private final Instant tick;

    /** When the first block of its chain is to be. */
    static Instant genesis() {
        return LeapingTime.machine().minus(Duration.ofHours(HOURS)).truncatedTo(ChronoUnit.HOURS);
    }

    /** Lets people trade on the chain, and collects the candles. */
    DueRun(LocalChain chain, Path folder) {
        this(chain, folder, 1);
    }

    /**
     * Lets people trade on the chain, and collects the candles.
     *
     * @param confirmations the blocks after which the run takes one for final
     */
    DueRun(LocalChain chain, Path folder, int confirmations) {
        this(chain, folder, confirmations, LocalWallet.ofFolder(chain, folder));
    }

    /** The same with a wallet whose key is elsewhere. */
    static DueRun of(LocalChain chain, Path folder, String account) {
        return new DueRun(chain, folder, 1, LocalWallet.ofAddress(chain, folder, account));
    }

    private DueRun(LocalChain chain, Path folder, int confirmations, LocalWallet wallet) {
        this.chain = chain;
        this.folder = folder;
        due = new DueSettings(folder, List.of("AAA-USDC", "BBB-WETH", "WETH-USDC"), 2);
        busy = new BusyChain(chain, "gamma", 6).withPair("AAA", "5").withRanges("BBB", "40");
        proxy = FaultProxy.before(chain);
        String profile = busy.profile().replace("\"confirmations\": 1,", "\"confirmations\": " + confirmations + ",");
        write("chains.json", "{\"chains\": [" + profile + "]}");
        environment("");
        this.wallet = wallet;
        key = wallet.key();
        busy.fund(wallet.address().hex(), "5", "9000");
        trade();
        tick = busy.now().minusSeconds(10);
        Cli.Ran candles = Cli.run(collect(data()).toArray());
        assertEquals(0, candles.code(), candles.err());
    }

    private void trade() {
        // Both rise, and so both are bought.
        busy.tradeUpTo(LeapingTime.machine(), new Random(5), List.of("AAA", "BBB"));
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The node, and these lines besides. */
    void environment(String more) {
        write(".env", "GAMMA_RPC_URL=" + proxy.url() + "\n" + more);
    }

    Path data() {
        return due.data();
    }

    Path state() {
        return due.state();
    }

    /** Stands between the run and its node. */
    FaultProxy proxy() {
        return proxy;
    }

    LocalWallet wallet() {
        return wallet;
    }

    private List<String> settings(String look) {
        return due.words(tick, "--look=" + look, "--tolerance=59m", "--set=stopLoss=0.9");
    }

    /** The command that collects the candles of its pools. */
    List<Object> collect(Path out) {
        return due.collect(busy, out);
    }

    /** The command that trades, as a user would give it. */
    List<Object> live(String... more) {
        List<Object> command = new ArrayList<>(List.of("live", "WeeklyMomentum", "--execute"));
        command.addAll(List.of("--wallet=" + wallet.keystore(), "--password-file=" + wallet.password()));
        command.addAll(settings(QUICK));
        command.addAll(List.of(more));
        return command;
    }

    /** A command for the wallet, of which is not said what signs for it. */
    List<Object> withoutKey(String... words) {
        List<Object> command = new ArrayList<>(List.of((Object[]) words));
        command.add("--wallet=" + wallet.keystore());
        command.addAll(List.of("live", "close-all").contains(words[0]) ? settings(QUICK) : due.files());
        return command;
    }

    /** The command that shows what would be done. */
    List<Object> dry(String... more) {
        List<Object> command = new ArrayList<>(List.of("live", "WeeklyMomentum", "--wallet=" + wallet.keystore()));
        command.addAll(settings(QUICK));
        command.addAll(List.of(more));
        return command;
    }

    /** The command that sells everything, or shows what that would be. */
    List<Object> closeAll(String... more) {
        List<Object> command = new ArrayList<>(dry(more));
        command.set(0, "close-all");
        return command;
    }

    /** The command that trades on paper. */
    List<Object> paper(String... more) {
        List<Object> command = new ArrayList<>(List.of("paper", "WeeklyMomentum"));
        command.addAll(settings(QUICK));
        command.addAll(List.of(more));
        return command;
    }

    private LiveJob job(String look, LiveTime time, Consumer<LiveEvent> listener) {
        return due.job(settings(look), time, listener);
    }

    private void trade(LiveJob job, LiveJob.Span span) {
        job.send(new LiveJob.Sending(wallet.files(), key, Optional.empty()), span, Function.identity());
    }

    /** Lets the state begin before the tick, so that whoever starts the run next decides at it. */
    DueRun begun() {
        trade(job(QUICK, DueSettings.before(tick), event -> {}), LiveJob.Span.ONCE);
        return this;
    }

    /** The same for a run on paper. */
    DueRun begunOnPaper() {
        job(QUICK, DueSettings.before(tick), event -> {}).paper(Optional.empty(), LiveJob.Span.ONCE);
        return this;
    }

    /** Does what is due, and what is left of what was begun, in this process and without waiting; tells what was heard. */
    List<LiveEvent> finish() {
        List<LiveEvent> heard = new ArrayList<>();
        trade(job(QUICK, LeapingTime.now().live(), heard::add), LiveJob.Span.ONCE);
        return heard;
    }

    /** Trades in this process as time passes, until that is over; how often is looked is up to the test. */
    void goOn(String look, LeapingTime time, Consumer<LiveEvent> listener) {
        trade(job(look, time.live(), listener), LiveJob.Span.ON_AND_ON);
    }

    /** The same on paper. */
    void goOnOnPaper(String look, LeapingTime time, Consumer<LiveEvent> listener) {
        job(look, time.live(), listener).paper(Optional.empty(), LiveJob.Span.ON_AND_ON);
    }

    /** Lets time pass on the chain. */
    void passTo(Instant instant) {
        busy.passTo(instant);
    }

    /** Somebody sends dollars to the wallet, which its books know nothing of. */
    void give(String dollars) {
        busy.fund(wallet.address().hex(), "5", dollars);
    }

    /** Somebody who was allowed to takes dollars from the wallet. */
    void take(String dollars) {
        busy.take(wallet.address().hex(), dollars);
    }

    /** Somebody takes so much of a token from the wallet. */
    void take(String symbol, BigDecimal tokens) {
        busy.take(symbol, wallet.address().hex(), units(tokens, 18));
    }

    /** Somebody who has the key sends something, elsewhere. */
    void sendElsewhere() {
        wallet.sendElsewhere(wallet.address().hex(), "0x");
    }

    /** Somebody buys, or sells, a share of a pool now. */
    void push(String symbol, double share) {
        busy.push(symbol, share, busy.now());
    }

    Portfolio book() {
        return due.book();
    }

    /** The trades that were filled. */
    List<Trade> filled() {
        return book().trades().stream()
                .filter(trade -> trade.filled().isPresent())
                .toList();
    }

    /** What is held on the chain and what the books say, in base units, by a way of counting of the test's own. */
    void assertSame(String where) {
        Map<String, BigInteger> owned = new LinkedHashMap<>();
        Map<String, BigInteger> held = busy.holdings(wallet.address().hex());
        held.keySet().forEach(token -> owned.put(token, BigInteger.ZERO));
        Portfolio book = book();
        book.reserves().forEach((token, amount) -> owned.put(token.symbol(), units(amount, token.decimals())));
        for (Position position : book.positions()) {
            owned.merge(
                    position.pair().base().symbol(),
                    units(position.quantity(), position.pair().base().decimals()),
                    BigInteger::add);
        }
        assertEquals(held, owned, where);
    }

    private static BigInteger units(BigDecimal amount, int decimals) {
        return amount.movePointRight(decimals).toBigIntegerExact();
    }

    /** Every trade of the decision is made, once, by transactions that follow each other, and nothing waits. */
    void assertDone(String where) {
        List<String> bought = filled().stream()
                .map(trade -> trade.plan().intent().pair().base().symbol())
                .sorted()
                .toList();
        assertEquals(List.of("AAA", "BBB"), bought, where);
        assertEquals(1, book().cycles().size(), where);
        assertSame(where);
        String account = wallet.address().hex();
        assertEquals(
                chain.ask("eth_getTransactionCount", account, "latest"),
                chain.ask("eth_getTransactionCount", account, "pending"),
                where);
        assertEquals("0x0", chain.ask("txpool_status").get("queued").stringValue(), where);
    }

    /** How many transactions of the wallet are in blocks. */
    long nonce() {
        return Long.decode(chain.ask("eth_getTransactionCount", wallet.address().hex(), "latest")
                .stringValue());
    }

    /** What a process leaves on the disk: the run, the wallet's journals, the candles. */
    private List<Path> kept() {
        return List.of(state(), folder.resolve(wallet.address().hex()), data());
    }

    /** What a run that was not asked to send anything must leave as it is: its state, and the wallet's journals. */
    Map<String, String> untouched() {
        return Folders.content(List.of(state(), folder.resolve(wallet.address().hex())));
    }

    /**
     * What is on the disk and in the chain, to be held against what was there at another moment. Who had a lock is of no
     * matter once he is gone.
     */
    String print() {
        Map<String, String> content = Folders.content(kept());
        content.keySet().removeIf(file -> file.endsWith(".lock"));
        return content.toString() + chain.ask("eth_blockNumber");
    }

    /** What was there at a moment, on the disk and in the chain. */
    record Left(String where, Path copy, String snapshot) {}

    /** Keeps what is there now. */
    Left left(String where, String name) {
        Path copy = folder.resolve("left").resolve(name);
        for (Path each : kept()) {
            Folders.copy(each, copy.resolve(each.getFileName()));
        }
        return new Left(where, copy, chain.ask("evm_snapshot").stringValue());
    }

    /** All is again as it was then. What was kept later than that cannot be gone back to any more, and nor can this. */
    void backTo(Left left) {
        assertTrue(chain.ask("evm_revert", left.snapshot()).booleanValue(), left.where());
        onDisk(left);
    }

    /** The disk is again as it was then, and the chain is not. */
    void onDisk(Left left) {
        for (Path each : kept()) {
            Folders.copy(left.copy().resolve(each.getFileName()), each);
        }
    }

    @Override
    public void close() {
        proxy.close();
    }
}
