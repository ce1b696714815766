package org.evenkeel.onchain.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.evenkeel.market.Chain;
import org.evenkeel.market.NearestName;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.dex.Dex;
import org.evenkeel.onchain.swap.RouterContract;
import org.evenkeel.onchain.swap.RouterKind;
import org.evenkeel.onchain.swap.Venue;
import tools.jackson.databind.JsonNode;

/** Turns the JSON of a chain into its profile. */
final class ProfileReader {
    private static final Set<String> CHAIN = Set.of(
            "name",
            "id",
            "confirmations",
            "head_age_seconds",
            "requests_per_second",
            "wrapped_native",
            "native_symbol",
            "exchanges",
            "routers",
            "routing_pools",
            "peg",
            "dollars",
            "bridge",
            "gas",
            "limits");
    private static final Set<String> PAIRS = Set.of("name", "kind", "factory", "router", "fee_bps", "init_code_hash");
    private static final Set<String> RANGES = Set.of("name", "kind", "factory", "quoter", "init_code_hash");
    private static final Set<String> EXCHANGE =
            Set.of("name", "kind", "factory", "router", "quoter", "fee_bps", "init_code_hash");
    private static final Set<String> ROUTER = Set.of("address", "kind", "exchanges");
    private static final Set<String> BRIDGE =
            Set.of("kind", "spoke_pool", "fee_usd", "fee_bps", "most_fee_usd", "most_fee_bps", "fill_within_minutes");
    private static final int PIPS_OF_A_BPS = 100;

    private final String file;

    ProfileReader(String file) {
        this.file = file;
    }

    ChainProfile read(JsonNode node) {
        Keys keys = new Keys(node, file + ", chain " + name(node), CHAIN);
        return valid(keys, () -> {
            NativeCoin coin = new NativeCoin(keys.text("native_symbol"), keys.address("wrapped_native"));
            Chain chain = new Chain(keys.text("name"), keys.integer("id"));
            return new ChainProfile(chain, coin, venues(keys), peg(keys), bridge(keys), RulesReader.read(keys));
        });
    }

    private static String name(JsonNode node) {
        JsonNode name = node.path("name");
        return name.isString() ? name.stringValue() : "without a name";
    }

    /** What the values themselves refuse is told with its place. */
    static <T> T valid(Keys keys, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException impossible) {
            throw new ConfigException(keys.where() + ": " + impossible.getMessage(), impossible);
        }
    }

    private TradingVenues venues(Keys keys) {
        List<Venue> exchanges = new ArrayList<>();
        for (JsonNode node : keys.list("exchanges")) {
            Keys exchange = new Keys(node, keys.where() + ", exchange " + name(node), EXCHANGE);
            exchanges.add(valid(exchange, () -> exchange(node, exchange)));
        }
        TradingVenues named = new TradingVenues(exchanges, List.of(), keys.addresses("routing_pools"));
        List<RouterContract> routers = new ArrayList<>();
        for (JsonNode node : keys.list("routers")) {
            String address =
                    node.path("address").isString() ? node.path("address").stringValue() : "without an address";
            routers.add(router(new Keys(node, keys.where() + ", router " + address, ROUTER), exchanges));
        }
        return new TradingVenues(named.exchanges(), routers, named.routingPools());
    }

    private static PegRule peg(Keys keys) {
        boolean assumed = keys.has("peg")
                && choice(keys, "peg", List.of("pool", "assume")).equals("assume");
        return new PegRule(assumed ? PegRule.Source.ASSUME : PegRule.Source.POOL, keys.addresses("dollars"));
    }

    private static Venue exchange(JsonNode node, Keys exchange) {
        String kind = choice(exchange, "kind", List.of("constant-product", "concentrated"));
        Keys keys = new Keys(node, exchange.where(), kind.equals("concentrated") ? RANGES : PAIRS);
        Address factory = keys.address("factory");
        Dex dex = kind.equals("concentrated")
                ? new Dex.Concentrated(keys.text("name"), factory, keys.address("quoter"))
                : new Dex.ConstantProduct(
                        keys.text("name"),
                        factory,
                        keys.address("router"),
                        Math.toIntExact(keys.integer("fee_bps") * PIPS_OF_A_BPS));
        return new Venue(dex, keys.hash("init_code_hash"));
    }

    private static RouterContract router(Keys keys, List<Venue> exchanges) {
        List<String> names = exchanges.stream().map(venue -> venue.dex().name()).toList();
        List<Venue> found = new ArrayList<>();
        for (String name : keys.texts("exchanges")) {
            int row = names.indexOf(name);
            if (row < 0) {
                throw keys.wrong(
                        "exchanges",
                        "names of exchanges of the chain; '" + name + "' is none" + near(name, names),
                        null);
            }
            found.add(exchanges.get(row));
        }
        String kind = choice(keys, "kind", List.of("swap-router-02", "v2-router"));
        RouterKind understands = kind.equals("v2-router") ? RouterKind.V2_ROUTER : RouterKind.SWAP_ROUTER_02;
        return new RouterContract(keys.address("address"), understands, found);
    }

    private static String near(String name, List<String> names) {
        return NearestName.near(name, names)
                .map(meant -> ", did you mean '" + meant + "'")
                .orElse("");
    }

    private static String choice(Keys keys, String key, List<String> words) {
        String word = keys.text(key);
        if (!words.contains(word)) {
            throw keys.wrong(key, String.join(" or ", words), null);
        }
        return word;
    }

    private static Optional<BridgeProfile> bridge(Keys chain) {
        return chain.findObject("bridge", BRIDGE).map(keys -> {
            choice(keys, "kind", List.of("across"));
            BridgeProfile usual = BridgeProfile.of(keys.address("spoke_pool"));
            int minutes = keys.integer(
                    "fill_within_minutes", Math.toIntExact(usual.fillWithin().toMinutes()));
            return valid(
                    keys,
                    () -> new BridgeProfile(
                            usual.spokePool(),
                            fee(keys, "fee", usual.fee()),
                            fee(keys, "most_fee", usual.most()),
                            Duration.ofMinutes(minutes)));
        });
    }

    private static BridgeProfile.Fee fee(Keys keys, String key, BridgeProfile.Fee usual) {
        BigDecimal bps = keys.decimal(key + "_bps", BigDecimal.valueOf(usual.bps()));
        return new BridgeProfile.Fee(keys.decimal(key + "_usd", usual.usd()), bps.doubleValue());
    }
}
