package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.citycertification.local.Api;
import org.citycertification.local.LocalSystem;
import org.citycertification.local.Services;
import org.citycertification.local.TopicWatch;
import org.citycertification.pages.testing.BrowserTest;
import org.citycertification.pages.testing.Chromium;
import org.citycertification.pages.testing.Screen;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two people review a case in a browser; the instance at which the second one signed in is killed meanwhile. */
@Tag("full")
@BrowserTest
class ReviewersInBrowserIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REASON = "The minutes shown are older than a year.";

    @Test
    void decideACaseAlthoughTheInstanceThatServedTheSignInIsKilled() throws Exception {
        try (LocalSystem system = SharedSystem.startFresh("browser-");
                TopicWatch watch = SharedSystem.watch(system);
                Chromium chromium = Chromium.start()) {
            Services.Instance second = system.another("review");
            var api = new Api(system.ports());
            InventedCity city = InventedCity.known(system.running(), api, "city-07");
            UUID submission = city.submit("cambridge-ma.json", Map.of());
            String path = "/cases/" + city.caseOf(submission);
            String first = "http://localhost:" + system.ports().review();

            Page one = signedIn(chromium, first, "reviewer-1");
            judge(one, first + path);
            approve(one, first + path);

            Page other = signedIn(chromium, first, "reviewer-2");
            system.service("review").kill();
            String there = "http://localhost:" + second.port();
            judge(other, there + path);
            approve(other, there + path);

            assertThat(other.url()).endsWith("?done=decided");
            await().atMost(PATIENCE)
                    .until(() -> watch.find(
                                    CertificationEvent.class,
                                    event -> event.getCityId().equals(city.id()))
                            .isPresent());
        }
    }

    private static Page signedIn(Chromium chromium, String address, String account) {
        Page page = chromium.window(Screen.DESKTOP, "en");
        page.navigate(address + "/cases");
        page.locator("main a.usa-button").click();
        page.locator("input[name=username]").fill(account);
        page.locator("input[name=password]").fill("demo");
        page.locator("button[type=submit]").click();
        page.waitForURL(address + "/cases*");
        return page;
    }

    private static void judge(Page page, String address) {
        page.navigate(address);
        page.locator("#DM1 summary").click();
        page.locator("label[for=overturn-DM1]").click();
        page.locator("#reason-DM1").fill(REASON);
        page.locator(".sticky button").click();
        page.waitForURL(address + "?done=findings");
    }

    private static void approve(Page page, String address) {
        page.navigate(address + "/approve");
        assertThat(page.locator("main").innerText()).contains(REASON);
        page.locator("main form button").click();
        page.waitForURL(address + "?done=*");
    }
}
