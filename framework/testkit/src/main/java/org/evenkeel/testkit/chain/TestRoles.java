package org.evenkeel.testkit.chain;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A Roles modifier of Zodiac on a Safe of two owners, as its authors compiled it, and what the owners agree that members of
 * one role may do through it. It belongs to the Safe.
 */
public final class TestRoles {
    private static final String CODE = "@gnosis.pm/zodiac/dist/cjs/initData/";

    /** Where the first version looks for the library that has its limits. */
    private static final String PERMISSIONS = "0x33d1c5a5b6a7f3885c7467e829aaa21698937597";

    private static final byte[] NOTHING = {};
    private static final int NO_COINS = 0;
    private static final int STATIC = 0;

    private final TestSafe safes;
    private final TestContract safe;
    private final Version version;
    private final TestContract modifier;

    /** Which of the two is out there. */
    public enum Version {
        /** Roles are numbers, and arguments of functions are limited by a library that is at hand. */
        ONE("uint16", "7", BigInteger.valueOf(7)),
        /** Roles are words; the code at hand lacks what limits arguments, but not what allows functions. */
        TWO("bytes32", "trader", word("trader"));

        private final String type;
        private final String name;
        private final BigInteger role;

        Version(String type, String name, BigInteger role) {
            this.type = type;
            this.name = name;
            this.role = role;
        }

        /** The role that members get, as a person writes it. */
        public String role() {
            return name;
        }

        private static BigInteger word(String text) {
            return new BigInteger(1, Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), 32));
        }
    }

    /** What an argument has to be, by its place. */
    public record Limit(int place, Comparison comparison, BigInteger value) {
        /** How it is compared. */
        public enum Comparison {
            /** The very same. */
            EQUAL,
            /** More. */
            MORE,
            /** Less. */
            LESS
        }

        /** That contract or account. */
        public static Limit is(int place, String address) {
            return new Limit(place, Comparison.EQUAL, new BigInteger(address.substring(2), 16));
        }

        /** Less than so much. */
        public static Limit under(int place, BigInteger value) {
            return new Limit(place, Comparison.LESS, value);
        }
    }

    private TestRoles(TestSafe safes, TestContract safe, Version version) {
        this.safes = safes;
        this.safe = safe;
        this.version = version;
        LocalChain chain = safe.chain();
        if (version == Version.ONE) {
            chain.place(CODE + "Permissions.js", PERMISSIONS);
        }
        modifier = proxy(chain, chain.deploy(CODE + (version == Version.ONE ? "RolesV1.js" : "RolesV2.js")));
    }

    /** What its owners use is a proxy of it, as a Safe is one of the Safe's code. */
    private TestContract proxy(LocalChain chain, TestContract code) {
        TestContract factory = chain.deploy(CODE + "ModuleProxyFactory.js");
        byte[] ofSafe = HexFormat.of().parseHex(Calldata.encode(safe, safe, safe));
        String setUp = code.input("setUp(bytes)", (Object) ofSafe);
        String function = "deployModule(address,bytes,uint256)";
        Object[] arguments = {code, HexFormat.of().parseHex(setUp, 2, setUp.length()), 0};
        TestContract made = factory.contract(function, arguments);
        factory.send(function, arguments);
        return made;
    }

    /** Deploys a modifier for a Safe, which does not know of it yet. */
    public static TestRoles deployFor(TestSafe safes, TestContract safe, Version version) {
        return new TestRoles(safes, safe, version);
    }

    /** Has the Safe take it as its module. */
    public TestRoles enable() {
        safes.agree(safe, safe, "enableModule(address)", modifier);
        return this;
    }

    /** The Safe that it is for. */
    public TestContract safe() {
        return safe;
    }

    /** The contract. */
    public TestContract modifier() {
        return modifier;
    }

    /** Which one it is. */
    public Version version() {
        return version;
    }

    /** Gives an account the role, or takes it away. */
    public TestRoles assign(String member, boolean has) {
        String function = "assignRoles(address," + version.type + "[],bool[])";
        safes.agree(safe, modifier, function, member, List.of(version.role), List.of(has));
        return this;
    }

    /** Lets the role call a function with any arguments, and without coins. */
    public TestRoles allow(TestContract target, String function) {
        return allow(target, function, NO_COINS);
    }

    /** Lets the role call a function with any arguments and any coins. */
    public TestRoles allowWithCoins(TestContract target, String function) {
        return allow(target, function, 1);
    }

    private TestRoles allow(TestContract target, String function, int options) {
        begin(target);
        String name = version == Version.ONE ? "scopeAllowFunction" : "allowFunction";
        tell(name, "address,bytes4,uint8", target, selector(function), options);
        return this;
    }

    /** Lets the role call a function without coins, with arguments of which some are limited; only of version one. */
    public TestRoles limit(TestContract target, String function, Limit... limits) {
        begin(target);
        int count = 1 + Arrays.stream(limits).mapToInt(Limit::place).max().orElse(-1);
        Object[] values = new Object[count];
        Arrays.fill(values, NOTHING);
        Boolean[] scoped = new Boolean[count];
        Arrays.fill(scoped, false);
        Integer[] comparisons = new Integer[count];
        Arrays.fill(comparisons, 0);
        for (Limit limit : limits) {
            scoped[limit.place] = true;
            values[limit.place] = word(limit.value);
            comparisons[limit.place] = limit.comparison.ordinal();
        }
        List<Integer> types =
                IntStream.range(0, count).mapToObj(place -> STATIC).toList();
        tell(
                "scopeFunction",
                "address,bytes4,bool[],uint8[],uint8[],bytes[],uint8",
                target,
                selector(function),
                List.of(scoped),
                types,
                List.of(comparisons),
                List.of(values),
                NO_COINS);
        return this;
    }

    /** Lets the role call a function with one of these at a place, and anything elsewhere; only of version one. */
    public TestRoles limitTo(List<TestContract> all, TestContract target, String function, int place) {
        begin(target);
        List<byte[]> values = all.stream()
                .map(one -> word(new BigInteger(one.address().substring(2), 16)))
                .toList();
        tell(
                "scopeParameterAsOneOf",
                "address,bytes4,uint256,uint8,bytes[]",
                target,
                selector(function),
                place,
                STATIC,
                values);
        return this;
    }

    /** Takes a target away from the role. */
    public TestRoles revoke(TestContract target) {
        tell("revokeTarget", "address", target);
        return this;
    }

    private void begin(TestContract target) {
        tell("scopeTarget", "address", target);
    }

    private void tell(String name, String types, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = version.role;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        safes.agree(safe, modifier, name + "(" + version.type + "," + types + ")", all);
    }

    private BigInteger selector(String function) {
        return new BigInteger(safe.chain().selector(function), 16).shiftLeft(224);
    }

    private static byte[] word(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] word = new byte[32];
        int used = Math.min(bytes.length, word.length);
        System.arraycopy(bytes, bytes.length - used, word, word.length - used, used);
        return word;
    }
}
