package org.citycertification.review.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.citycertification.pages.testing.BrowserTest;
import org.citycertification.pages.testing.Chromium;
import org.citycertification.pages.testing.ContactSheet;
import org.citycertification.pages.testing.PageCheck;
import org.citycertification.pages.testing.Screen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reviewers' pages in a browser. */
@BrowserTest
class CasePagesBrowserTests {

    private final RunningReview review = RunningReview.shared();

    @Test
    void standsOnAScreenInOneLanguage() {
        standsOnAScreen("en", Screen.DESKTOP);
    }

    @Tag("full")
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"en,PHONE", "es,PHONE", "es,DESKTOP", "pt,PHONE", "pt,DESKTOP"})
    void standsOnAScreen(String language, Screen screen) {
        Map<String, String> paths = pages();
        RunningReview.ISSUER.signsIn("ana", "reviewer");
        Page page = Chromium.window(screen, language);
        var check = new PageCheck(page);
        look(page, check, "sign-in", "/sign-in", language, screen);
        page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK).click();
        paths.forEach((name, path) -> look(page, check, name, path, language, screen));
        page.navigate(review.address() + paths.get("case"));
        page.locator("#reason-DM1").evaluate("field => field.closest('details').open = true");
        page.locator("label[for=overturn-DM1]").click();
        page.locator("#reason-DM1").fill("too short");
        page.locator(".sticky button").click();
        keep(page, check, "case-with-errors", language, screen);
        PlaywrightAssertions.assertThat(page.locator("#errors")).isFocused();
    }

    @Test
    void isWorkedWithTheKeyboardAlone() {
        UUID id = review.openCase(30);
        RunningReview.ISSUER.signsIn("ana", "reviewer");
        Page page = Chromium.window(Screen.DESKTOP, "en");
        page.navigate(review.address() + "/oauth2/authorization/identity");
        page.navigate(review.address() + "/cases/" + id + "/approve");

        assertThat(PageCheck.tabStops(page, 8))
                .containsExactly(
                        "Skip to main content",
                        "City certification",
                        "English",
                        "Español",
                        "Português",
                        "Cases",
                        "Sign out",
                        "Back to the case");
        page.keyboard().press("Tab");
        page.keyboard().type("Fine.");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith("/cases/" + id + "?done=approved"));
    }

    private Map<String, String> pages() {
        UUID open = review.openCase(30);
        review.findings("ana", open, RunningReview.finding("DM2", false));
        UUID differing = review.openCase(25);
        review.findings("luis", differing, RunningReview.finding("DM1", false));
        review.giveBack(Staff.reviewer("mei"), differing, "1-1", "DM1 needs another look, please.");
        review.approve(Staff.reviewer("luis"), differing, "1-2");
        review.approve(Staff.reviewer("ana"), differing, "1-2");
        UUID decided = review.openCase(40);
        review.approve(Staff.reviewer("luis"), decided, "1-1");
        review.approve(Staff.reviewer("mei"), decided, "1-1");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("queue", "/cases");
        pages.put("queue-all", "/cases?state=all");
        pages.put("case", "/cases/" + open);
        pages.put("case-differing", "/cases/" + differing + "?done=different");
        pages.put("case-decided", "/cases/" + decided + "?done=decided");
        pages.put("approve", "/cases/" + open + "/approve");
        pages.put("return", "/cases/" + open + "/return");
        pages.put("not-found", "/nothing");
        pages.put("signed-out", "/signed-out");
        return pages;
    }

    private void look(Page page, PageCheck check, String name, String path, String language, Screen screen) {
        page.navigate(review.address() + path);
        keep(page, check, name, language, screen);
    }

    private static void keep(Page page, PageCheck check, String name, String language, Screen screen) {
        ContactSheet.add(page, "review-" + name, language, screen);
        assertThat(check.faults()).as(name + " " + language + " " + screen).isEmpty();
    }
}
