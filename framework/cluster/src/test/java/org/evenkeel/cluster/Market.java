package org.evenkeel.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Strategy;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.data.DataSets;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.data.pairs.PairsFile;
import org.evenkeel.data.parquet.CandleWriter;
import org.evenkeel.market.Candles;
import org.evenkeel.market.Interval;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.TradingPair;
import org.evenkeel.metrics.MetricsOptions;
import org.evenkeel.sweep.Axis;
import org.evenkeel.sweep.Grid;
import org.evenkeel.sweep.LocalRunner;
import org.evenkeel.sweep.Objective;
import org.evenkeel.sweep.RunLog;
import org.evenkeel.sweep.Runner;
import org.evenkeel.sweep.Sweep;
import org.evenkeel.sweep.SweepResult;
import org.evenkeel.sweep.SweepWatch;
import org.evenkeel.sweep.Trial;
import org.evenkeel.sweep.remote.StrategyCode;
import org.evenkeel.sweep.remote.Work;
import org.evenkeel.sweep.search.Search;
import org.evenkeel.sweep.subject.EngineSubject;
import org.evenkeel.sweep.subject.Experiment;
import org.evenkeel.sweep.subject.StrategyClass;
import org.evenkeel.sweep.subject.StrategySubject;
import org.evenkeel.sweep.subject.VectorSubject;
import org.evenkeel.testkit.RandomMarkets;

/**
 * A made-up market on disk, where executors find it, and sweeps over it.
 *
 * @param folder where it is
 * @param data the same, opened here
 */
record Market(Path folder, MarketDataSet data) {
    private static final List<String> PAIRS = List.of("WETH-USDC", "WBNB-BUSD", "WMATIC-USDC", "WAVAX-USDC");

    /** What a sweep gave: every run, and the end of it. */
    record Swept(List<Trial> trials, SweepResult result) {}

    static Market in(Path folder) throws IOException {
        RandomMarkets market = RandomMarkets.seeded(7).hours(24 * 7 * 30);
        List<TradingPair> pairs = market.pairs().stream()
                .filter(pair -> PAIRS.contains(pair.symbol()))
                .toList();
        List<Candles> candles = market.dataSet().source().load(pairs);
        List<PairCandles> written = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            written.add(new PairCandles(pairs.get(i), candles.get(i)));
        }
        CandleWriter.write(folder.resolve("candles.parquet"), written);
        PairsFile list = new PairsFile(Optional.of("made up"), true, Optional.of(Interval.HOURLY), pairs);
        Files.write(folder.resolve(PairsFile.NAME), list.toJson());
        return new Market(folder, DataSets.open(folder.toString()));
    }

    static Grid grid(String... axes) {
        return new Grid(List.of(axes).stream().map(Axis::parse).toList());
    }

    private Experiment experiment(Class<? extends Strategy> strategy, Map<String, String> fixed) {
        Backtest backtest = Backtest.prepare(StrategyClass.factoryOf(strategy), fixed, data);
        return new Experiment(
                StrategyClass.factoryOf(strategy), fixed, data, backtest.dataPeriod(), MetricsOptions.DEFAULT);
    }

    StrategySubject engine(Class<? extends Strategy> strategy, Map<String, String> fixed) {
        return new EngineSubject(experiment(strategy, fixed));
    }

    StrategySubject vectorised(Class<? extends Strategy> strategy, Map<String, String> fixed) {
        return new VectorSubject(experiment(strategy, fixed), fixed);
    }

    /** What is to be told of a subject. */
    Work work(StrategySubject subject, StrategyCode code) {
        Map<String, String> fixed = subject.experiment().fixed();
        Backtest backtest = Backtest.prepare(subject.experiment().factory(), fixed, data);
        return Work.of(
                subject,
                fixed,
                code,
                new Work.Data(folder.toString(), backtest.history().fingerprint()));
    }

    Work work(StrategySubject subject) {
        Strategy made = subject.experiment()
                .factory()
                .apply(Parameters.of(subject.experiment().fixed()));
        Path origin = Path.of(made.getClass()
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        return work(subject, new StrategyCode(made.getClass().getName(), Optional.of(origin)));
    }

    Swept here(StrategySubject subject, Search search) {
        return sweep(subject, search, new LocalRunner(subject, 2), SweepWatch.NONE);
    }

    Swept on(SparkCluster cluster, StrategySubject subject, Search search) {
        return sweep(subject, search, cluster.runner(work(subject), search.most()), SweepWatch.NONE);
    }

    Swept sweep(StrategySubject subject, Search search, Runner runner, SweepWatch watch) {
        RunLog.InMemory log = new RunLog.InMemory();
        SweepResult result =
                new Sweep(subject, search, search.most(), Objective.most("totalReturn")).run(runner, log, watch);
        return new Swept(log.trials(), result);
    }
}
