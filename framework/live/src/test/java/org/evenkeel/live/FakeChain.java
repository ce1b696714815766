package org.evenkeel.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.evenkeel.api.port.Execution;
import org.evenkeel.market.Token;
import org.evenkeel.market.TradingPair;
import org.evenkeel.state.model.Costs;
import org.evenkeel.state.model.Fill;
import org.evenkeel.state.model.Outcome;
import org.evenkeel.state.model.Side;
import org.evenkeel.state.model.Size;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.TradeIntent;

/**
 * A chain in a file, a line for each transaction, at which every price is 1: what is in the file has happened, whatever
 * becomes of the process that sent it. It takes a transaction of the same id once only.
 */
final class FakeChain implements Execution, Wallet {
    private static final BigDecimal GAS = new BigDecimal("0.25");

    private final Path file;
    private final String run;

    /** A transaction as its line has it. */
    private record Line(String id, Instant at, Side side, String symbol, BigDecimal amount) {
        static Line of(String text) {
            String[] parts = text.split(" ");
            return new Line(
                    parts[0], Instant.parse(parts[1]), Side.valueOf(parts[2]), parts[3], new BigDecimal(parts[4]));
        }

        String text() {
            return id + " " + at + " " + side + " " + symbol + " " + amount.toPlainString();
        }

        Filled filled() {
            Costs costs = new Costs(BigDecimal.ZERO, BigDecimal.ZERO, GAS);
            return new Filled(at, new Fill(amount, amount, 1, costs, List.of()));
        }
    }

    FakeChain(Path file, String run) {
        this.file = file;
        this.run = run;
    }

    /** The wallet on it, before anything is run. */
    static Wallet wallet(Path file) {
        return new FakeChain(file, "");
    }

    /** Somebody brings tokens, or takes them away: at the cost of nothing. */
    static void give(Path file, Token token, String amount) {
        append(file, "gift-" + token.symbol() + " " + Instant.EPOCH + " BUY " + token.symbol() + " " + amount);
    }

    private static void append(Path file, String line) {
        try {
            Files.writeString(
                    file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Line> lines(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(Line::of).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The trades that have landed, in their order, as {@code side symbol amount}. */
    static List<String> landed(Path file) {
        return lines(file).stream()
                .filter(line -> !line.id().startsWith("gift"))
                .map(line -> line.side() + " " + line.symbol() + " "
                        + line.amount().stripTrailingZeros().toPlainString())
                .toList();
    }

    /** A reorganisation takes the last transactions back. */
    static void reorganise(Path file, int transactions) {
        List<Line> lines = lines(file);
        try {
            Files.writeString(
                    file,
                    lines.subList(0, lines.size() - transactions).stream()
                            .map(line -> line.text() + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Line> find(long trade) {
        Predicate<Line> own = line -> line.id().equals(run + "/" + trade);
        return lines(file).stream().filter(own).findFirst();
    }

    @Override
    public boolean paysGasItself() {
        return true;
    }

    @Override
    public Ended execute(Order order) {
        Optional<Line> sent = find(order.trade().id());
        if (sent.isPresent()) {
            return sent.get().filled();
        }
        TradeIntent intent = order.trade().intent();
        BigDecimal amount = switch (intent.size()) {
            case Size.Spend spend -> spend.value();
            case Size.Sell sell -> sell.quantity();
            case Size.SellAll all -> throw new AssertionError("a sale has a quantity by now");
        };
        Line line = new Line(
                run + "/" + order.trade().id(),
                order.at(),
                intent.side(),
                intent.pair().base().symbol(),
                amount);
        append(file, line.text());
        return line.filled();
    }

    @Override
    public List<Trade> undone(List<Trade> booked) {
        List<Trade> gone = new ArrayList<>(booked.stream()
                .filter(trade -> find(trade.plan().id()).isEmpty())
                .toList());
        return gone.reversed();
    }

    @Override
    public List<Ended> settle(List<Trade> open, Instant at) {
        return open.stream()
                .map(trade -> find(trade.plan().id())
                        .map(line -> (Ended) line.filled())
                        .orElseGet(() -> new Failed(at, Outcome.NOT_SENT, BigDecimal.ZERO)))
                .toList();
    }

    @Override
    public Map<Token, BigDecimal> balances(Collection<Token> tokens) {
        Map<Token, BigDecimal> balances = new LinkedHashMap<>();
        for (Token token : tokens) {
            balances.put(token, balance(token));
        }
        return balances;
    }

    private BigDecimal balance(Token token) {
        BigDecimal balance = BigDecimal.ZERO;
        boolean isReserve = token.equals(LiveLab.USDC);
        for (Line line : lines(file)) {
            BigDecimal signed =
                    line.side() == Side.BUY ? line.amount() : line.amount().negate();
            if (line.symbol().equals(token.symbol())) {
                balance = balance.add(signed);
            } else if (isReserve && !line.id().startsWith("gift")) {
                balance = balance.subtract(signed);
            }
        }
        return balance;
    }

    /** Whether the wallet holds what a book says, of a pair. */
    static boolean holds(Path file, TradingPair pair, BigDecimal quantity) {
        return new FakeChain(file, "").balance(pair.base()).compareTo(quantity) == 0;
    }
}
