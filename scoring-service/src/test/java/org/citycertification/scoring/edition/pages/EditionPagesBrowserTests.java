package org.citycertification.scoring.edition.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.Map;
import org.citycertification.pages.testing.BrowserTest;
import org.citycertification.pages.testing.Chromium;
import org.citycertification.pages.testing.ContactSheet;
import org.citycertification.pages.testing.PageCheck;
import org.citycertification.pages.testing.Screen;
import org.citycertification.pages.testing.Visitor;
import org.citycertification.scoring.EditionApi;
import org.citycertification.scoring.ScoringPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The standard's pages in a browser. */
@BrowserTest
class EditionPagesBrowserTests {

    private static final Map<String, String> PAGES = Map.of(
            "editions", "/editions",
            "edition", "/editions/2022-r1#DM3",
            "check", "/editions/check",
            "retired", "/editions/2023-retired",
            "not-found", "/editions/1999-r9");

    private static ScoringPlatform.Instance scoring;

    @BeforeAll
    static void start() throws Exception {
        scoring = EditionPageTests.ready();
        retireOne();
    }

    @AfterAll
    static void stop() {
        scoring.close();
    }

    @Test
    void standsOnAScreenInOneLanguage() throws Exception {
        standsOnAScreen("en", Screen.DESKTOP);
    }

    @Tag("full")
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"en,PHONE", "es,PHONE", "es,DESKTOP", "pt,PHONE", "pt,DESKTOP"})
    void standsOnAScreen(String language, Screen screen) throws Exception {
        Page page = Chromium.window(screen, language);
        var check = new PageCheck(page);
        PAGES.forEach((name, path) -> {
            page.navigate(scoring.url() + path);
            stands(page, check, name, language, screen);
        });
        Map.of("check-sound", CheckPageTests.draft(), "check-faulty", CheckPageTests.faulty())
                .forEach((name, file) -> {
                    checkFile(page, file);
                    stands(page, check, name, language, screen);
                });
    }

    private static void stands(Page page, PageCheck check, String name, String language, Screen screen) {
        ContactSheet.add(page, "scoring-" + name, language, screen);
        assertThat(check.faults()).as(name + " " + language).isEmpty();
    }

    private static void retireOne() throws Exception {
        EditionApi.put(scoring, "2023-retired", EditionApi.draft("2023-retired"));
        EditionApi.retire(scoring, "2023-retired", "Replaced by 2023-corrected: DM2 asked for what nobody has.");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> new Visitor(scoring.url())
                        .get("/editions/2023-retired")
                        .text()
                        .contains("DM2 asked"));
    }

    private static void checkFile(Page page, String file) {
        page.navigate(scoring.url() + "/editions/check");
        page.selectOption("#against", "2022-r1");
        page.fill("#file", file);
        page.click("button[type=submit]");
    }

    @Test
    void leadsFromTheListOfErrorsToTheFieldByKeyboard() {
        Page page = Chromium.window(Screen.DESKTOP, "en");
        checkFile(page, CheckPageTests.faulty());

        PlaywrightAssertions.assertThat(page.locator("#errors")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("#file")).isFocused();
        page.keyboard().press("Control+End");
        page.keyboard().type("# mended");

        assertThat(page.inputValue("#file")).endsWith("# mended").contains("percent: 60");
    }
}
