package org.evenkeel.onchain.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.dex.Dex;
import org.evenkeel.onchain.swap.RouterContract;
import org.evenkeel.onchain.swap.RouterKind;
import org.evenkeel.onchain.swap.Venue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The addresses that are built in were each found in two independent places: the deployments that an exchange publishes,
 * and code or documents of others. What can be checked without a chain is checked here: a factory, an init-code hash and a
 * wrapped coin that are all right lead, by EIP-1014, to the address of a pool that everybody knows, and nothing else does.
 */
final class BuiltInChainsTest {
    private static final ChainsFile CHAINS = ChainsFile.builtIn();

    /** Chain, exchange, a well-known pool of its wrapped coin and another token, that token, the fee in millionths. */
    private static final String POOLS = """
            ethereum uniswap-v2 0xB4e16d0168e52d35CaCD2c6185b44281Ec28C9Dc 0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48 3000
            ethereum uniswap-v3 0x88e6A0c2dDD26FEEb64F039a2c41296FcB3f5640 0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48 500
            ethereum sushi 0x397FF1542f962076d0BFE58eA045FfA2d347ACa0 0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48 3000
            arbitrum uniswap-v2 0xF64Dfe17C8b87F012FCf50FbDA1D62bfA148366a 0xaf88d065e77c8cC2239327C5EDb3A432268e5831 3000
            arbitrum uniswap-v3 0xC6962004f452bE9203591991D15f6b388e09E8D0 0xaf88d065e77c8cC2239327C5EDb3A432268e5831 500
            arbitrum sushi 0x905dfCD5649217c42684f23958568e533C711Aa3 0xFF970A61A04b1cA14834A43f5dE4533eBDDB5CC8 3000
            base uniswap-v2 0x88A43bbDF9D098eEC7bCEda4e2494615dfD9bB9C 0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913 3000
            base uniswap-v3 0xd0b53D9277642d899DF5C87A3966A349A798F224 0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913 500
            polygon uniswap-v2 0x93CA061a80bFb622E7B529F6de1fDe4A9129CF8E 0xc2132D05D31c914a87C6611C10748AEb04B58e8F 3000
            polygon uniswap-v3 0xA374094527e1673A86dE625aa59517c5dE346d32 0x2791Bca1f2de4661ED88A30C99A7a9449Aa84174 500
            polygon quickswap 0x6e7a5FAFcec6BB1e78bAE2A1F0B612012BF14827 0x2791Bca1f2de4661ED88A30C99A7a9449Aa84174 3000
            polygon sushi 0xcd353F79d9FADe311fC3119B841e1f456b54e858 0x2791Bca1f2de4661ED88A30C99A7a9449Aa84174 3000
            bsc pancakeswap-v2 0x58F876857a02D6762E0101bb5C46A8c1ED44Dc16 0xe9e7CEA3DedcA5984780Bafc599bD69ADd087D56 2500
            bsc uniswap-v3 0x6fe9E9de56356F7eDBfcBB29FAB7cd69471a4869 0x55d398326f99059fF775485246999027B3197955 500
            bsc sushi 0xc7632B7b2d768bbb30a404E13E1dE48d1439ec21 0x8AC76a51cc950d9822D68b83fE1Ad97B32Cd580d 3000
            avalanche trader-joe 0x454E67025631C065d3cFAD6d71E6892f74487a15 0x6e84a6216eA6dACC71eE8E6b0a5B7322EEbC0fDd 3000
            """;

    /**
     * Chain, exchange, a well-known pool of the dollars that are built in, the fee in millionths. Nobody has been found to
     * name one on avalanche; there the tokens alone were found in several places.
     */
    private static final String DOLLAR_POOLS = """
            ethereum uniswap-v3 0x3416cF6C708Da44DB2624D63ea0AAef7113527C6 100
            arbitrum uniswap-v3 0xbE3aD6a5669Dc0B8b12FeBC03608860C31E2eef6 100
            base uniswap-v3 0xD56da2B74bA826f19015E6B7Dd9Dae1903E85DA1 100
            polygon uniswap-v3 0x31083a78E11B18e450fd139F9ABEa98CD53181B7 100
            bsc uniswap-v3 0x2C3c320D49019D4f9A92352e947c7e5AcFE47D68 100
            bsc pancakeswap-v2 0xEc6557348085Aa57C72514D67070dC863C0a5A8c 2500
            """;

