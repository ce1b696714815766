package org.evenkeel.state.store;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.evenkeel.state.model.RunInfo;
import org.jspecify.annotations.Nullable;

/** What a ledger is the ledger of. */
final class RunCodec {
    /** Not written for a backtest. */
    private static final String LIVE = "live";

    private static final String HOLDER = "holder";

    private RunCodec() {}

    static void write(JsonOut out, RunInfo info) {
        out.objectOfLines("run").text("strategy", info.strategy()).text("source", info.source());
        out.objectOfLines("parameters");
        info.parameters().forEach(out::textOfAnyName);
        out.end();
        out.object("data")
                .text("name", info.data().name())
                .text("location", info.data().location())
                .text("fingerprint", info.data().fingerprint())
                .flag("synthetic", info.data().synthetic())
                .end();
        info.live().ifPresent(live -> writeLive(out, live));
        out.end();
        MarketCodec.write(out, info.market());
    }

    private static void writeLive(JsonOut out, RunInfo.Live live) {
        out.object(LIVE).flag("executed", live.executed());
        live.holder().ifPresent(address -> out.text(HOLDER, address));
        writeTexts(out.text("look", live.look().toString()), "coins", live.coins());
        out.end();
    }

    static void writeTexts(JsonOut out, String field, SequencedMap<String, String> texts) {
        out.object(field);
        texts.forEach(out::textOfAnyName);
        out.end();
    }

    private static Optional<RunInfo.Live> readLive(JsonIn in) {
        if (!in.has(LIVE)) {
            return Optional.empty();
        }
        in.object(LIVE);
        boolean executed = in.flag("executed");
        Optional<String> holder = in.has(HOLDER) ? Optional.of(in.text(HOLDER)) : Optional.empty();
        Duration look = Duration.parse(in.text("look"));
        RunInfo.Live live = new RunInfo.Live(executed, holder, look, readTexts(in, "coins"));
        in.endObject();
        return Optional.of(live);
    }

    /** Reads the run and its market; what follows may then name its pairs and tokens. */
    static RunInfo read(JsonIn in) {
        in.object("run");
        String strategy = in.text("strategy");
        String source = in.text("source");
        SequencedMap<String, String> parameters = readTexts(in, "parameters");
        in.object("data");
        RunInfo.Data data =
                new RunInfo.Data(in.text("name"), in.text("location"), in.text("fingerprint"), in.flag("synthetic"));
        in.endObject();
        Optional<RunInfo.Live> live = readLive(in);
        in.endObject();
        RunInfo.Market market = MarketCodec.read(in);
        in.use(Tables.of(market));
        return new RunInfo(strategy, source, parameters, data, market, live);
    }

    static SequencedMap<String, String> readTexts(JsonIn in, String field) {
        in.object(field);
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        for (@Nullable String name = in.nextAnyName(); name != null; name = in.nextAnyName()) {
            if (texts.put(name, in.text()) != null) {
                throw new IllegalArgumentException("'" + name + "' stands twice in '" + field + "'");
            }
        }
        return texts;
    }
}
