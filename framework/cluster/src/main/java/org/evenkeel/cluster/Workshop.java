package org.evenkeel.cluster;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.SparkEnv;
import org.evenkeel.api.Parameters;
import org.evenkeel.api.Strategy;
import org.evenkeel.backtest.Backtest;
import org.evenkeel.data.DataSets;
import org.evenkeel.data.OpenOptions;
import org.evenkeel.market.DataException;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.sweep.Subject;
import org.evenkeel.sweep.remote.ClusterException;
import org.evenkeel.sweep.remote.Work;
import org.evenkeel.sweep.subject.StrategyClass;
import scala.Tuple2;

/** What the tasks of an executor share: each data set opened once, each subject made once. */
final class Workshop {
    /** A sweep needs one of each; a walk-forward goes from one subject to the next. */
    private static final int KEPT = 4;

    private static final Memo<String, MarketDataSet> MARKETS = new Memo<>();
    private static final Memo<ByteBuffer, Subject> SUBJECTS = new Memo<>();

    private Workshop() {}

    /** Remembers what was made last. Who asks while something is being made waits for it. */
    private static final class Memo<K, V> {
        private final Map<K, V> known = new LinkedHashMap<>(KEPT, 1, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > KEPT;
            }
        };

        synchronized V of(K key, Function<K, V> make) {
            V value = known.get(key);
            if (value == null) {
                value = make.apply(key);
                known.put(key, value);
            }
            return value;
        }
    }

    /**
     * What is run.
     *
     * @param work as it was sent
     * @throws DataException when the data cannot be read here, or is not that of the driver
     * @throws ClusterException when the strategy is not to be found here
     */
    static Subject subject(byte[] work) {
        return SUBJECTS.of(ByteBuffer.wrap(work), key -> make(WorkWire.read(work)));
    }

    private static Subject make(Work work) {
        Function<Parameters, Strategy> factory = factory(work.strategy().className());
        try {
            MarketDataSet market = MARKETS.of(work.data().location(), Workshop::open);
            String found = Backtest.prepare(factory, work.runs().first(), market)
                    .history()
                    .fingerprint();
            if (!found.equals(work.data().fingerprint())) {
                throw new DataException("its fingerprint is " + found + " there, but "
                        + work.data().fingerprint()
                        + " where the sweep was started. Give every worker the same files.");
            }
            return work.subject(factory, market);
        } catch (DataException e) {
            throw new DataException(
                    "The executor on " + host() + " cannot use the data "
                            + work.data().location() + ": "
                            + e.getMessage() + " Executors read the data for themselves: --data has to be a folder"
                            + " that every worker sees under the same path, or an s3a:// location.",
                    e);
        }
    }

    private static Function<Parameters, Strategy> factory(String className) {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            return StrategyClass.factoryOf(Class.forName(className, true, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ClusterException(
                    "The executor on " + host() + " does not find the strategy " + className + ": " + e
                            + ". Give it as a .java file or as a .jar that holds all it needs.",
                    e);
        }
    }

    private static MarketDataSet open(String location) {
        Map<String, String> hadoop = new HashMap<>();
        for (Tuple2<String, String> setting : SparkEnv.get().conf().getAllWithPrefix("spark.hadoop.")) {
            hadoop.put(setting._1(), setting._2());
        }
        return DataSets.open(location, OpenOptions.DEFAULTS.hadoopSettings(hadoop));
    }

    private static String host() {
        return SparkEnv.get().blockManager().blockManagerId().host();
    }
}
