package org.evenkeel.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.evenkeel.api.DecisionInput;
import org.evenkeel.api.PairChoice;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.PositionManager;
import org.evenkeel.api.Settings;
import org.evenkeel.api.Strategy;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketCatalog;
import org.evenkeel.market.TradingUniverse;
import org.evenkeel.state.model.TradeIntent;

/**
 * Buys one pair once, with so many dollars. Leaves a file in the folder {@code gate} for each run that is made, and at
 * one number does as it is told: throws, ends its process, or waits to be killed, but for the first process alone.
 */
final class Mortal implements Strategy {
    static final String VICTIM = "victim";
    static final String PID = "pid";
    static final String MADE = "made";

    enum Way {
        LIVES,
        THROWS,
        HALTS,
        WAITS
    }

    private final PairChoice pairs;
    private final int dollars;
    private final int fatal;
    private final Way way;
    private final String gate;
    private boolean begun;

    Mortal(Parameters set) {
        pairs = set.pairs("pairs");
        dollars = set.count("dollars", 100);
        fatal = set.integer("fatal", 0);
        way = set.choice("way", Way.LIVES);
        gate = set.text("gate", "");
    }

    @Override
    public Settings settings() {
        return Settings.DEFAULTS.withCycle(Interval.WEEKLY);
    }

    @Override
    public TradingUniverse createTradingUniverse(MarketCatalog market) {
        return pairs.from(market).build();
    }

    @Override
    public List<TradeIntent> decideTrades(DecisionInput input) {
        if (!begun) {
            begun = true;
            begin();
        }
        PositionManager orders = input.positionManager();
        if (input.portfolio().trades().isEmpty()) {
            input.pairs().stream().findFirst().ifPresent(pair -> orders.orderValue(pair, dollars));
        }
        return orders.trades();
    }

    private void begin() {
        try {
            if (!gate.isEmpty()) {
                Files.createTempFile(Path.of(gate, MADE), dollars + "-", "");
            }
            if (dollars == fatal) {
                end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void end() throws IOException, InterruptedException {
        switch (way) {
            case LIVES -> {}
            case THROWS -> throw new IllegalStateException(dollars + " dollars bring bad luck");
            case HALTS -> Runtime.getRuntime().halt(137);
            case WAITS -> {
                if (Files.deleteIfExists(Path.of(gate, VICTIM))) {
                    Path written = Path.of(gate, PID + ".new");
                    Files.writeString(
                            written, Long.toString(ProcessHandle.current().pid()));
                    Files.move(written, Path.of(gate, PID), StandardCopyOption.ATOMIC_MOVE);
                    boolean released = new CountDownLatch(1).await(60, TimeUnit.SECONDS);
                    throw new IllegalStateException("nobody came, " + released);
                }
            }
        }
    }
}
