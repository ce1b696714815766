package org.evenkeel.onchain.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.market.Chain;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.dex.Dex;
import org.evenkeel.onchain.risk.AllowLists;
import org.evenkeel.onchain.risk.GasLimits;
import org.evenkeel.onchain.risk.QuoteLimits;
import org.evenkeel.onchain.risk.RiskLimits;
import org.evenkeel.onchain.risk.TokenLimits;
import org.evenkeel.onchain.risk.ValueLimits;
import org.evenkeel.onchain.rpc.Endpoint;
import org.evenkeel.onchain.swap.RouterKind;
import org.evenkeel.onchain.swap.Venue;
import org.evenkeel.onchain.tx.TxSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChainsFileTest {
    private static final String HASH = "0x" + "ab".repeat(32);
    private static final String MINE = """
            {"chains": [{
              "name": "mine", "id": 31337, "confirmations": 2, "head_age_seconds": 90,
              "wrapped_native": "%1$s01", "native_symbol": "ETH",
              "exchanges": [
                {"name": "pairs", "kind": "constant-product", "factory": "%1$s02", "router": "%1$s03", "fee_bps": 25,
                 "init_code_hash": "%2$s"},
                {"name": "ranges", "kind": "concentrated", "factory": "%1$s04", "quoter": "%1$s05",
                 "init_code_hash": "%2$s"}],
              "routers": [
                {"address": "%1$s06", "kind": "swap-router-02", "exchanges": ["pairs", "ranges"]},
                {"address": "%1$s03", "kind": "v2-router", "exchanges": ["pairs"]}],
              "routing_pools": ["%1$s07"], "peg": "assume", "dollars": ["%1$s09"],
              "bridge": {"kind": "across", "spoke_pool": "%1$s08", "fee_usd": "0.5", "fee_bps": 4, "most_fee_usd": "7.5", "most_fee_bps": 60.5,
                         "fill_within_minutes": 60},
              "gas": {"fee_cap_gwei": 5.5, "tip_gwei": 0.25, "margin_percent": 30, "kept_for_exits": "0.002",
                      "raises": 3, "looks_before_raise": 7, "trade_usd": 4, "trade_share_bps": 50},
              "limits": {"slippage_bps": 30, "price_impact_bps": 60, "quote_age_seconds": 20, "trade_usd": 1000,
                         "day_usd": 2000.5, "daily_loss_usd": 100, "token_tax_bps": 5, "peg_tolerance_bps": 40}
            }]}""".formatted("0x" + "0".repeat(38), HASH);

    @TempDir
    private Path folder;

    private ChainsFile read(String json) throws IOException {
        Path file = folder.resolve("chains.json");
        Files.writeString(file, json);
        return ChainsFile.read(file);
    }

    private static Address address(int last) {
        return new Address("0x" + "0".repeat(38) + "0" + last);
    }

    private String refusal(String json) {
        return String.valueOf(
                assertThrows(ConfigException.class, () -> read(json)).getMessage());
    }

    @Test
    void a_peg_is_told_by_pools_unless_a_person_says_otherwise() throws IOException {
        String silent = MINE.replace("\"peg\": \"assume\",", "");
        assertEquals(
                PegRule.Source.POOL,
                read(silent).get(new Chain("mine", 31337)).peg().source());
        String refused = refusal(MINE.replace("\"assume\"", "\"hope\""));
        assertTrue(refused.contains("pool or assume"), refused);
    }

    @Test
    void a_chain_is_read_to_the_last_key() throws IOException {
        ChainProfile mine = read(MINE).get(new Chain("mine", 31337));
        assertEquals(new NativeCoin("ETH", address(1)), mine.coin());
        Venue pairs = mine.venues().exchange("pairs");
        Venue ranges = mine.venues().exchange("ranges");
        assertEquals(new Dex.ConstantProduct("pairs", address(2), address(3), 2500), pairs.dex());
        assertEquals(HASH, pairs.initCodeHash().hex());
        assertEquals(new Dex.Concentrated("ranges", address(4), address(5)), ranges.dex());
        assertEquals(List.of(address(6), address(3)), mine.routerAddresses());
        assertEquals(
                RouterKind.SWAP_ROUTER_02, mine.venues().routers().getFirst().kind());
        assertEquals(List.of(pairs, ranges), mine.venues().routers().getFirst().venues());
        assertEquals(List.of(address(7)), mine.venues().routingPools());
        assertEquals(new PegRule(PegRule.Source.ASSUME, List.of(address(9))), mine.peg());
        assertEquals(
                Optional.of(new BridgeProfile(
                        address(8),
                        new BridgeProfile.Fee(new BigDecimal("0.5"), 4),
                        new BridgeProfile.Fee(new BigDecimal("7.5"), 60.5),
                        Duration.ofHours(1))),
                mine.bridge());
        assertEquals(
                new TxSettings(
                        BigInteger.valueOf(250_000_000),
                        BigInteger.valueOf(5_500_000_000L),
                        30,
                        BigInteger.valueOf(2_000_000_000_000_000L),
                        2,
                        3,
                        7),
                mine.rules().transactions());
        assertEquals(
                Duration.ofSeconds(90),
                mine.settings(List.of(Endpoint.of("http://localhost:1")), Optional.empty())
                        .freshness()
                        .headAge());
        AllowLists allowed = new AllowLists(Set.of(address(1)), Set.of(address(3)), Optional.empty());
        assertEquals(
                new RiskLimits(
                        allowed,
                        new QuoteLimits(30, 60, Duration.ofSeconds(20)),
                        new GasLimits(BigDecimal.valueOf(4), 50),
                        new ValueLimits(BigDecimal.valueOf(1000), new BigDecimal("2000.5"), BigDecimal.valueOf(100)),
                        new TokenLimits(5, 40)),
                mine.rules().limits().with(allowed));
    }

    @Test
    void what_is_left_out_has_the_default() throws IOException {
        ChainProfile bare = read("""
                {"chains": [{"name": "bare", "id": 7, "wrapped_native": "0x%s", "native_symbol": "X"}]}""".formatted("1".repeat(40))).get(new Chain("bare", 7));
        assertEquals(ChainRules.DEFAULTS, bare.rules());
        assertEquals(Optional.empty(), bare.bridge());
        assertEquals(List.of(), bare.venues().exchanges());
    }

    @Test
    void a_file_changes_of_a_known_chain_what_it_names_and_nothing_else() throws IOException {
        ChainProfile before = ChainsFile.builtIn().get(new Chain("base", 8453));
        ChainProfile after = read("""
                {"chains": [{"name": "base", "limits": {"slippage_bps": 30}, "gas": {"tip_gwei": "0.5"},
                  "exchanges": [{"name": "mine", "kind": "concentrated", "factory": "0x%1$s", "quoter": "0x%1$s",
                                 "init_code_hash": "%2$s"}],
                  "routers": [{"address": "%3$s", "exchanges": ["uniswap-v3", "mine"]}]}]}""".formatted(
                                "5".repeat(40),
                                HASH,
                                before.routerAddresses()
                                        .getFirst()
                                        .hex()
                                        .toUpperCase(Locale.ROOT)
                                        .replace("0X", "0x")))
                .get(new Chain("base", 8453));
        assertEquals(30, after.rules().limits().quote().slippageBps());
        assertEquals(
                BigInteger.valueOf(500_000_000), after.rules().transactions().tip());
        assertEquals(
                before.rules().transactions().feeCap(),
                after.rules().transactions().feeCap());
        assertEquals(before.coin(), after.coin());
        assertEquals(before.bridge(), after.bridge());
        assertEquals(before.routerAddresses(), after.routerAddresses());
        assertEquals(
                before.venues().exchanges().size() + 1,
                after.venues().exchanges().size());
        assertEquals(
                List.of(after.venues().exchange("uniswap-v3"), after.venues().exchange("mine")),
                after.venues().routers().getFirst().venues());
    }

    @Test
    void the_chains_that_are_not_in_the_file_stay_known() throws IOException {
        ChainsFile both = read(MINE);
        for (ChainProfile known : ChainsFile.builtIn().chains()) {
            assertEquals(known, both.get(known.chain()));
        }
        assertTrue(both.find(new Chain("mine", 31337)).isPresent());
    }

    @Test
    void a_chain_is_found_by_its_name_and_its_id_together() {
        ChainsFile known = ChainsFile.builtIn();
        assertEquals(Optional.empty(), known.find(new Chain("ethereum", 5)));
        String other = String.valueOf(assertThrows(ConfigException.class, () -> known.get(new Chain("ethereum", 5)))
                .getMessage());
        assertTrue(other.contains("ethereum with the id 1"), other);
        String mistyped =
                String.valueOf(assertThrows(ConfigException.class, () -> known.get(new Chain("polygno", 1370)))
                        .getMessage());
        assertTrue(mistyped.contains("Did you mean polygon?"), mistyped);
    }

    @Test
    void an_exchange_that_is_not_there_is_answered_with_the_nearest() {
        ChainProfile ethereum = ChainsFile.builtIn().get(new Chain("ethereum", 1));
        assertEquals(Optional.empty(), ethereum.findExchange("uniswap-v1"));
        String message = String.valueOf(
                assertThrows(ConfigException.class, () -> ethereum.venues().exchange("uniswap-v1"))
                        .getMessage());
        assertTrue(message.contains("Did you mean uniswap-v2?"), message);
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource({
        "confirmatoins, confirmations, chain mine",
        "spoke_pol, spoke_pool, bridge",
        "fee_cap_gwie, fee_cap_gwei, gas",
        "slipage_bps, slippage_bps, limits",
        "init_code_hahs, init_code_hash, exchange pairs",
        "quotre, quoter, exchange ranges",
        "exchagnes, exchanges, chain mine"
    })
    void an_unknown_key_is_refused_with_its_place_and_the_nearest_known_one(String typed, String meant, String place) {
        String message = refusal(MINE.replaceFirst('"' + meant + '"', '"' + typed + '"'));
        assertTrue(message.contains("Did you mean '" + meant + "'?"), message);
        assertTrue(message.contains(place), message);
        assertTrue(message.contains("chains.json"), message);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\": 31337 | \"id\": \"x\" | whole number",
                "\"id\": 31337 | \"id\": 0 | EIP-155",
                "\"id\": 31337 | \"id\": 1 | twice",
                "\"fee_bps\": 25 | \"fee_bps\": 2.5 | whole number",
                "\"name\": \"mine\" | \"name\": \"base\" | the id 31337",
                "\"swap-router-02\" | \"universal\" | swap-router-02 or v2-router",
                "\"constant-product\" | \"curve\" | constant-product or concentrated",
                "[\"pairs\", \"ranges\"] | [\"pair\"] | did you mean 'pairs'",
                "\"name\": \"ranges\" | \"name\": \"pairs\" | Two exchanges are called pairs",
                "\"tip_gwei\": 0.25 | \"tip_gwei\": 1e999999999 | number",
                "\"tip_gwei\": 0.25 | \"tip_gwei\": \"1e999999999\" | number",
                "\"tip_gwei\": 0.25 | \"tip_gwei\": 0.0000000001 | at most 9 decimals",
                "\"tip_gwei\": 0.25 | \"tip_gwei\": 6 | cap is above the tip",
                "\"slippage_bps\": 30 | \"slippage_bps\": 30000 | slippage_bps is 30000",
                "\"confirmations\": 2 | \"confirmations\": 0 | confirmations",
                "\"kind\": \"across\" | \"kind\": \"hop\" | across",
                "\"native_symbol\": \"ETH\" | \"native_symbol\": \" \" | not empty"
            })
    void what_cannot_be_is_refused_with_its_place(String was, String is, String why) {
        assertTrue(MINE.contains(was), was);
        String message = refusal(MINE.replace(was, is));
        assertTrue(message.contains(why), message);
        assertTrue(message.contains("chains.json"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"chains\": {}}",
                "{\"chains\": [1]}",
                "{\"chains\": []} {}",
                "{\"chains\": [], \"chains\": []}",
                "{\"chain\": []}"
            })
    void what_is_no_file_of_chains_is_refused_by_its_name(String json) {
        assertTrue(refusal(json).contains("chains.json"), refusal(json));
    }

    @Test
    void json_that_breaks_off_or_is_mistyped_is_told_with_line_and_column_and_what_is_wrong() {
        String cut = refusal("{\"chains\": [\n  {\"name\": \"base\"");
        assertTrue(cut.contains("is not valid JSON at line 2, column 18: Unexpected end-of-input"), cut);
        assertTrue(cut.contains("close marker for Object. Mend it there."), cut);
        assertFalse(cut.contains("Source"), cut);
        String mistyped = refusal("{\"chains\": [\n  {name: 1}]}");
        assertTrue(mistyped.contains("at line 2, column 4: Unexpected character ('n'"), mistyped);
        assertFalse(mistyped.contains("Source"), mistyped);
    }

    @Test
    void deep_and_missing_files_are_refused() {
        assertTrue(refusal("[".repeat(100_000)).contains("not valid JSON"));
        Path nowhere = folder.resolve("nowhere.json");
        ConfigException missing = assertThrows(ConfigException.class, () -> ChainsFile.read(nowhere));
        assertTrue(String.valueOf(missing.getMessage()).contains("nowhere.json"));
    }
}
