package org.citycertification.intake.submission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.citycertification.intake.edition.domain.EditionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanonicalAssessmentTests {
    private static final Evidence POLICY =
            new Evidence("policy", "Política \"A\"", "https://city.example/a", LocalDate.of(2026, 3, 31));
    private static final Evidence MINUTES = new Evidence("minutes", "Acta\\1", "https://city.example/m", null);

    @Test
    void writesTheOneText() {
        var assessment = assessment(
                new Answer("LC1", false, List.of(), List.of(), null),
                new Answer("DM1", true, List.of("DM1.b", "DM1.a"), List.of(POLICY, MINUTES), "a\tb\n\u0001é😀/"));

        assertThat(assessment.canonicalText())
                .isEqualTo("{\"answers\":[{\"checklist\":[\"DM1.a\",\"DM1.b\"],\"comment\":\"a\\tb\\n\\u0001é😀/\","
                        + "\"criterion\":\"DM1\",\"evidence\":["
                        + "{\"kind\":\"minutes\",\"label\":\"Acta\\\\1\",\"link\":\"https://city.example/m\"},"
                        + "{\"date\":\"2026-03-31\",\"kind\":\"policy\",\"label\":\"Política \\\"A\\\"\","
                        + "\"link\":\"https://city.example/a\"}],\"met\":true},"
                        + "{\"checklist\":[],\"criterion\":\"LC1\",\"evidence\":[],\"met\":false}],"
                        + "\"editionId\":\"2022-r1\"}");
    }

    @Test
    void keepsItsHashFromOneReleaseToTheNext() {
        var assessment = assessment(new Answer("DM1", true, List.of("DM1.a"), List.of(POLICY), null));

        assertThat(ContentHash.of(assessment.canonicalText()).value())
                .isEqualTo("2a1586ff1badf5cba611a205053876963d63658cf33f6c2577148959b69094e2");
    }

    @Test
    void doesNotDependOnTheOrderOfAnything() {
        var one = assessment(answer("DM1", null, "DM1.a", "DM1.b"), answer("DM2", null));
        var other = assessment(answer("DM2", null), answer("DM1", null, "DM1.b", "DM1.a"));

        assertThat(one.canonicalText()).isEqualTo(other.canonicalText());
        assertThat(new Answer("DM1", true, List.of(), List.of(POLICY, MINUTES), null))
                .isEqualTo(new Answer("DM1", true, List.of(), List.of(MINUTES, POLICY), null));
    }

    @Test
    void dependsOnEverythingThatIsSaid() {
        var base = assessment(new Answer("DM1", true, List.of("DM1.a"), List.of(POLICY), "c"));

        assertThat(List.of(
                        assessment(new Answer("DM1", false, List.of("DM1.a"), List.of(POLICY), "c")),
                        assessment(new Answer("DM2", true, List.of("DM1.a"), List.of(POLICY), "c")),
                        assessment(new Answer("DM1", true, List.of(), List.of(POLICY), "c")),
                        assessment(new Answer("DM1", true, List.of("DM1.a"), List.of(MINUTES), "c")),
                        assessment(new Answer("DM1", true, List.of("DM1.a"), List.of(POLICY), "C")),
                        assessment(new Answer("DM1", true, List.of("DM1.a"), List.of(POLICY), null)),
                        new Assessment(new EditionId("2022-r2"), base.answers())))
                .extracting(Assessment::canonicalText)
                .doesNotHaveDuplicates()
                .doesNotContain(base.canonicalText());
    }

    private static Answer answer(String criterion, @Nullable String comment, String... items) {
        return new Answer(criterion, true, List.of(items), List.of(), comment);
    }

    private static Assessment assessment(Answer... answers) {
        return new Assessment(new EditionId("2022-r1"), List.of(answers));
    }
}
