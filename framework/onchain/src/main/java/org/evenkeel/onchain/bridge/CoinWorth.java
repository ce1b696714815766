package org.evenkeel.onchain.bridge;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import org.evenkeel.onchain.market.ChainMarket;
import org.evenkeel.onchain.market.MarketAt;
import org.evenkeel.onchain.rpc.ChainException;
import org.evenkeel.onchain.rpc.ChainFault;
import org.evenkeel.state.model.Decimals;

/** What the coin that gas is paid with is worth. */
@FunctionalInterface
public interface CoinWorth {
    /**
     * In USD.
     *
     * @param wei how much of it
     * @param block the number of the block that it was spent in
     * @throws ChainException when the chain cannot say just now
     */
    BigDecimal usd(BigInteger wei, long block);

    /** By the pools of a market before the block, as the gas of trades is; where no node knows them any more, by now's. */
    static CoinWorth by(ChainMarket market) {
        return (wei, block) ->
                before(market, block).orElseGet(market::now).usd(wei).setScale(Decimals.MONEY, RoundingMode.HALF_EVEN);
    }

    private static Optional<MarketAt> before(ChainMarket market, long block) {
        try {
            return market.client().transactions().block(block - 1).map(market::at);
        } catch (ChainException forgotten) {
            if (forgotten.fault() != ChainFault.NODE_ERROR) {
                throw forgotten;
            }
            return Optional.empty();
        }
    }
}
