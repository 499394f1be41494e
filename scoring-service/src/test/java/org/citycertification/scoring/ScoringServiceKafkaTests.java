package org.citycertification.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.citycertification.schemas.Topics;
import org.citycertification.scoring.edition.EditionConflict;
import org.citycertification.scoring.edition.EditionFixtures;
import org.citycertification.scoring.edition.EditionHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service against the real broker and registry. */
@ExtendWith(OutputCaptureExtension.class)
class ScoringServiceKafkaTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void publishesItsEditionOnceAcrossRestarts() throws Exception {
        for (int start = 0; start < 2; start++) {
            try (var scoring = ScoringPlatform.start()) {
                awaitReady(scoring);
            }
        }

        assertThat(ScoringPlatform.all(Topics.EDITION))
                .filteredOn(record -> ScoringPlatform.key(record).equals("2022-r1"))
                .hasSize(1);
    }

    @Test
    void refusesToStartWithOtherContentUnderAPublishedId(@TempDir Path directory, CapturedOutput output)
            throws IOException {
        ScoringPlatform.start().close();
        var shipped = Files.readString(Path.of("src/main/resources/editions/2022-r1.yml"));
        Files.writeString(directory.resolve("2022-r1.yml"), shipped.replace("percent: 51", "percent: 50"));

        assertThatException()
                .isThrownBy(() -> ScoringPlatform.start("--scoring.edition.files=file:" + directory + "/*.yml")
                        .close())
                .withRootCauseInstanceOf(EditionConflict.class);

        assertThat(output)
                .contains("Edition 2022-r1 is already published with content "
                        + EditionHash.of(EditionFixtures.shipped()) + ", but this build ships content ");
        assertThat(ScoringPlatform.all(Topics.EDITION))
                .filteredOn(record -> ScoringPlatform.key(record).equals("2022-r1"))
                .hasSize(1);
    }

    @Test
    void showsTheEditionsToEveryone() throws Exception {
        try (var scoring = ScoringPlatform.start()) {
            awaitReady(scoring);

            var list = json(get(scoring.url() + "/api/editions"));
            assertThat(list.at("/items/0/id").asString()).isEqualTo("2022-r1");
            assertThat(list.at("/items/0/criteria").asInt()).isEqualTo(43);
            assertThat(list.at("/items/0/illustrative").asBoolean()).isTrue();

            var response = get(scoring.url() + "/api/editions/2022-r1");
            var edition = json(response);
            assertThat(edition.at("/areas").size()).isEqualTo(8);
            assertThat(edition.at("/areas/0/criteria/2/code").asString()).isEqualTo("DM3");
            assertThat(edition.at("/areas/0/criteria/2/required").asInt()).isEqualTo(4);
            assertThat(edition.at("/thresholds/2/percent").asInt()).isEqualTo(85);
            assertThat(edition.at("/contentHash").asString())
                    .isEqualTo(EditionHash.of(EditionFixtures.shipped()).hex());

            var tag = response.headers().firstValue("ETag").orElseThrow();
            assertThat(get(scoring.url() + "/api/editions/2022-r1", "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void answersWhatItDoesNotKnowWithAProblem() throws Exception {
        try (var scoring = ScoringPlatform.start()) {
            awaitReady(scoring);

            for (var id : new String[] {"1999-r9", "NO%20SUCH"}) {
                var response = get(scoring.url() + "/api/editions/" + id);
                assertThat(response.statusCode()).isEqualTo(404);
                assertThat(json(response).at("/type").asString())
                        .isEqualTo("urn:certification:problem:edition-not-found");
            }
            assertThat(get(scoring.url() + "/api/other").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void startsWhileTheBrokerIsAwayAndIsReadyOnceItIsBack() throws Exception {
        ScoringPlatform.start().close();
        ScoringPlatform.platform().kafka().stop();
        try (var scoring = ScoringPlatform.start()) {
            assertThat(get(scoring.managementUrl() + "/actuator/health/liveness")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get(scoring.managementUrl() + "/actuator/health/readiness")
                            .statusCode())
                    .isEqualTo(503);
            assertThat(get(scoring.url() + "/api/editions").statusCode()).isEqualTo(503);

            ScoringPlatform.platform().kafka().start();

            awaitReady(scoring);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(json(get(scoring.managementUrl() + "/actuator/health"))
                                    .at("/components/consumers/details/trouble"))
                            .as("open dead letters of other tests may keep it DOWN")
                            .isEmpty());
        } finally {
            ScoringPlatform.platform().kafka().start();
        }
    }

    private static void awaitReady(ScoringPlatform.Instance scoring) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get(scoring.managementUrl() + "/actuator/health/readiness")
                                .statusCode())
                        .isEqualTo(200));
    }

    private static HttpResponse<String> get(String url, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.builder().build().readTree(response.body());
    }
}
