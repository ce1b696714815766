package org.evenkeel.state.store;

import java.time.Instant;
import org.evenkeel.market.Token;
import org.evenkeel.state.model.Transfer;

/** Transfers between chains. */
final class TransferCodec {
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
    }

    static Transfer readFields(JsonIn in) {
        long id = in.number("id");
        String book = in.text("book");
        Token from = in.token("from");
        Token to = in.token("to");
        Transfer.Amounts amounts = new Transfer.Amounts(in.decimal("sent"), in.decimal("received"));
        Instant started = in.instant("started");
        return new Transfer(id, book, from, to, amounts, new Transfer.Times(started, in.instant("arrives")));
    }
}
