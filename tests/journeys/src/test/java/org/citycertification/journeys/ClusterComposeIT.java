package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.citycertification.local.Api;
import org.citycertification.local.LocalPorts;
import org.citycertification.local.RunningSystem;
import org.citycertification.local.Seed;
import org.citycertification.local.TopicWatch;
import org.citycertification.schemas.Topic;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** docker-compose.cluster.yml: three brokers, of which first one and then a second is killed in mid-flow. */
@Tag("containers")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterComposeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String BROKERS = "localhost:9092,localhost:9192,localhost:9292";
    private static final int COPIES = 3;

    @AutoClose
    private static Compose compose;

    @AutoClose
    private static TopicWatch watch;

    private static RunningSystem system;
    private static List<InventedCity> cities;

    @BeforeAll
    static void start() throws InterruptedException {
        compose = new Compose(Map.of(), "docker-compose.yml", "docker-compose.cluster.yml");
        compose.up();
        RunningSystem known = RunningSystem.inContainers(Map.of());
        LocalPorts ports = known.ports();
        system = new RunningSystem(ports, BROKERS, known.registryUrl(), Map.of(), known.mails());
        watch = new TopicWatch(system, seen -> {});
        var api = new Api(ports);
        new Seed(api, ports).run();
        cities = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> InventedCity.known(system, api, "city-%02d".formatted(i)))
                .toList();
    }

    @Test
    @Order(1)
    void eachTopicHasThreeCopiesOfWhichTwoMustHoldARecord() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", BROKERS))) {
            List<String> names = List.copyOf(admin.listTopics().names().get());

            assertThat(names)
                    .containsAll(
                            Arrays.stream(Topic.values()).map(Topic::topicName).toList());
            assertThat(partitions(admin, names))
                    .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(COPIES));
            assertThat(admin.describeConfigs(names.stream()
                                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                                    .toList())
                            .all()
                            .get())
                    .allSatisfy((topic, settings) -> assertThat(
                                    settings.get("min.insync.replicas").value())
                            .as(topic.name())
                            .isEqualTo("2"));
        }
    }

    @Test
    @Order(2)
    void goesOnWithoutOneOfThree() {
        List<InventedCity> some = cities.subList(0, 3);
        List<UUID> submissions = some.stream().map(ClusterComposeIT::submit).toList();

        kill("kafka");
        approve(some, submissions);

        awaitCertifiedAndMailed(some);
    }

    /** Nobody can publish then; what was accepted waits in the databases. */
    @Test
    @Order(3)
    void losesNothingWhileTwoOfThreeAreAway() {
        List<InventedCity> approved = cities.subList(3, 6);
        List<String> cases =
                approved.stream().map(city -> city.caseOf(submit(city))).toList();
        List<InventedCity> accepted = cities.subList(6, 9);

        kill("kafka-2");
        for (int i = 0; i < cases.size(); i++) {
            approve(cases.get(i), approved.get(i));
        }
        List<UUID> submissions = accepted.stream().map(ClusterComposeIT::submit).toList();
        compose.run("start", "kafka", "kafka-2");
        approve(accepted, submissions);

        awaitCertifiedAndMailed(cities);
        Versions.assertInOrder(watch);
        awaitEveryCopyInSync();
    }

    private static UUID submit(InventedCity city) {
        return city.submit("cambridge-ma.json", Map.of());
    }

    private static void approve(List<InventedCity> some, List<UUID> submissions) {
        for (int i = 0; i < some.size(); i++) {
            approve(some.get(i).caseOf(submissions.get(i)), some.get(i));
        }
    }

    private static void approve(String caseId, InventedCity city) {
        city.approve(system.ports().review(), caseId, "reviewer-1");
        city.approve(system.ports().review(), caseId, "reviewer-2");
    }

    private static void kill(String broker) {
        compose.run("kill", "--signal", "KILL", broker);
    }

    private static void awaitCertifiedAndMailed(List<InventedCity> some) {
        List<String> ids = some.stream().map(InventedCity::id).toList();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Certifications.cities(watch)).containsExactlyInAnyOrderElementsOf(ids));
        for (InventedCity city : some) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(city.notices())
                            .extracting(notice -> notice.path("state").asString())
                            .containsExactly("SENT", "SENT"));
        }
    }

    private static void awaitEveryCopyInSync() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", BROKERS))) {
                List<String> names = List.copyOf(admin.listTopics().names().get());
                assertThat(partitions(admin, names))
                        .allSatisfy(partition -> assertThat(partition.isr()).hasSize(COPIES));
            }
        });
    }

    private static List<TopicPartitionInfo> partitions(Admin admin, List<String> topics)
            throws ExecutionException, InterruptedException {
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .map(TopicDescription::partitions)
                .flatMap(List::stream)
                .toList();
    }
}
