package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.citycertification.images.ProductionImages;
import org.citycertification.local.Api;
import org.citycertification.local.Backing;
import org.citycertification.local.Journey;
import org.citycertification.local.LocalPorts;
import org.citycertification.local.Report;
import org.citycertification.local.RunningSystem;
import org.citycertification.local.Seed;
import org.citycertification.local.Services;
import org.citycertification.local.TopicWatch;
import org.citycertification.platform.Part;
import org.citycertification.platform.Progress;
import org.citycertification.platform.TestPlatform;
import org.citycertification.schemas.deploy.Deployment;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The services on broker, registry and database from the images that production uses. */
@Tag("containers")
class ProductionImagesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> STARTED = List.of("scoring", "review", "notification");
    private static final List<String> WRITING = List.of("scoring", "review");
    private static final Executor THREADS = task -> new Thread(task, "start").start();

    private static ProductionImages images;
    private static Services services;
    private static RunningSystem system;
    private static TopicWatch watch;
    private static Api api;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        TestPlatform mailbox = TestPlatform.shared(Part.MAILBOX);
        images = new ProductionImages().start();
        LocalPorts ports = LocalPorts.reserved();
        var backing = new Backing(images.bootstrapServers(), images.registryUrl(), images::jdbcUrl, mailbox.smtpPort());
        Deployment.run(backing.bootstrapServers(), backing.registryUrl(), (short) 1);
        Path data = Files.createTempDirectory(Path.of("target"), "images-");
        services = new Services(SharedSystem.HOME, data, ports, backing, Progress.SILENT);
        services.start();
        system = new RunningSystem(
                ports,
                backing.bootstrapServers(),
                backing.registryUrl(),
                Map.of(),
                city -> mailbox.mailbox().messages());
        api = new Api(ports);
        new Seed(api, ports).run();
        watch = new TopicWatch(system, seen -> {});
    }

    @AfterAll
    static void stop() {
        if (watch != null) {
            watch.close();
        }
        if (services != null) {
            services.close();
        }
        if (images != null) {
            images.close();
        }
    }

    @Test
    void takesASubmissionTheWholeWay() {
        Journey.Outcome outcome = new Journey(system, api, watch, new Report(System.out))
                .run(SharedSystem.HOME.resolve("samples/cambridge-ma.json"));

        assertThat(outcome.certification())
                .hasValueSatisfying(event -> assertThat(event.getLevel()).isEqualTo(CertificationLevel.GOLD));
        assertThat(outcome.mails()).hasSize(2);
    }

    @Test
    void losesNothingThatIsSentBeforeWhileAndAfterTheBrokerIsDown() {
        List<InventedCity> cities = InventedCity.known(system, api, 1, 6);
        List<UUID> submissions = new ArrayList<>(InventedCity.submit(cities.subList(0, 2)));

        images.withoutBroker(() -> submissions.addAll(InventedCity.submit(cities.subList(2, 4))));
        submissions.addAll(InventedCity.submit(cities.subList(4, 6)));

        InventedCity.decide(cities, submissions);
        assertCertifiedOnce(cities);
    }

    /** Started while the registry is frozen, these three know no schema. Who writes says so, and all wait for it. */
    @Test
    void losesNothingWhileTheRegistryIsFrozen() {
        List<InventedCity> cities = InventedCity.known(system, api, 7, 9);
        List<UUID> submissions = new ArrayList<>();
        List<CompletableFuture<Void>> starts = new ArrayList<>();

        images.withoutRegistry(() -> {
            STARTED.forEach(name -> starts.add(CompletableFuture.runAsync(services.process(name)::restart, THREADS)));
            submissions.addAll(InventedCity.submit(cities));
            WRITING.forEach(
                    name -> await(name).atMost(PATIENCE).ignoreExceptions().until(() -> lacksSchemas(name)));
        });
        starts.forEach(CompletableFuture::join);

        InventedCity.decide(cities, submissions);
        assertCertifiedOnce(cities);
        var certify = new Certify(system);
        assertThat(STARTED.stream().flatMap(name -> certify.all(name).stream()))
                .as("dead letters")
                .isEmpty();
    }

    private static boolean lacksSchemas(String name) {
        LocalPorts ports = system.ports();
        JsonNode health = Management.health(1 + (name.equals("scoring") ? ports.scoring() : ports.review()));
        return health.path("components")
                .path("schemaIds")
                .path("status")
                .asString()
                .equals("DOWN");
    }

    private static void assertCertifiedOnce(List<InventedCity> cities) {
        for (InventedCity city : cities) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(certifications(city)).hasSize(1));
            assertThat(city.mails(2)).hasSize(2);
        }
    }

    /** A relay cut off after its commit repeats the same event; another one would be a second decision. */
    private static List<CertificationEvent> certifications(InventedCity city) {
        return watch.all().stream()
                .map(TopicWatch.Seen::value)
                .filter(CertificationEvent.class::isInstance)
                .map(CertificationEvent.class::cast)
                .filter(event -> event.getCityId().equals(city.id()))
                .distinct()
                .toList();
    }
}
