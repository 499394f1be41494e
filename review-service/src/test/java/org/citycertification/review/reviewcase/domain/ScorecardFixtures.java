package org.citycertification.review.reviewcase.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.citycertification.review.certification.domain.CertificationLevel;
import org.citycertification.review.certification.domain.City;
import org.citycertification.review.certification.domain.CityId;

/** Scorecards of an invented edition with 43 criteria in 8 areas, of which the first ones are met. */
public final class ScorecardFixtures {

    public static final City CAMBRIDGE = new City(new CityId("us-ma-cambridge"), "Cambridge", "US", "US-MA");
    public static final City CORDOBA = new City(new CityId("ar-x-cordoba"), "C\u00f3rdoba", "AR", "AR-X");
    public static final PersonId SUBMITTER = new PersonId("person-cambridge");
    public static final SubmissionId SUBMISSION =
            new SubmissionId(UUID.fromString("5e1ec7ed-0000-4000-8000-000000000001"));
    public static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
    public static final Thresholds THRESHOLDS = new Thresholds(List.of(
            new Threshold(CertificationLevel.SILVER, 51),
            new Threshold(CertificationLevel.GOLD, 68),
            new Threshold(CertificationLevel.PLATINUM, 85)));

    private static final List<String> AREAS = List.of("DM", "LC", "OD", "PA", "BF", "RDC", "CI", "EVAL");
    private static final List<Integer> SIZES = List.of(9, 7, 4, 5, 3, 8, 3, 4);

    private ScorecardFixtures() {}

    /** Version 1 of Cambridge's submission with so many criteria met. */
    public static Scorecard met(int met) {
        return met(SUBMISSION, 1, CAMBRIDGE, met);
    }

    public static Scorecard met(SubmissionId submission, long version, City city, int met) {
        return new Scorecard(
                submission,
                version,
                "rolling",
                city,
                List.of(UUID.fromString("c0117ac7-0000-4000-8000-000000000001")),
                SUBMITTER,
                MORNING,
                "0f".repeat(32),
                "2022-r1",
                "ed".repeat(32),
                THRESHOLDS,
                null,
                results(met));
    }

    private static List<AutomaticResult> results(int met) {
        List<AutomaticResult> results = new ArrayList<>();
        for (int area = 0; area < AREAS.size(); area++) {
            for (int number = 1; number <= SIZES.get(area); number++) {
                results.add(result(AREAS.get(area), number, results.size() < met));
            }
        }
        return results;
    }

    private static AutomaticResult result(String area, int number, boolean met) {
        String code = area + number;
        List<Gap> gaps = met
                ? List.of()
                : List.of(new Gap("CHECKLIST_SHORT", 1, 2, List.of(code + ".b"), code + " lacks one checklist item."));
        return new AutomaticResult(
                new CriterionCode(code),
                area,
                "Area " + area,
                "Title of " + code,
                met ? AutomaticOutcome.MET : AutomaticOutcome.NOT_MET,
                code + ".checklist",
                true,
                List.of(code + ".a"),
                List.of("https://city.example/" + code),
                gaps);
    }
}
