package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Open dead letters as an operator finds and resolves them. */
record Letters(Certify certify) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The only letter of a key at a service. */
    String of(String service, String key) {
        return of(Set.of(service), key).get(0);
    }

    /** The letters of a key, once exactly these services have refused one of it. */
    List<String> of(Set<String> services, String key) {
        return await()
                .atMost(PATIENCE)
                .until(
                        () -> certify.run("dead-letters", "list", "--json")
                                .json()
                                .valueStream()
                                .filter(letter -> letter.path("key").asString().equals(key))
                                .collect(Collectors.toMap(
                                        letter -> letter.path("service").asString(),
                                        letter -> letter.path("id").asString())),
                        found -> found.keySet().equals(services))
                .values()
                .stream()
                .toList();
    }

    /** The results, once for each letter. */
    List<String> resolve(String action, List<String> letters, String... more) {
        List<String> arguments = new ArrayList<>(List.of("dead-letters", action, "--json"));
        arguments.addAll(List.of("--reason", "sent wrongly"));
        arguments.addAll(List.of(more));
        arguments.addAll(letters);
        List<String> results = certify.run(arguments.toArray(String[]::new))
                .json()
                .valueStream()
                .map(answer -> answer.path("result").asString())
                .toList();
        assertThat(results).hasSameSizeAs(letters);
        return results;
    }
}
