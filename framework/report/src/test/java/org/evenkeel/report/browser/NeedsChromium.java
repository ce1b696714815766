package org.evenkeel.report.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests in a real Chromium. Where there is none they are skipped, and say so; with the system property
 * {@code evenkeel.require.chromium} they fail instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.Condition.class)
@interface NeedsChromium {
    /** Looks for Chromium. */
    final class Condition implements ExecutionCondition {
        private static final String MISSING = "Chromium or its driver is not installed: on Debian, apt-get install"
                + " chromium chromium-driver. The report's tests in a browser were skipped.";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.isInstalled()) {
                return ConditionEvaluationResult.enabled("Chromium is installed");
            }
            if (Boolean.getBoolean("evenkeel.require.chromium")) {
                throw new IllegalStateException(MISSING + " They are required by evenkeel.require.chromium.");
            }
            System.out.println(MISSING);
            return ConditionEvaluationResult.disabled(MISSING);
        }
    }
}
