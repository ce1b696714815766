package org.evenkeel.testkit.chain;

import tools.jackson.databind.JsonNode;

/** The local node refused what it was asked for, a reverting call among others. */
public final class NodeFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NodeFault(String method, JsonNode error) {
        super(method + ": " + error);
    }
}
