package org.citycertification.journeys;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** docker-compose.cluster.yml: three brokers, of which first one and then a second is killed in mid-flow. */
@Tag("containers")
class ClusterComposeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String BROKERS = "localhost:9092,localhost:9192,localhost:9292";
    private static final int COPIES = 3;
    /** {@code delivery.timeout.ms} and {@code transaction.timeout.ms} of our producers are 9 and 10 s. */
    private static final Duration LONGER_THAN_A_PRODUCER_TRIES = Duration.ofSeconds(12);

    @AutoClose
    private static Compose compose;

    @AutoClose
    private static TopicWatch watch;

    @AutoClose
    private static Admin admin;

    private static RunningSystem system;
    private static List<InventedCity> cities;

    @BeforeAll
    static void start() throws InterruptedException {
        compose = new Compose(Map.of(), "docker-compose.yml", "docker-compose.cluster.yml");
        compose.up();
        RunningSystem known = RunningSystem.inContainers(Map.of());
        LocalPorts ports = known.ports();
        system = new RunningSystem(ports, BROKERS, known.registryUrl(), Map.of(), known.mails());
        admin = Admin.create(Map.of("bootstrap.servers", BROKERS));
        watch = new TopicWatch(system, seen -> {});
        var api = new Api(ports);
        new Seed(api, ports).run();
        cities = InventedCity.known(system, api, 1, 9);
    }

    @Test
    void eachTopicHasThreeCopiesOfWhichTwoMustHoldARecord() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(topics()).containsAll(madeByTheBrokers()));
        List<String> topics = topics();

        assertThat(topics)
                .containsAll(Arrays.stream(Topic.values()).map(Topic::topicName).toList());
        assertThat(partitions())
                .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(COPIES));
        assertThat(leastInSync(topics))
                .hasSameSizeAs(topics)
                .allSatisfy((topic, copies) -> assertThat(copies).as(topic).isEqualTo("2"));
    }

    @Test
    void goesOnWithoutOneOfThreeAndLosesNothingWithoutTwo() {
        withoutOne(cities.subList(0, 3));
        withoutTwo(cities.subList(3, 6), cities.subList(6, 9));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(partitions())
                        .allSatisfy(partition -> assertThat(partition.isr()).hasSize(COPIES)));
        await().atMost(PATIENCE).untilAsserted(() -> Management.assertAllWell(system.ports()));
        Versions.assertInOrder(watch);
    }

    @Test
    void refusesToBackUpOrRestoreOneOfThree(@TempDir Path directory) {
        assertRefused("three have no moment in common", "ops/backup.sh", "--whole", directory.toString());

        compose.script("bash", "-c", "cd " + directory + " && touch kafka.tar && sha256sum kafka.tar > SHA256SUMS");
        assertRefused("cannot be put under one of three", "ops/restore.sh", directory.toString(), "kafka");
    }

    private static void assertRefused(String words, String... script) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> compose.script(script))
                .withMessageContaining(words);
    }

    private static void withoutOne(List<InventedCity> some) {
        List<UUID> submissions = InventedCity.submit(some);
        compose.run("kill", "kafka");

        InventedCity.decide(some, submissions);
        awaitCertifiedAndMailed(some);
        assertThat(brokersThatRun()).containsExactlyInAnyOrder("kafka-2", "kafka-3");
    }

    /** Nobody can publish for longer than a producer tries; what was accepted waits in the databases. */
    private static void withoutTwo(List<InventedCity> approved, List<InventedCity> accepted) {
        List<UUID> known = InventedCity.submit(approved);
        approved.forEach(city -> city.caseOf(known.get(approved.indexOf(city))));

        compose.run("kill", "kafka-2");
        InventedCity.decide(approved, known);
        List<UUID> submissions = InventedCity.submit(accepted);
        await().atMost(PATIENCE)
                .until(() -> cannotPublish(system.ports().intake())
                        && cannotPublish(system.ports().review()));
        await().during(LONGER_THAN_A_PRODUCER_TRIES)
                .atMost(PATIENCE)
                .until(() -> Certifications.cities(watch).size() == cities.size() - approved.size() - accepted.size());
        assertThat(brokersThatRun()).containsExactly("kafka-3");

        compose.run("start", "kafka", "kafka-2");
        InventedCity.decide(accepted, submissions);
        awaitCertifiedAndMailed(cities);
    }

    private static boolean cannotPublish(int port) {
        JsonNode outbox = Management.health(port + 1).path("components").path("outbox");
        return outbox.path("status").asString().equals("DOWN");
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

    private static List<String> brokersThatRun() {
        return compose.run("ps", "--services", "--status", "running")
                .lines()
                .filter(service -> service.startsWith("kafka"))
                .toList();
    }

    private static List<String> madeByTheBrokers() {
        return List.of("__consumer_offsets", "__transaction_state");
    }

    private static List<String> topics() {
        return List.copyOf(answer(
                admin.listTopics(new ListTopicsOptions().listInternal(true)).names()));
    }

    private static Map<String, String> leastInSync(List<String> topics) {
        List<ConfigResource> settings = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        return answer(admin.describeConfigs(settings).all()).entrySet().stream()
                .collect(toMap(
                        setting -> setting.getKey().name(),
                        setting -> setting.getValue().get("min.insync.replicas").value()));
    }

    private static List<TopicPartitionInfo> partitions() {
        return answer(admin.describeTopics(topics()).allTopicNames()).values().stream()
                .map(TopicDescription::partitions)
                .flatMap(List::stream)
                .toList();
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
