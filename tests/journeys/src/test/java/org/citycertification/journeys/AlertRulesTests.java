package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever is woken by an alert finds it in the manual, and it has been seen to be raised. */
class AlertRulesTests {
    private static final Pattern ALERT = Pattern.compile("(?m)^ *- alert: (\\w+)$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ((?:[A-Z][a-z]+){2,}) \\|");
    private static final Pattern TRIED = Pattern.compile("alertname=\"(\\w+)\"");

    private final List<String> alerts = named(ALERT, "ops/prometheus/rules.yml");

    @Test
    void theManualHasALineForEachAlertAndForNoOther() {
        assertThat(named(ROW, "docs/operations.md")).isNotEmpty().containsExactlyInAnyOrderElementsOf(alerts);
    }

    @Test
    void eachAlertIsTried() {
        assertThat(named(TRIED, "ops/prometheus/rules-test.yml")).containsAll(alerts);
    }

    private static List<String> named(Pattern pattern, String file) {
        try {
            return pattern.matcher(Files.readString(SharedSystem.HOME.resolve(file)))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
