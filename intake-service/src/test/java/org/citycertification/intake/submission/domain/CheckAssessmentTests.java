package org.citycertification.intake.submission.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycertification.intake.submission.domain.SubmissionFixtures.EDITION;
import static org.citycertification.intake.submission.domain.SubmissionFixtures.answer;
import static org.citycertification.intake.submission.domain.SubmissionFixtures.evidence;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.citycertification.intake.form.domain.Checked;
import org.citycertification.intake.submission.domain.AssessmentForm.AnswerForm;
import org.citycertification.intake.submission.domain.AssessmentForm.EvidenceForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckAssessmentTests {

    @Test
    void readsASoundForm() {
        var form = form(new AnswerForm(
                "DM1",
                true,
                List.of("DM1.b", "DM1.a"),
                List.of(evidence("https://city.example/a")),
                "Our words.\nTwo lines."));

        var checked = CheckAssessment.check(form, EDITION);

        var answer = new Answer(
                "DM1",
                true,
                List.of("DM1.a", "DM1.b"),
                List.of(SubmissionFixtures.policy("https://city.example/a")),
                "Our words.\nTwo lines.");
        assertThat(checked).isEqualTo(new Checked.Sound<>(new Assessment(EDITION.id(), List.of(answer))));
    }

    @Test
    void collectsTheFlawsOfAllAnswers() {
        var form = form(
                answer("DM9"),
                answer("DM1"),
                answer("DM1"),
                new AnswerForm("DM2", null, List.of("DM1.a", "DM2.a", "DM2.a"), null, null),
                new AnswerForm("LC1", true, null, List.of(evidence(null), evidence("ftp://city.example/a")), null));

        assertThat(flaws(form))
                .containsExactly(
                        "/answers/0/criterion unknown-criterion",
                        "/answers/2/criterion duplicate-criterion",
                        "/answers/3/met required",
                        "/answers/3/checklist/0 unknown-checklist-item",
                        "/answers/3/checklist/2 duplicate-checklist-item",
                        "/answers/4/evidence/0/link evidence-without-link",
                        "/answers/4/evidence/1/link not-a-web-address");
    }

    @Test
    void asksForAnswers() {
        assertThat(flaws(new AssessmentForm("2022-r1", null))).containsExactly("/answers required");
        assertThat(flaws(new AssessmentForm("2022-r1", List.of()))).containsExactly("/answers required");
        assertThat(flaws(new AssessmentForm("2022-r1", Collections.singletonList(null))))
                .containsExactly("/answers/0 required");
        assertThat(flaws(form(new AnswerForm(null, true, null, null, null))))
                .containsExactly("/answers/0/criterion unknown-criterion");
        assertThat(flaws(form(new AnswerForm(
                        "DM1", true, Collections.singletonList(null), Collections.singletonList(null), null))))
                .containsExactly("/answers/0/checklist/0 unknown-checklist-item", "/answers/0/evidence/0 required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://city.example/a",
                "http://city.example",
                "HTTPS://city.example/a?b=c#d",
                "https://ciudad.example:8443/pol%C3%ADtica"
            })
    void acceptsWebAddresses(String link) {
        assertThat(flaws(withEvidence(evidence(link)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "city.example/a",
                "//city.example/a",
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "ftp://city.example/a",
                "mailto:ana@city.example",
                "https:city.example",
                "https:///a",
                "https://user:secret@city.example/a",
                "https://city.example/a b",
                "https://city.example/a\r\nX: y",
                "https://city.example/\u0000",
                "https://city.example/\u0085",
                "https://city.example/<script>"
            })
    void refusesOtherLinks(String link) {
        assertThat(flaws(withEvidence(evidence(link)))).containsExactly("/answers/0/evidence/0/link not-a-web-address");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void refusesEvidenceWithoutALink(String link) {
        assertThat(flaws(withEvidence(evidence(link))))
                .containsExactly("/answers/0/evidence/0/link evidence-without-link");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-3-1", "31.03.2026", "2026-03-31T00:00:00Z", "", "+12026-03-31"})
    void refusesDatesThatAreNone(String date) {
        var evidence = new EvidenceForm("policy", "Data policy", "https://city.example/a", date);

        assertThat(flaws(withEvidence(evidence))).containsExactly("/answers/0/evidence/0/date not-a-date");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Policy", "a b", "1a", "política"})
    void refusesKindsThatAreNone(String kind) {
        var evidence = new EvidenceForm(kind, "Data policy", "https://city.example/a", null);

        assertThat(flaws(withEvidence(evidence))).containsExactly("/answers/0/evidence/0/kind not-a-kind");
    }

    @Test
    void refusesTheSameDocumentTwice() {
        assertThat(flaws(withEvidence(evidence("https://city.example/a"), evidence("https://city.example/a"))))
                .containsExactly("/answers/0/evidence/1 duplicate-evidence");
    }

    @Test
    void refusesTextsThatAreTooLong() {
        String link = "https://city.example/" + "a".repeat(2000);
        var evidence = new EvidenceForm("policy", "l".repeat(301), link, null);
        var form = form(new AnswerForm("DM1", true, null, List.of(evidence), "c".repeat(4001)));

        assertThat(flaws(form))
                .containsExactly(
                        "/answers/0/evidence/0/label too-long",
                        "/answers/0/evidence/0/link too-long",
                        "/answers/0/comment too-long");
    }

    @Test
    void refusesTextsThatNobodyCanRead() {
        var evidence = new EvidenceForm("policy", "two\nlines", "https://city.example/a", null);
        var form = form(new AnswerForm("DM1", true, null, List.of(evidence), "nul \u0000"));

        assertThat(flaws(form))
                .containsExactly(
                        "/answers/0/evidence/0/label unreadable-character", "/answers/0/comment unreadable-character");
    }

    @Test
    void refusesMoreEvidenceThanAnybodyReads() {
        var evidence = new EvidenceForm[21];
        Arrays.setAll(evidence, i -> evidence("https://city.example/" + i));

        assertThat(flaws(withEvidence(evidence))).containsExactly("/answers/0/evidence too-many");
    }

    @Test
    void namesAHundredFlawsAtMost() {
        var answers = new AnswerForm[500];
        Arrays.setAll(answers, i -> answer("XX" + i));

        assertThat(flaws(form(answers))).hasSize(100);
    }

    private static AssessmentForm withEvidence(EvidenceForm... evidence) {
        return form(new AnswerForm("DM1", true, null, List.of(evidence), null));
    }

    private static AssessmentForm form(AnswerForm... answers) {
        return new AssessmentForm("2022-r1", List.of(answers));
    }

    private static List<String> flaws(AssessmentForm form) {
        return CheckAssessment.check(form, EDITION) instanceof Checked.Flawed<Assessment> flawed
                ? flawed.flaws().stream()
                        .map(flaw -> flaw.pointer() + " " + flaw.code())
                        .toList()
                : List.of();
    }
}
