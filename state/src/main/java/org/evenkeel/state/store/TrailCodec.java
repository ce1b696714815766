package org.evenkeel.state.store;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.state.model.Trail;

/** What trades left behind; no field where that is nothing, as in a backtest. */
final class TrailCodec {
    private static final String TRANSACTIONS = "transactions";
    private static final String REASONS = "reasons";

    private TrailCodec() {}

    static void write(JsonOut out, Trail trail) {
        if (!trail.transactions().isEmpty()) {
            out.array(TRANSACTIONS);
            for (Trail.Transaction transaction : trail.transactions()) {
                out.object()
                        .text("step", transaction.step())
                        .text("hash", transaction.hash())
                        .decimal("gas", transaction.gas())
                        .end();
            }
            out.end();
        }
        if (!trail.reasons().isEmpty()) {
            out.array(REASONS);
            trail.reasons().forEach(out::text);
            out.end();
        }
    }

    static Trail read(JsonIn in) {
        List<Trail.Transaction> transactions =
                in.has(TRANSACTIONS) ? in.list(TRANSACTIONS, TrailCodec::readTransaction) : List.of();
        List<String> reasons = new ArrayList<>();
        if (in.has(REASONS)) {
            in.array(REASONS);
            while (in.more()) {
                reasons.add(in.text());
            }
        }
        return transactions.isEmpty() && reasons.isEmpty() ? Trail.NONE : new Trail(transactions, reasons);
    }

    private static Trail.Transaction readTransaction(JsonIn in) {
        in.object();
        Trail.Transaction transaction = new Trail.Transaction(in.text("step"), in.text("hash"), in.decimal("gas"));
        in.endObject();
        return transaction;
    }
}
