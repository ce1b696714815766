package org.evenkeel.cli.wallet;

import java.math.BigInteger;
import org.evenkeel.onchain.config.ChainProfile;
import org.evenkeel.onchain.config.NativeCoin;
import org.evenkeel.onchain.tx.TxSettings;

/** Looks whether the native coin suffices to trade, and to get out. */
final class GasCheck {
    /** An approval and a swap of three hops. */
    private static final BigInteger TRADE_GAS = BigInteger.valueOf(500_000);

    private GasCheck() {}

    static Finding of(ChainProfile profile, WalletReader reader) {
        TxSettings settings = profile.rules().transactions();
        BigInteger coins = reader.coins();
        BigInteger base = reader.client().transactions().nextBaseFee(reader.at());
        BigInteger price = base.shiftLeft(1).add(settings.tip());
        BigInteger needed = settings.keptForExits().add(price.multiply(TRADE_GAS));
        String where = profile.chain() + ", gas";
        String symbol = profile.coin().symbol();
        if (price.compareTo(settings.feeCap()) > 0) {
            return Finding.note(
                    where,
                    "a unit of gas may have to cost " + price + " wei, and the cap is " + settings.feeCap()
                            + ": trades are put off until it is cheaper");
        }
        if (coins.compareTo(needed) < 0) {
            return Finding.problem(
                    where,
                    "the wallet has " + amount(coins) + " " + symbol + "; " + amount(settings.keptForExits())
                            + " are kept for exits and a trade may take " + amount(price.multiply(TRADE_GAS)),
                    "send " + amount(needed.subtract(coins)) + " " + symbol + " or more to " + reader.wallet());
        }
        return Finding.fine(
                where,
                "the wallet has " + amount(coins) + " " + symbol + ", and a trade may take "
                        + amount(price.multiply(TRADE_GAS)));
    }

    private static String amount(BigInteger wei) {
        return Balance.amount(wei, NativeCoin.DECIMALS);
    }
}
