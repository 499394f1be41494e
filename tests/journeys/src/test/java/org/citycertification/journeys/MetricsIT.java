package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citycertification.local.Api;
import org.citycertification.local.LocalPorts;
import org.junit.jupiter.api.Test;

/** Whatever an alert or the dashboard names is there in a real scrape. */
class MetricsIT {
    private static final Path OPS = SharedSystem.HOME.resolve("ops");
    private static final Pattern METRIC =
            Pattern.compile("\\b(certification|messaging|hikaricp|http_server|jvm)_[a-z_]*[a-z]\\b");

    @Test
    void rulesAndDashboardNameMetricsThatExist() throws IOException {
        LocalPorts ports = SharedSystem.running().ports();
        // A metric of requests exists once there was one.
        new Api(ports).get(ports.review(), "/api/cases", "reviewer-1").orThrow();

        Set<String> named = new TreeSet<>(metricsIn(OPS.resolve("prometheus/rules.yml")));
        named.addAll(metricsIn(OPS.resolve("grafana/dashboards/city-certification.json")));

        assertThat(named).hasSizeGreaterThan(12);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(scraped(ports)).containsAll(named));
    }

    private static Set<String> metricsIn(Path file) throws IOException {
        return METRIC.matcher(Files.readString(file))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    private static Set<String> scraped(LocalPorts ports) {
        return Stream.of(ports.intake(), ports.scoring(), ports.review(), ports.notification())
                .flatMap(port -> Management.metrics(port + 1))
                .map(MetricsIT::nameOf)
                .collect(Collectors.toSet());
    }

    private static String nameOf(String line) {
        Matcher name = Pattern.compile("^[a-zA-Z_:][a-zA-Z0-9_:]*").matcher(line);
        return name.find() ? name.group() : "";
    }
}
