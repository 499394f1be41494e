package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.citycertification.local.Api;
import org.citycertification.local.LocalSystem;
import org.citycertification.local.Services;
import org.citycertification.local.TopicWatch;
import org.citycertification.pages.testing.BrowserTest;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two people review a case in a browser; the instance at which the second one signed in is killed meanwhile. */
@Tag("full")
@BrowserTest
class ReviewersInBrowserIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void decideACaseAlthoughTheInstanceThatServedTheSignInIsKilled() throws Exception {
        try (LocalSystem system = SharedSystem.startFresh("browser-");
                TopicWatch watch = SharedSystem.watch(system)) {
            Services.Instance second = system.another("review");
            var api = new Api(system.ports());
            InventedCity city = InventedCity.known(system.running(), api, "city-07");
            UUID submission = city.submit("cambridge-ma.json", Map.of());
            String path = "/cases/" + city.caseOf(submission);
            String first = "http://localhost:" + system.ports().review();

            ReviewerInBrowser.signedIn(first, "reviewer-1").overturnAndApprove(first + path);

            ReviewerInBrowser other = ReviewerInBrowser.signedIn(first, "reviewer-2");
            system.service("review").kill();
            other.overturnAndApprove("http://localhost:" + second.port() + path);

            assertThat(other.url()).endsWith("?done=decided");
            await().atMost(PATIENCE)
                    .until(() -> watch.find(
                                    CertificationEvent.class,
                                    event -> event.getCityId().equals(city.id()))
                            .isPresent());
        }
    }
}
