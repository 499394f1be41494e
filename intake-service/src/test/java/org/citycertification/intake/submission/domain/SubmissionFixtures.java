package org.citycertification.intake.submission.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.citycertification.intake.city.domain.CityId;
import org.citycertification.intake.city.domain.CityRecord;
import org.citycertification.intake.city.domain.Population;
import org.citycertification.intake.edition.domain.Edition;
import org.citycertification.intake.edition.domain.EditionId;
import org.citycertification.intake.submission.domain.AssessmentForm.AnswerForm;
import org.citycertification.intake.submission.domain.AssessmentForm.EvidenceForm;
import org.jspecify.annotations.Nullable;

/** Constant pieces of submissions. */
public final class SubmissionFixtures {
    public static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    public static final CityId CITY = new CityId("us-ma-cambridge");
    public static final SubmissionId SUBMISSION = new SubmissionId(new UUID(1, 1));
    public static final Edition EDITION = new Edition(
            new EditionId("2022-r1"),
            Map.of("DM1", Set.of("DM1.a", "DM1.b"), "DM2", Set.of("DM2.a"), "LC1", Set.of("LC1.a")),
            30_000,
            Set.of("US", "UY"),
            null,
            null);

    private SubmissionFixtures() {}

    public static CityRecord city(String country, int population) {
        return new CityRecord("Cambridge", country, null, new Population(population, 2020, "Invented census"));
    }

    public static EvidenceForm evidence(@Nullable String link) {
        return new EvidenceForm("policy", "Data policy", link, "2026-03-31");
    }

    public static AnswerForm answer(String criterion) {
        return new AnswerForm(criterion, true, List.of(), List.of(), null);
    }

    public static Evidence policy(String link) {
        return new Evidence("policy", "Data policy", link, LocalDate.of(2026, 3, 31));
    }

    public static CaseNews.Opened opened() {
        return new CaseNews.Opened(
                new UUID(2, 1), new UUID(3, 1), SUBMISSION, CITY, NOON, new Tally(30, 43, CertificationLevel.GOLD));
    }

    public static CaseNews.Released released(int met, @Nullable CertificationLevel level) {
        var decision = new Decision(1, NOON, new Tally(met, 43, level), List.of(), List.of(), null);
        return new CaseNews.Released(new UUID(2, 2), new UUID(3, 1), SUBMISSION, CITY, NOON, decision);
    }
}
