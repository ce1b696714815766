package org.evenkeel.cli.live;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.evenkeel.api.Settings;
import org.evenkeel.api.port.Bridge;
import org.evenkeel.api.port.Execution;
import org.evenkeel.api.port.Ports;
import org.evenkeel.backtest.SimulatedBridge;
import org.evenkeel.cli.terminal.StateConflict;
import org.evenkeel.live.World;
import org.evenkeel.market.Chain;
import org.evenkeel.market.Token;
import org.evenkeel.onchain.bridge.AcrossBridge;
import org.evenkeel.onchain.bridge.AcrossSettings;
import org.evenkeel.onchain.bridge.BridgeEnd;
import org.evenkeel.onchain.bridge.CoinWorth;
import org.evenkeel.onchain.bridge.Departures;
import org.evenkeel.onchain.bridge.RelayFees;
import org.evenkeel.onchain.bridge.TransferReport;
import org.evenkeel.onchain.exec.PaperExecution;
import org.evenkeel.onchain.exec.QuoteWatch;
import org.evenkeel.onchain.exec.SwapExecution;
import org.evenkeel.onchain.exec.TradeListener;
import org.evenkeel.onchain.market.OnchainPricing;
import org.evenkeel.state.Ledger;

/**
 * Wires the ports of a run over its chains: the same prices and the same watch whether trades are sent or not.
 *
 * @param chains where is traded
 * @param market what was recorded
 * @param time of the run
 * @param settings of the strategy
 * @param tolerance how old a pair's last candle may be
 * @param look how often prices are looked at
 */
record LiveWorld(
        LiveChains chains, RecordedMarket market, LiveTime time, Settings settings, Duration tolerance, Duration look) {
    /** Hears what a person may want to know. */
    record Ears(TradeListener trades, Consumer<TransferReport> transfers, Consumer<String> notes) {}

    /**
     * In which trades are sent.
     *
     * @param doctor the command that mends the wallet
     */
    World sending(Ears ears, DoctorCall doctor) {
        return new World(
                time.clock(),
                market,
                Optional.of(new ChainWallet(chains, doctor)),
                new Sending(ears, new Waits(time, look)));
    }

    private final class Sending implements World.Trading {
        private final Ears ears;
        private final Waits waits;

        Sending(Ears ears, Waits waits) {
            this.ears = ears;
            this.waits = waits;
        }

        @Override
        public Ports ports(String run, Ledger ledger) {
            List<SwapExecution.Desk> desks = chains.all().stream()
                    .map(chain -> chain.desk(ledger, time.clock(), waits))
                    .toList();
            Execution execution = new SwapExecution(run, desks, ears.trades(), time.clock());
            return LiveWorld.this.ports(execution, bridge(new Departures(run, waits::on), ears), ears);
        }

        @Override
        public void whileWaiting(Consumer<Chain> does) {
            waits.meanwhile(does);
        }
    }

    /** In which nothing is sent, and the books are all there is. */
    World onPaper(Ears ears) {
        return new World(time.clock(), market, Optional.empty(), paper(ears));
    }

    /** In which nothing is sent, and what the wallet holds is what there is. */
    World looking(Ears ears, DoctorCall doctor) {
        return new World(time.clock(), market, Optional.of(new ChainWallet(chains, doctor)), paper(ears));
    }

    private World.Trading paper(Ears ears) {
        return (run, ledger) -> ports(onPaper(ledger, ears), new SimulatedBridge(settings.expenses()), ears);
    }

    private Execution onPaper(Ledger ledger, Ears ears) {
        return new PaperExecution(
                chains.all().stream()
                        .map(chain -> chain.planner(ledger, time.clock()))
                        .toList(),
                ears.trades(),
                time.clock());
    }

    private Ports ports(Execution execution, Bridge bridge, Ears ears) {
        QuoteWatch watch = new QuoteWatch(
                chains.all().stream().map(LiveChain::market).toList(),
                new QuoteWatch.Pace(look, time.clock(), time.clock()),
                ears.notes());
        OnchainPricing pricing = new OnchainPricing(chains.all().stream().map(LiveChain::pricing), tolerance);
        return new Ports(time.clock(), market, pricing, new Ports.Trading(execution, watch), bridge);
    }

    private Bridge bridge(Departures departures, Ears ears) {
        List<LiveChain> all = chains.all();
        if (all.size() == 1) {
            return new SimulatedBridge(settings.expenses());
        }
        if (!isBridged()) {
            ears.notes()
                    .accept("No bridge is known between the chains of this run: each trades with the money it has.");
            return new NoBridge();
        }
        return across(departures, ears.transfers());
    }

    private boolean isBridged() {
        return chains.all().size() > 1
                && chains.all().stream()
                        .allMatch(chain -> chain.profile().bridge().isPresent());
    }

    private AcrossBridge across(Departures departures, Consumer<TransferReport> transfers) {
        List<BridgeEnd> ends = chains.all().stream().map(LiveWorld::end).toList();
        return new AcrossBridge(ends, fees(), departures, transfers);
    }

    /**
     * Makes sure that the bridge is one, and can move what it is to move: money that is sent to anything else is lost.
     *
     * @throws StateConflict when it cannot
     */
    void requireBridge(Collection<Token> reserves) {
        List<String> obstacles = isBridged()
                ? across(new Departures("none", time.waiting()), report -> {}).obstacles(List.copyOf(reserves))
                : List.of();
        if (!obstacles.isEmpty()) {
            throw new StateConflict(String.join(" ", obstacles) + " Nothing was sent.");
        }
    }

    private static BridgeEnd end(LiveChain chain) {
        return new BridgeEnd(
                chain.client(),
                chain.account(),
                AcrossSettings.of(chain.profile().bridge().orElseThrow()),
                chain.profile().rules().transactions().confirmations(),
                CoinWorth.by(chain.market()));
    }

    private RelayFees fees() {
        return RelayFees.of(
                settings.expenses(),
                chains.all().stream()
                        .collect(Collectors.toMap(
                                LiveChain::chain,
                                chain -> chain.profile().bridge().orElseThrow())));
    }
}
