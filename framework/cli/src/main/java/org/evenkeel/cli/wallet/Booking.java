package org.evenkeel.cli.wallet;

import java.math.BigDecimal;
import java.util.Optional;
import org.evenkeel.market.Token;

/**
 * A difference between wallet and books that can be booked.
 *
 * @param token of which the wallet has another amount than the books
 * @param more how much more; negative where it has less
 * @param money whether trades are paid with it: then it came or went; anything else is written off
 */
public record Booking(Token token, BigDecimal more, boolean money) {
    /** That of a difference; empty where there is none, and where the wallet has more of something that is no money. */
    public static Optional<Booking> of(Token token, BigDecimal more, boolean money) {
        boolean bookable = money ? more.signum() != 0 : more.signum() < 0;
        return bookable ? Optional.of(new Booking(token, more, money)) : Optional.empty();
    }

    /** Whether what is missing is booked as sold for nothing. */
    public boolean isWriteOff() {
        return !money;
    }

    /** The name of its repair. Several tokens of a chain can have one symbol, and so what is written off has its address. */
    public String name() {
        if (isWriteOff()) {
            return Repairs.WRITE_OFF + token.chain() + ":" + token.address();
        }
        return (more.signum() > 0 ? Repairs.BOOK_DEPOSIT : Repairs.BOOK_WITHDRAWAL) + token.chain() + ":" + token;
    }
}
