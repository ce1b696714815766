package org.evenkeel.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.function.Executable;

/** What holds of every weighting. */
final class Assert {
    private Assert() {}

    static void arePortfolio(double[] weights, Caps caps) {
        assertEquals(caps.size(), weights.length);
        for (int i = 0; i < weights.length; i++) {
            assertTrue(weights[i] >= 0, "weight " + weights[i] + " of asset " + i);
            assertTrue(weights[i] <= caps.get(i), "weight " + weights[i] + " over its cap " + caps.get(i));
        }
        assertEquals(1, Arrays.stream(weights).sum(), 1e-12);
    }

    static void refuses(OptimizerException.Reason reason, String words, Executable call) {
        OptimizerException thrown = assertThrows(OptimizerException.class, call);
        assertEquals(reason, thrown.reason());
        assertTrue(String.valueOf(thrown.getMessage()).contains(words), thrown.getMessage());
    }
}
