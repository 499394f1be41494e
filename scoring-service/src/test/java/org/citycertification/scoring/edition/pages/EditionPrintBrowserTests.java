package org.citycertification.scoring.edition.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.citycertification.pages.testing.BrowserTest;
import org.citycertification.pages.testing.Chromium;
import org.citycertification.pages.testing.Screen;
import org.citycertification.scoring.ScoringPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The standard on paper. */
@BrowserTest
class EditionPrintBrowserTests {

    /** Width of A4 within its margins, in CSS pixels. */
    private static final int PAPER = 672;

    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page[^s]");

    private static ScoringPlatform.Instance scoring;

    @BeforeAll
    static void start() {
        scoring = EditionPageTests.ready();
    }

    @AfterAll
    static void stop() {
        scoring.close();
    }

    private static Page paper(String path) {
        Page page = Chromium.window(Screen.DESKTOP, "en");
        page.setViewportSize(PAPER, 1000);
        page.navigate(scoring.url() + path);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        return page;
    }

    @Test
    void showsTheStandardAndNothingToClickOn() {
        Page page = paper("/editions/2022-r1#DM3");

        for (var gone :
                List.of(".frame-head__links", ".frame-head__languages", ".usa-skipnav", "nav.area", "summary")) {
            assertThat(page.locator(gone).first().isVisible()).as(gone).isFalse();
        }
        assertThat(page.locator(".frame-head__brand").isVisible()).isTrue();
        assertThat(page.getByText("Bolivia").isVisible())
                .as("what is folded on a screen")
                .isTrue();
        assertThat(page.locator("#EVAL4").isVisible()).isTrue();
        assertThat(style(page, "#DM3", "backgroundColor")).isEqualTo("rgba(0, 0, 0, 0)");
        assertThat(style(page, "#DM3 h3 a", "textDecorationLine")).isEqualTo("none");
    }

    @Test
    void fitsThePaperAndKeepsTogetherWhatBelongsTogether() {
        Page page = paper("/editions/2022-r1");

        var beyond = page.evaluate(
                "[...document.querySelectorAll('main *')].filter(each => each.getBoundingClientRect().right >"
                        + " document.documentElement.clientWidth + 1).length");
        assertThat(((Number) beyond).intValue()).isZero();
        assertThat(style(page, "#DM3", "breakInside")).isEqualTo("avoid");
        assertThat(style(page, "#LC", "breakBefore")).isEqualTo("page");
        assertThat(style(page, "#name-LC", "breakAfter")).isEqualTo("avoid");
    }

    @Test
    void beginsEachPracticeAreaOnASheetOfItsOwn() {
        Page page = paper("/editions/2022-r1");
        var file = Path.of("target/contact-sheet/print-edition.pdf");

        byte[] pdf = page.pdf(
                new Page.PdfOptions().setPath(file).setPreferCSSPageSize(true).setFormat("A4"));

        assertThat(SHEET.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                        .results()
                        .count())
                .isBetween(9L, 20L);
    }

    private static Object style(Page page, String selector, String property) {
        return page.locator(selector).first().evaluate("(each, name) => getComputedStyle(each)[name]", property);
    }
}
