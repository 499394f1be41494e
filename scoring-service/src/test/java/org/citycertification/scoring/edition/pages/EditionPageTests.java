package org.citycertification.scoring.edition.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.citycertification.pages.testing.MessageBundles;
import org.citycertification.pages.testing.Visitor;
import org.citycertification.scoring.EditionApi;
import org.citycertification.scoring.ScoringPlatform;
import org.junit.jupiter.api.Test;

/** The standard as pages. */
class EditionPageTests {

    /** A service that knows its editions. */
    static ScoringPlatform.Instance ready() {
        var scoring = ScoringPlatform.start(EditionApi.trust());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> new Visitor(scoring.url()).get("/editions/2022-r1").status() == 200);
        return scoring;
    }

    @Test
    void showsTheWholeStandardToEveryoneWithAPlaceForEachCriterion() {
        try (var scoring = ready()) {
            var visitor = new Visitor(scoring.url());
            var page = visitor.get("/editions/2022-r1");

            assertThat(page.text())
                    .contains("id=\"DM3\"")
                    .contains("id=\"DM3.a\"")
                    .contains("At least 3 of these 4 statements hold:")
                    .contains("85% of the criteria")
                    .contains("30,000 people or more");
            assertThat(page.text().split("<article", -1)).hasSize(44);
            assertThat(page.header("Set-Cookie")).isEmpty();
            assertThat(page.header("Content-Security-Policy")).endsWith("form-action 'self'");
            assertThat(visitor.get("/").location()).endsWith("/editions");
            assertThat(visitor.get("/editions/2022-r1?lang=pt").text())
                    .contains("Quem pode se candidatar")
                    .contains("30.000 habitantes");
            assertThat(visitor.get("/editions/2022-r1?lang=es").text())
                    .contains("<span lang=\"es\">Intercambio de datos</span>")
                    .contains("<span lang=\"es\">Un procedimiento escrito dice cómo un área pide datos")
                    .doesNotContain("lang=\"en\">A written")
                    .doesNotContain("sin traducción están en inglés");
        }
    }

    @Test
    void answersForPagesAsPagesAndForTheApiAsBefore() {
        try (var scoring = ready()) {
            var visitor = new Visitor(scoring.url());

            assertThat(visitor.get("/editions/1999-r9").status()).isEqualTo(404);
            assertThat(visitor.get("/nothing", "Accept-Language", "es").text()).contains("Aquí no hay nada");
            assertThat(visitor.get("/api/editions/1999-r9").header("Content-Type"))
                    .isEqualTo("application/problem+json");
            assertThat(visitor.get("/assets/uswds/3.14.0/css/uswds.min.css").header("Cache-Control"))
                    .contains("max-age=31536000")
                    .contains("immutable");
        }
    }

    @Test
    void saysTheSameInThreeLanguages() {
        assertThat(MessageBundles.faults("messages/scoring")).isEmpty();
        assertThat(MessageBundles.unknownKeys(
                        Path.of("src/main/resources/templates"), "messages/scoring", "messages/pages"))
                .isEmpty();
    }
}
