package org.citycertification.pages.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips method by method, so that the closing count says how many were left out. */
final class BrowserCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean there = Chromium.binary().isPresent() && Chromium.node().isPresent();
        if (there || context.getTestMethod().isEmpty() || "true".equals(System.getenv("CI"))) {
            return ConditionEvaluationResult.enabled("there is a browser, or there has to be one");
        }
        return ConditionEvaluationResult.disabled(
                "no Chromium (CHROME_BIN or /usr/bin/chromium) or no node on the PATH");
    }
}
