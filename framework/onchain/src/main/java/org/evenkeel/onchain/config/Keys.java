package org.evenkeel.onchain.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.market.NearestName;
import org.evenkeel.onchain.Address;
import org.evenkeel.onchain.Bytes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** An object of the file, read key by key; each error says where it is. */
final class Keys {
    /** More digits are no amount of anything, and 1e999999999 would take for ever to write out. */
    private static final int MOST_DIGITS = 60;

    private static final int WEI_DECIMALS = 18;
    private static final int GWEI_DECIMALS = 9;

    private final JsonNode object;
    private final String where;

    /**
     * @param known all keys that the object may have
     */
    Keys(JsonNode object, String where, Set<String> known) {
        this.object = object;
        this.where = where;
        if (!object.isObject()) {
            throw new ConfigException(where + " is not an object {…} but " + shown(object) + ".");
        }
        for (String key : object.propertyNames()) {
            if (!known.contains(key)) {
                throw new ConfigException(where + " has the unknown key '" + key + "'." + NearestName.hint(key, known)
                        + " It takes " + String.join(", ", sorted(known)) + ".");
            }
        }
    }

    private static List<String> sorted(Set<String> known) {
        return known.stream().sorted().toList();
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= MOST_DIGITS ? text : text.substring(0, MOST_DIGITS) + "…";
    }

    String where() {
        return where;
    }

    private Optional<JsonNode> find(String key) {
        return Optional.ofNullable(object.get(key)).filter(value -> !value.isNull());
    }

    boolean has(String key) {
        return find(key).isPresent();
    }

    private JsonNode get(String key) {
        return find(key).orElseThrow(() -> new ConfigException(where + " has no '" + key + "': add it."));
    }

    ConfigException wrong(String key, String wanted, @Nullable Throwable cause) {
        String message = where + " has '" + key + "': "
                + shown(Optional.ofNullable(object.get(key)).orElse(MissingNode.getInstance())) + ". It must be "
                + wanted + ".";
        return cause == null ? new ConfigException(message) : new ConfigException(message, cause);
    }

    String text(String key) {
        JsonNode value = get(key);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw wrong(key, "a text that is not empty", null);
        }
        return value.stringValue();
    }

    Address address(String key) {
        return address(key, text(key));
    }

    private Address address(String key, String text) {
        try {
            return new Address(text);
        } catch (IllegalArgumentException none) {
            throw wrong(key, "an address, 0x and forty hexadecimal digits", none);
        }
    }

    Bytes hash(String key) {
        try {
            return Bytes.ofHex(text(key));
        } catch (IllegalArgumentException none) {
            throw wrong(key, "a hash, 0x and 64 hexadecimal digits", none);
        }
    }

    long integer(String key) {
        JsonNode value = get(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(key, "a whole number", null);
        }
        return value.longValue();
    }

    int integer(String key, int otherwise) {
        if (find(key).isEmpty()) {
            return otherwise;
        }
        long value = integer(key);
        if (value != (int) value) {
            throw wrong(key, "a smaller whole number", null);
        }
        return (int) value;
    }

    /** A number, or a text that is one, so that nobody's tools round it. */
    BigDecimal decimal(String key, BigDecimal otherwise) {
        Optional<JsonNode> given = find(key);
        if (given.isEmpty()) {
            return otherwise;
        }
        try {
            JsonNode value = given.orElseThrow();
            BigDecimal number = value.isNumber() ? value.decimalValue() : new BigDecimal(value.stringValue());
            if (number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS) {
                return number;
            }
        } catch (RuntimeException none) {
            throw wrong(key, "a number", none);
        }
        throw wrong(key, "a number of at most " + MOST_DIGITS + " digits", null);
    }

    /** In wei, of an amount in coins. */
    BigInteger wei(String key, BigInteger otherwise) {
        return units(key, WEI_DECIMALS, otherwise);
    }

    /** In wei, of an amount in gwei. */
    BigInteger gwei(String key, BigInteger otherwise) {
        return units(key, GWEI_DECIMALS, otherwise);
    }

    private BigInteger units(String key, int decimals, BigInteger otherwise) {
        BigDecimal amount = decimal(key, new BigDecimal(otherwise, decimals));
        try {
            return amount.movePointRight(decimals).toBigIntegerExact();
        } catch (ArithmeticException tooFine) {
            throw wrong(key, "a number with at most " + decimals + " decimals", tooFine);
        }
    }

    List<JsonNode> list(String key) {
        Optional<JsonNode> given = find(key);
        if (given.isEmpty()) {
            return List.of();
        }
        JsonNode value = given.orElseThrow();
        if (!value.isArray()) {
            throw wrong(key, "a list […]", null);
        }
        return value.valueStream().toList();
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : list(key)) {
            if (!value.isString()) {
                throw wrong(key, "a list of texts", null);
            }
            texts.add(value.stringValue());
        }
        return texts;
    }

    List<Address> addresses(String key) {
        return texts(key).stream().map(text -> address(key, text)).toList();
    }

    /** The object under a key; one without keys where there is none. */
    Keys object(String key, Set<String> known) {
        return new Keys(find(key).orElseGet(JsonNodeFactory.instance::objectNode), where + ", " + key, known);
    }

    /** The object under a key, where there is one. */
    Optional<Keys> findObject(String key, Set<String> known) {
        return find(key).map(value -> new Keys(value, where + ", " + key, known));
    }
}
