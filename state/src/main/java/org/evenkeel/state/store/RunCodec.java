package org.evenkeel.state.store;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.evenkeel.state.model.RunInfo;
import org.jspecify.annotations.Nullable;

/** What a ledger is the ledger of. */
final class RunCodec {
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
        out.end();
        MarketCodec.write(out, info.market());
    }

    /** Reads the run and its market; what follows may then name its pairs and tokens. */
    static RunInfo read(JsonIn in) {
        in.object("run");
        String strategy = in.text("strategy");
        String source = in.text("source");
        SequencedMap<String, String> parameters = readParameters(in);
        in.object("data");
        RunInfo.Data data =
                new RunInfo.Data(in.text("name"), in.text("location"), in.text("fingerprint"), in.flag("synthetic"));
        in.endObject();
        in.endObject();
        RunInfo.Market market = MarketCodec.read(in);
        in.use(Tables.of(market));
        return new RunInfo(strategy, source, parameters, data, market);
    }

    private static SequencedMap<String, String> readParameters(JsonIn in) {
        in.object("parameters");
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        for (@Nullable String name = in.nextAnyName(); name != null; name = in.nextAnyName()) {
            if (parameters.put(name, in.text()) != null) {
                throw new IllegalArgumentException("the parameter '" + name + "' stands twice");
            }
        }
        return parameters;
    }
}
