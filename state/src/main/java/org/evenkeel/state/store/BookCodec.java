package org.evenkeel.state.store;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.evenkeel.market.Token;
import org.evenkeel.state.BookSnapshot;
import org.evenkeel.state.model.Cycle;
import org.evenkeel.state.model.Position;
import org.evenkeel.state.model.Trade;
import org.evenkeel.state.model.Transfer;
import org.jspecify.annotations.Nullable;

/** One book of a snapshot. */
final class BookCodec {
    /** Not written where all trades were filled in the order they were planned in, as in a backtest they nearly are. */
    private static final String FILL_ORDER = "fillOrder";

    private BookCodec() {}

    static void write(JsonOut out, BookSnapshot book) {
        out.objectOfLines().text("name", book.name());
        writeCash(out, book.cash());
        writePositions(out, "positions", book.holdings().open());
        writePositions(out, "closedPositions", book.holdings().closed());
        writeDeeds(out, book.deeds());
        out.arrayOfLines("cycles");
        for (Cycle cycle : book.history().cycles()) {
            CycleCodec.write(out, cycle);
        }
        out.end();
        CycleCodec.writeOpen(out, book.history().openCycle());
        Columns.write(out, book.history().curve());
        out.end();
    }

    static BookSnapshot read(JsonIn in) {
        in.object();
        String name = in.text("name");
        BookSnapshot.Cash cash = readCash(in);
        BookSnapshot.Holdings holdings = new BookSnapshot.Holdings(
                in.list("positions", PositionCodec::read), in.list("closedPositions", PositionCodec::read));
        BookSnapshot.Deeds deeds = new BookSnapshot.Deeds(
                in.list("trades", TradeCodec::read),
                in.list("transfersInFlight", TransferCodec::read),
                in.list("transfersArrived", TransferCodec::read),
                in.nextIs("transfersReturned") ? in.list("transfersReturned", TransferCodec::read) : List.of(),
                readFillOrder(in));
        List<Cycle> cycles = in.list("cycles", CycleCodec::read);
        Optional<Cycle.Begun> open = CycleCodec.readOpen(in);
        BookSnapshot.History history = new BookSnapshot.History(cycles, open, Columns.read(in));
        in.endObject();
        return new BookSnapshot(name, cash, holdings, deeds, history);
    }

    private static void writeCash(JsonOut out, BookSnapshot.Cash cash) {
        out.object("reserves");
        for (Map.Entry<Token, BigDecimal> reserve : cash.reserves().entrySet()) {
            out.decimalOfAnyName(out.tokenKey(reserve.getKey()), reserve.getValue());
        }
        out.end();
        out.decimal("netDeposits", cash.netDeposits()).real("pendingFlow", cash.pendingFlow());
    }

    private static BookSnapshot.Cash readCash(JsonIn in) {
        in.object("reserves");
        SequencedMap<Token, BigDecimal> reserves = new LinkedHashMap<>();
        for (@Nullable String key = in.nextAnyName(); key != null; key = in.nextAnyName()) {
            if (reserves.put(in.tokenOfKey(key), in.decimal()) != null) {
                throw new IllegalArgumentException("the reserve '" + key + "' stands twice");
            }
        }
        return new BookSnapshot.Cash(reserves, in.decimal("netDeposits"), in.real("pendingFlow"));
    }

    private static void writePositions(JsonOut out, String name, List<Position> positions) {
        out.arrayOfLines(name);
        for (Position position : positions) {
            PositionCodec.write(out, position);
        }
        out.end();
    }

    private static void writeDeeds(JsonOut out, BookSnapshot.Deeds deeds) {
        out.arrayOfLines("trades");
        for (Trade trade : deeds.trades()) {
            TradeCodec.write(out, trade);
        }
        out.end();
        writeTransfers(out, "transfersInFlight", deeds.inFlight());
        writeTransfers(out, "transfersArrived", deeds.arrived());
        if (!deeds.returned().isEmpty()) {
            writeTransfers(out, "transfersReturned", deeds.returned());
        }
        writeFillOrder(out, deeds.fillOrder());
    }

    private static void writeFillOrder(JsonOut out, SequencedMap<Long, List<Long>> fillOrder) {
        if (fillOrder.isEmpty()) {
            return;
        }
        out.arrayOfLines(FILL_ORDER);
        fillOrder.forEach((position, trades) -> {
            out.object().number("position", position).array("trades");
            trades.forEach(out::number);
            out.end().end();
        });
        out.end();
    }

    private static SequencedMap<Long, List<Long>> readFillOrder(JsonIn in) {
        SequencedMap<Long, List<Long>> order = new LinkedHashMap<>();
        if (in.nextIs(FILL_ORDER)) {
            in.array(FILL_ORDER);
            while (in.more()) {
                in.object();
                order.put(in.number("position"), in.list("trades", JsonIn::number));
                in.endObject();
            }
        }
        return order;
    }

    private static void writeTransfers(JsonOut out, String name, List<Transfer> transfers) {
        out.arrayOfLines(name);
        for (Transfer transfer : transfers) {
            TransferCodec.write(out, transfer);
        }
        out.end();
    }
}
