package org.citycertification.review.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.citycertification.review.certification.domain.City;
import org.citycertification.review.reviewcase.RecordUnscored;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.ScorecardFixtures;
import org.citycertification.review.reviewcase.domain.SubmissionId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every incoming event in every state of a case, with the trail's last act, the state and the version under review after it. */
@Tag("adapters")
class CaseEventTableTests {

    private final RunningReview review = RunningReview.shared();
    private final City city = RunningReview.aCity();
    private final SubmissionId submission = new SubmissionId(UUID.randomUUID());
    private final UUID caseId = CaseId.of(submission).value();

    @ParameterizedTest(name = "{0} and {1}: {2}, then {3}")
    @CsvSource(textBlock = """
                    NONE,    SCORED,         case-opened,      OPEN 1
                    NONE,    NOT_SCORED,     not-scored,       none
                    OPEN,    SCORED_LATER,   version-replaced, OPEN 2
                    OPEN,    SCORED_AGAIN,   version-ignored,  OPEN 1
                    OPEN,    NOT_SCORED,     not-scored,       OPEN 1
                    DECIDED, SCORED_LATER,   version-ignored,  DECIDED 1
                    DECIDED, SCORED_AGAIN,   version-ignored,  DECIDED 1
                    DECIDED, NOT_SCORED,     not-scored,       DECIDED 1""")
    void answersEveryEvent(String state, String event, String lastAct, String after) {
        bringTo(state);
        long published = published();
        apply(event);

        assertThat(ReviewDatabase.column(
                        "select act from audit_entry where subject = '" + caseId + "' order by sequence desc limit 1"))
                .containsExactly(lastAct);
        assertThat(String.join(
                        "",
                        ReviewDatabase.column(
                                "select state || ' ' || submission_version from review_case where case_id = '" + caseId
                                        + "'")))
                .isEqualTo(after.equals("none") ? "" : after);
        assertThat(published() - published).isEqualTo(lastAct.equals("case-opened") ? 1 : 0);
    }

    private void bringTo(String state) {
        if (!state.equals("NONE")) {
            apply("SCORED");
        }
        if (state.equals("DECIDED")) {
            review.approve(Staff.reviewer("ana"), caseId, "1-1");
            review.approve(Staff.reviewer("luis"), caseId, "1-1");
        }
    }

    private void apply(String event) {
        switch (event) {
            case "SCORED", "SCORED_AGAIN" -> review.receive(ScorecardFixtures.met(submission, 1, city, 30));
            case "SCORED_LATER" -> review.receive(ScorecardFixtures.met(submission, 2, city, 37));
            case "NOT_SCORED" -> review.bean(RecordUnscored.class).record(submission, 3, "The edition is not known.");
            default -> throw new IllegalArgumentException(event);
        }
    }

    private long published() {
        return ReviewDatabase.column("select published_events from review_case where case_id = '" + caseId + "'")
                .stream()
                .mapToLong(Long::parseLong)
                .sum();
    }
}
