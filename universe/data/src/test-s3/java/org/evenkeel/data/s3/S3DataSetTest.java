package org.evenkeel.data.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.evenkeel.data.DataSets;
import org.evenkeel.data.OpenOptions;
import org.evenkeel.data.check.DataCheck;
import org.evenkeel.data.columns.PairCandles;
import org.evenkeel.data.support.CandleAsserts;
import org.evenkeel.data.support.RandomMarket;
import org.evenkeel.market.DataException;
import org.evenkeel.market.MarketDataSet;
import org.evenkeel.market.MarketHistory;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data set on {@code s3a://}, served by an S3 server of this machine. */
class S3DataSetTest {
    private static final String SET = "s3a://market/sets/random";

    @TempDir
    Path local;

    private S3Proxy server;
    private Map<String, String> settings;

    @BeforeEach
    void startServer() throws Exception {
        BlobStore store = BlobStores.create("transient", new Properties());
        server = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "tester", "secret")
                .build();
        server.start();
        store.createContainer("market");
        settings = Map.of(
                "fs.s3a.endpoint", "http://127.0.0.1:" + server.getPort(),
                "fs.s3a.endpoint.region", "us-east-1",
                "fs.s3a.path.style.access", "true",
                "fs.s3a.access.key", "tester",
                "fs.s3a.secret.key", "secret",
                "fs.s3a.attempts.maximum", "1",
                "fs.s3a.retry.limit", "0",
                "fs.s3a.impl.disable.cache", "true");
    }

    @AfterEach
    void stopServer() throws Exception {
        server.stop();
    }

    private OpenOptions options() {
        return OpenOptions.DEFAULTS.hadoopSettings(settings);
    }

    private void upload(String... files) throws Exception {
        Configuration configuration = new Configuration();
        settings.forEach(configuration::set);
        try (FileSystem system = FileSystem.newInstance(URI.create(SET), configuration)) {
            for (String file : files) {
                try (OutputStream stream = system.create(new org.apache.hadoop.fs.Path(SET + "/" + file))) {
                    Files.copy(local.resolve(file), stream);
                }
            }
        }
    }

    @Test
    void a_data_set_on_s3_reads_as_one_on_disk() throws Exception {
        List<PairCandles> candles = new RandomMarket(8).pairs(6, 2000);
        RandomMarket.write(local, candles);
        upload("candles.parquet", "pairs.json");
        MarketDataSet data = DataSets.open(SET, options());
        MarketHistory history = data.history(data.catalog().selectAll().build());
        for (PairCandles one : candles) {
            CandleAsserts.assertSame(one.candles(), history.of(one.pair()).candles());
        }
        assertTrue(DataCheck.run(SET, settings).loads());
    }

    @Test
    void what_is_missing_on_s3_is_said() throws Exception {
        DataException missing = assertThrows(DataException.class, () -> DataSets.open(SET, options()));
        assertTrue(missing.getMessage().contains("There is no folder " + SET), missing.getMessage());
        RandomMarket.write(local, new RandomMarket(8).pairs(2, 50));
        upload("candles.parquet");
        DataException list = assertThrows(DataException.class, () -> DataSets.open(SET, options()));
        assertTrue(list.getMessage().contains("no pairs.json"), list.getMessage());
        assertEquals(1, DataCheck.run(SET, settings).problems().size());
    }
}
