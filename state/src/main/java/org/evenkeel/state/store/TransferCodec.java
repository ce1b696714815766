package org.evenkeel.state.store;

import java.math.BigDecimal;
import java.time.Instant;
import org.evenkeel.market.Token;
import org.evenkeel.state.model.Transfer;

/** Transfers between chains. */
final class TransferCodec {
    /** Left out where there is none, as on the way and in a backtest. */
    private static final String GAS = "gas";

    private TransferCodec() {}

    static void write(JsonOut out, Transfer transfer) {
        out.object();
        writeFields(out, transfer);
        out.end();
    }

    static Transfer read(JsonIn in) {
        in.object();
        Transfer transfer = readFields(in);
        in.endObject();
        return transfer;
    }

    static void writeFields(JsonOut out, Transfer transfer) {
        out.number("id", transfer.id())
                .text("book", transfer.book())
                .token("from", transfer.from())
                .token("to", transfer.to())
                .decimal("sent", transfer.amounts().sent())
                .decimal("received", transfer.amounts().received())
                .instant("started", transfer.times().started())
                .instant("arrives", transfer.times().arrives());
        writeGas(out, transfer.amounts().gas());
    }

    static void writeGas(JsonOut out, BigDecimal gas) {
        if (gas.signum() != 0) {
            out.decimal(GAS, gas);
        }
    }

    static Transfer readFields(JsonIn in) {
        long id = in.number("id");
        String book = in.text("book");
        Token from = in.token("from");
        Token to = in.token("to");
        BigDecimal sent = in.decimal("sent");
        BigDecimal received = in.decimal("received");
        Instant started = in.instant("started");
        Transfer.Times times = new Transfer.Times(started, in.instant("arrives"));
        return new Transfer(id, book, from, to, new Transfer.Amounts(sent, received, readGas(in)), times);
    }

    static BigDecimal readGas(JsonIn in) {
        return in.has(GAS) ? in.decimal(GAS) : BigDecimal.ZERO;
    }
}
