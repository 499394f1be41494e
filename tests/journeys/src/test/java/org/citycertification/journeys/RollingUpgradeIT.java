package org.citycertification.journeys;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.citycertification.local.Api;
import org.citycertification.local.LocalSystem;
import org.citycertification.platform.Mailbox;
import org.citycertification.schemas.Topic;
import org.citycertification.schemas.Topics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * While cities send and get their decisions, each service in turn is replaced by a build whose events carry one more optional
 * field, until all run it; then each is put back.
 */
@Tag("full")
class RollingUpgradeIT {
    /** The order of docs/operations.md, and on the way back too: so every reader of the old build meets records of the next. */
    private static final List<String> ORDER = List.of("notification", "review", "scoring", "intake");

    private static final Set<String> TOPICS =
            Arrays.stream(Topic.values()).map(Topic::topicName).collect(toSet());

    private static final int CITIES = 16;
    private static final int SUBMISSIONS_A_STEP = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration ORDERLY_END = Duration.ofSeconds(18);

    private final Set<String> next = new TreeSet<>();
    private final List<UpgradeProbe> probes = new ArrayList<>();
    private LocalSystem system;
    private CarefulClient client;
    private InventedCity probed;
    private String assessment;

    @Test
    void losesNothingAndRepeatsNothingOnTheWayThereAndBack() throws Exception {
        NextBuild build = NextBuild.of(ORDER);
        system = SharedSystem.startFresh("rolling-upgrade-");
        client = new CarefulClient(system);
        assessment = InventedCity.assessment("cambridge-ma.json");
        List<InventedCity> cities = cities();
        probed = cities.get(CITIES);
        try (LocalSystem running = system;
                SteadyFlow flow = new SteadyFlow(client, cities.subList(0, CITIES), assessment)) {
            probe();
            build.deploy(running.running());
            for (String service : ORDER) {
                replace(service, build.jar(service), flow);
            }
            assertThat(next).containsExactlyInAnyOrderElementsOf(ORDER);
            for (String service : ORDER) {
                replace(service, NextBuild.jarOfThisBuild(service), flow);
            }
            flow.finish();
            assertThat(client.unanswered())
                    .as("the flow met services that were away")
                    .isPositive();
            assertNothingWentWrong(flow.accepted());
        }
    }

    private List<InventedCity> cities() {
        var api = new Api(system.ports());
        return InventedCity.known(system.running(), api, 1, CITIES + 1);
    }

    private void replace(String service, Path jar, SteadyFlow flow) {
        flow.awaitMore(SUBMISSIONS_A_STEP);
        long begin = System.nanoTime();
        system.service(service).stop();
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .as("%s ends by itself", service)
                .isLessThan(ORDERLY_END);
        system.replace(service, jar);
        if (!next.remove(service)) {
            next.add(service);
        }
        if (service.equals("scoring") && next.contains(service)) {
            awaitItsEdition();
            assessment = NextBuild.pinnedToItsEdition(assessment);
        }
        probe();
    }

    /** A service that cannot publish what it ships with at once is ready all the same, and goes on trying. */
    private void awaitItsEdition() {
        var api = new Api(system.ports());
        await().atMost(PATIENCE)
                .until(() -> api.get(system.ports().scoring(), "/api/editions/" + NextBuild.EDITION, "operator")
                                .status()
                        == 200);
    }

    private void probe() {
        var step = new UpgradeProbe.Step(Set.copyOf(next), assessment);
        UpgradeProbe probe = UpgradeProbe.take(system, client, probed, step);
        probe.assertWrittenByItsBuilds(written());
        probes.add(probe);
    }

    private List<WrittenRecord> written() {
        return WrittenRecord.all(system.running(), TOPICS::contains);
    }

    private void assertNothingWentWrong(Map<UUID, String> accepted) {
        Map<UUID, String> cityOf = new HashMap<>(accepted);
        probes.forEach(probe -> cityOf.put(probe.submission(), probed.id()));
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(messageIds()).hasSize(2 * cityOf.size()));
        assertThat(messageIds()).doesNotHaveDuplicates();
        List<WrittenRecord> all = written();
        assertThat(decided(all))
                .containsExactlyInAnyOrderElementsOf(
                        cityOf.keySet().stream().map(UUID::toString).toList());
        assertThat(certified(all)).containsExactlyInAnyOrderElementsOf(cityOf.values());
        assertVersionsWithoutGap(all);
        assertThat(editionsOfNextBuild(all)).containsExactly(NextBuild.EDITION);
        assertThat(WrittenRecord.all(system.running(), Topics::holdsDeadLetters))
                .isEmpty();
        await().atMost(PATIENCE).untilAsserted(() -> Management.assertAllWell(system.ports()));
    }

    /** A relay may repeat an event, and readers know it again by its id; another one would be a second decision. */
    private static List<String> decided(List<WrittenRecord> all) {
        return distinctEvents(all).stream()
                .flatMap(record -> record.decision().stream())
                .map(decision -> String.valueOf(decision.get("submissionId")))
                .toList();
    }

    private static List<String> certified(List<WrittenRecord> all) {
        return distinctEvents(all).stream()
                .filter(record -> record.topic().equals(Topics.CERTIFICATION))
                .map(record -> record.text("cityId"))
                .toList();
    }

    private static List<String> editionsOfNextBuild(List<WrittenRecord> all) {
        return all.stream()
                .filter(record -> record.topic().equals(Topics.EDITION) && record.isOfNextBuild())
                .map(WrittenRecord::key)
                .toList();
    }

    private static List<WrittenRecord> distinctEvents(List<WrittenRecord> all) {
        Set<String> seen = new TreeSet<>();
        return all.stream().filter(record -> seen.add(record.text("eventId"))).toList();
    }

    private static void assertVersionsWithoutGap(List<WrittenRecord> all) {
        Map<String, List<Long>> versions = distinctEvents(all).stream()
                .collect(groupingBy(
                        record -> record.topic() + " " + record.key(), mapping(WrittenRecord::version, toList())));
        assertThat(versions)
                .allSatisfy((key, some) -> assertThat(some)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, some.size()).boxed().toList()));
    }

    private List<String> messageIds() {
        return system.platform().mailbox().messages().stream()
                .map(Mailbox.Mail::messageId)
                .toList();
    }
}
