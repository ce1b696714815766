package org.evenkeel.onchain.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts what a file says over what is built in: key by key in objects; a chain or an exchange with a name that is there,
 * and a router with an address that is there, in the place of that one's keys, and others behind. Any other list takes the
 * place of the whole list.
 */
final class Overlay {
    private static final List<String> IDENTITIES = List.of("name", "address");

    private Overlay() {}

    static JsonNode of(JsonNode under, JsonNode over) {
        if (under instanceof ObjectNode bottom && over instanceof ObjectNode top) {
            return objects(bottom, top);
        }
        if (under instanceof ArrayNode bottom && over instanceof ArrayNode top && hasIdentities(top)) {
            return lists(bottom, top);
        }
        return over;
    }

    private static ObjectNode objects(ObjectNode under, ObjectNode over) {
        ObjectNode both = under.deepCopy();
        over.properties().forEach(entry -> {
            JsonNode there = under.get(entry.getKey());
            both.set(entry.getKey(), there == null ? entry.getValue() : of(there, entry.getValue()));
        });
        return both;
    }

    private static boolean hasIdentities(ArrayNode list) {
        return !list.isEmpty()
                && list.valueStream().allMatch(element -> identity(element).isPresent());
    }

    private static Optional<String> identity(JsonNode element) {
        return IDENTITIES.stream()
                .map(element::path)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .findFirst();
    }

    private static ArrayNode lists(ArrayNode under, ArrayNode over) {
        List<JsonNode> both = new ArrayList<>(under.valueStream().toList());
        over.forEach(element -> {
            Optional<JsonNode> there =
                    both.stream().filter(known -> sameIdentity(known, element)).findFirst();
            if (there.isPresent()) {
                both.set(both.indexOf(there.orElseThrow()), of(there.orElseThrow(), element));
            } else {
                both.add(element);
            }
        });
        return under.arrayNode().addAll(both);
    }

    /** Addresses mean the same in any case. */
    private static boolean sameIdentity(JsonNode known, JsonNode element) {
        String wanted = identity(element).orElseThrow();
        return identity(known).filter(wanted::equalsIgnoreCase).isPresent();
    }
}
