package org.evenkeel.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.state.model.Transfer;

/** The transfers of one book between chains. */
final class Transfers {
    private final String book;
    private final Map<Long, Transfer> inFlight = new LinkedHashMap<>();
    private final List<Transfer> arrived = new ArrayList<>();
    private final List<Transfer> returned = new ArrayList<>();

    Transfers(String book) {
        this.book = book;
    }

    static Transfers restored(String book, BookSnapshot.Deeds saved) {
        Transfers transfers = new Transfers(book);
        saved.inFlight().forEach(transfers::start);
        transfers.arrived.addAll(saved.arrived());
        transfers.returned.addAll(saved.returned());
        return transfers;
    }

    void start(Transfer transfer) {
        inFlight.put(transfer.id(), transfer);
    }

    Transfer requireInFlight(long id) {
        Transfer transfer = inFlight.get(id);
        if (transfer == null) {
            throw new IllegalStateException("Transfer " + id + " of book " + book
                    + " ended twice: it has arrived, or its money is back where it came from.");
        }
        return transfer;
    }

    void arrive(Transfer transfer) {
        inFlight.remove(transfer.id());
        arrived.add(transfer);
    }

    void giveBack(Transfer transfer) {
        inFlight.remove(transfer.id());
        returned.add(transfer);
    }

    Collection<Transfer> inFlight() {
        return Collections.unmodifiableCollection(inFlight.values());
    }

    List<Transfer> arrived() {
        return Collections.unmodifiableList(arrived);
    }

    List<Transfer> returned() {
        return Collections.unmodifiableList(returned);
    }
}