    private record Known(String chain, String exchange, Address pool, Address token, int feePips) {
        static Known of(String line) {
            String[] parts = line.split(" ");
            return new Known(
                    parts[0], parts[1], new Address(parts[2]), new Address(parts[3]), Integer.parseInt(parts[4]));
        }
    }

    static Stream<Known> pools() {
        return POOLS.lines().map(Known::of);
    }

    private static ChainProfile chain(String name) {
        return CHAINS.chains().stream()
                .filter(profile -> profile.chain().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("pools")
    void a_pool_that_everybody_knows_is_where_factory_and_hash_lead(Known known) {
        ChainProfile profile = chain(known.chain());
        Venue venue = profile.venues().exchange(known.exchange());
        assertEquals(known.pool(), venue.poolAddress(profile.coin().wrapped(), known.token(), known.feePips()));
        if (venue.dex() instanceof Dex.ConstantProduct pairs) {
            assertEquals(known.feePips(), pairs.feePips());
        }
    }

    @ParameterizedTest
    @MethodSource("dollarPools")
    void a_pool_of_dollars_that_everybody_knows_is_where_the_dollars_lead(String line) {
        String[] parts = line.split(" ");
        ChainProfile profile = chain(parts[0]);
        List<Address> dollars = profile.peg().dollars();
        assertEquals(
                new Address(parts[2]),
                profile.venues()
                        .exchange(parts[1])
                        .poolAddress(dollars.getFirst(), dollars.getLast(), Integer.parseInt(parts[3])));
    }

    static Stream<String> dollarPools() {
        return DOLLAR_POOLS.lines();
    }

    @Test
    void whatever_of_two_dollars_is_paid_with_the_other_tells_what_it_is_worth() {
        for (ChainProfile profile : CHAINS.chains()) {
            assertEquals(PegRule.Source.POOL, profile.peg().source());
            assertEquals(
                    2,
                    Set.copyOf(profile.peg().dollars()).size(),
                    profile.chain().name());
        }
    }

    @Test
    void every_exchange_that_is_built_in_is_checked_by_a_pool() {
        TreeSet<String> checked = pools().map(known -> known.chain() + " " + known.exchange())
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> builtIn = CHAINS.chains().stream()
                .flatMap(profile -> profile.venues().exchanges().stream()
                        .map(venue -> profile.chain() + " " + venue.dex().name()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(builtIn, checked);
    }

    @Test
    void the_ids_are_those_of_the_chains() {
        Map<String, Long> ids = CHAINS.chains().stream()
                .collect(Collectors.toMap(
                        profile -> profile.chain().name(),
                        profile -> profile.chain().id()));
        assertEquals(
                Map.of(
                        "ethereum",
                        1L,
                        "arbitrum",
                        42161L,
                        "base",
                        8453L,
                        "polygon",
                        137L,
                        "bsc",
                        56L,
                        "avalanche",
                        43114L),
                ids);
    }

    @Test
    void every_exchange_is_reached_by_a_router_and_a_pair_by_its_own() {
        for (ChainProfile profile : CHAINS.chains()) {
            for (Venue venue : profile.venues().exchanges()) {
                List<RouterContract> routers = profile.venues().routers().stream()
                        .filter(router -> router.venues().contains(venue))
                        .toList();
                assertTrue(
                        !routers.isEmpty(), profile.chain() + " " + venue.dex().name());
                if (venue.dex() instanceof Dex.ConstantProduct pairs) {
                    assertTrue(routers.stream()
                            .anyMatch(router -> router.kind() == RouterKind.V2_ROUTER
                                    && router.address().equals(pairs.router())));
                }
            }
        }
    }

    /**
     * SwapRouter02 was deployed with one factory of pairs for good. On ethereum that is Uniswap's; elsewhere it was there
     * before Uniswap's pairs were, and nobody has been found to say which it has.
     */
    @Test
    void swap_router_02_finds_pairs_on_ethereum_alone() {
        for (ChainProfile profile : CHAINS.chains()) {
            for (RouterContract router : profile.venues().routers()) {
                if (router.kind() == RouterKind.SWAP_ROUTER_02) {
                    boolean pairs =
                            router.venues().stream().anyMatch(venue -> venue.dex() instanceof Dex.ConstantProduct);
                    assertEquals(
                            profile.chain().name().equals("ethereum"),
                            pairs,
                            profile.chain().name());
                }
            }
        }
    }
}
