package org.citycertification.scoring.edition.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.citycertification.pages.testing.Visitor;
import org.citycertification.schemas.Topics;
import org.citycertification.scoring.ScoringPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on which whoever writes an edition has it checked. */
class CheckPageTests {

    private static final String PATH = "/editions/check";

    private static ScoringPlatform.Instance scoring;
    private static Visitor visitor;

    @BeforeAll
    static void start() {
        scoring = EditionPageTests.ready();
        visitor = new Visitor(scoring.url());
    }

    @AfterAll
    static void stop() {
        scoring.close();
    }

    /** The example of a draft. */
    static String draft() {
        try {
            return Files.readString(Path.of("../samples/editions/2026-draft.yml"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The same with two faults, one of them in its third threshold. */
    static String faulty() {
        return draft().replace("percent: 85", "percent: 60").replace("[EVAL2]", "[EVAL9]");
    }

    private static Visitor.Page check(String file, String against) {
        return visitor.post(PATH, Map.of("file", file, "against", against), "Accept-Language", "en");
    }

    @Test
    void tellsInWordsWhatADraftChanges() {
        var page = check(draft(), "2022-r1");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Edition 2026-draft has no faults")
                .contains("What differs from 2022-r1")
                .containsPattern("DM2: statements that have to hold</b> <span class=\"tag tag--open\">stricter</span>")
                .contains(">3 of 5<", ">4 of 5<")
                .containsPattern("BF3: evidence of the kind [a-z]+</b> <span class=\"tag tag--open\">stricter</span>")
                .contains("at least 1, not older than 24 months")
                .containsPattern("Criterion CI3</b> <span class=\"tag tag--plain\">dropped</span>")
                .containsPattern("EVAL3: to be met before</b> <span class=\"tag tag--open\">stricter</span>");
        assertThat(page.header("Set-Cookie")).isEmpty();
        assertThat(visitor.post(
                                PATH + "?lang=es",
                                Map.of("file", draft(), "against", "2022-r1"),
                                "Accept-Language",
                                "es")
                        .text())
                .contains("La edición 2026-draft no tiene errores")
                .contains("más estricto")
                .contains("Criterio CI3</b>");
    }

    @Test
    void namesEveryFaultWithItsLineAndQuotesIt() {
        var page = check(faulty(), "2022-r1");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("<title>There is a problem")
                .contains("<a href=\"#file\">The file has 2 faults.")
                .containsPattern("Line \\d+</b>, <span class=\"code\">thresholds\\[2]")
                .contains("<pre><code>- {level: PLATINUM, percent: 60}</code></pre>")
                .containsPattern("<pre><code>[^<]*\\[EVAL9]")
                .contains("- {level: SILVER, percent: 51}")
                .doesNotContain("What differs from");
    }

    @Test
    void givesTheFileBackAsItCame() {
        var file = "\n# one & <two>\r\n\tid: x";

        assertThat(check(file, "").text()).contains(">\n\n# one &amp; &lt;two&gt;\r\n\tid: x</textarea>");
    }

    @Test
    void asksForTheFileIfThereIsNone() {
        var page = check("  \n", "2022-r1");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("<a href=\"#file\">Paste the file of the edition here.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a [1]\nb: *a",
                "!!java.net.URL [http://localhost]",
                "id: x\n--- \nid: y",
                "\u0000",
                "{{{{{{{{{{{{{{{{{{{{{{{{{{{{",
                "- <script>alert(1)</script>: *x"
            })
    void refusesHostileFilesAsFaults(String hostile) {
        var page = check(hostile, "");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("There is a problem").doesNotContain("<script");
    }

    @Test
    void answersWithAPageWhatIsTooLargeOrAsksForNonsense() throws Exception {
        var large = check("#" + "x".repeat(256 * 1024), "");
        var nonsense = check(draft(), "../x");

        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text()).contains("larger than we accept");
        assertThat(nonsense.status()).isEqualTo(422);
        assertThat(nonsense.text()).contains("cannot be understood");
        assertThat(inPieces("file=" + "x".repeat(300 * 1024))).isEqualTo(413);
    }

    /** Status of an answer to a body that does not say how long it is. */
    private static int inPieces(String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(scoring.url() + PATH))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body)));
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void publishesNothing() {
        var before = ScoringPlatform.all(Topics.EDITION).size();

        check(draft().replace("id: 2026-draft", "id: page-check"), "");

        assertThat(ScoringPlatform.all(Topics.EDITION)).hasSize(before);
        assertThat(visitor.get("/editions/page-check").status()).isEqualTo(404);
    }

    @Test
    void comparesWithTheEditionOfTheSameNameUnlessToldOtherwise() {
        var own = draft().replace("id: 2026-draft", "id: 2022-r1");

        assertThat(check(own, "").text()).contains("What differs from 2022-r1");
        assertThat(check(draft(), "").text()).doesNotContain("What differs from");
        assertThat(visitor.get("/editions").text()).contains("href=\"/editions/check\"");
    }
}
