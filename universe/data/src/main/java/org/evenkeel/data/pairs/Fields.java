package org.evenkeel.data.pairs;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.evenkeel.market.DataException;
import org.evenkeel.market.NearestName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fields of one JSON object, read with their types. */
final class Fields {
    private static final Logger LOG = LoggerFactory.getLogger(Fields.class);

    private final Map<?, ?> values;
    private final String where;

    Fields(@Nullable Object value, String where) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new DataException(where + " is not a JSON object {…} but " + value + ".");
        }
        this.values = map;
        this.where = where;
    }

    /** Refuses keys that look like a misspelt known one, and warns of other unknown ones, which have no effect. */
    void checkKeys(Set<String> known, Set<String> ignored) {
        for (Object key : values.keySet()) {
            String name = String.valueOf(key);
            if (known.contains(name) || ignored.contains(name)) {
                continue;
            }
            Optional<String> near = NearestName.slip(name, known);
            if (near.isPresent()) {
                throw new DataException(
                        where + " has the unknown key '" + name + "': did you mean '" + near.get() + "'?");
            }
            LOG.warn("{} has the unknown key '{}', which has no effect. Known keys are {}.", where, name, known);
        }
    }

    @Nullable
    Object raw(String key) {
        return values.get(key);
    }

    Optional<String> findText(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text) || text.isBlank()) {
            throw wrong(key, value, "a text that is not empty");
        }
        return Optional.of(text);
    }

    String text(String key) {
        return findText(key).orElseThrow(() -> missing(key));
    }

    OptionalLong findInteger(String key) {
        Object value = values.get(key);
        return switch (value) {
            case null -> OptionalLong.empty();
            case Long number -> OptionalLong.of(number);
            default -> throw wrong(key, value, "a whole number");
        };
    }

    long integer(String key) {
        return findInteger(key).orElseThrow(() -> missing(key));
    }

    OptionalDouble findNumber(String key) {
        Object value = values.get(key);
        return switch (value) {
            case null -> OptionalDouble.empty();
            case Long number -> OptionalDouble.of(number);
            case Double number when Double.isFinite(number) -> OptionalDouble.of(number);
            default -> throw wrong(key, value, "a number");
        };
    }

    boolean flag(String key) {
        Object value = values.get(key);
        return switch (value) {
            case null -> false;
            case Boolean flag -> flag;
            default -> throw wrong(key, value, "true or false");
        };
    }

    DataException wrong(String key, Object value, String wanted) {
        return new DataException(where + " has " + key + " = '" + value + "': it must be " + wanted + ".");
    }

    private DataException missing(String key) {
        return new DataException(where + " has no " + key + ": add it.");
    }
}
