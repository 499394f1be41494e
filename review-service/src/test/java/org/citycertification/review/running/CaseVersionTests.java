package org.citycertification.review.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycertification.review.running.RunningReview.finding;
import static org.citycertification.review.running.Staff.reviewer;

import java.util.List;
import java.util.UUID;
import org.citycertification.review.certification.domain.City;
import org.citycertification.review.reviewcase.RecordUnscored;
import org.citycertification.review.reviewcase.domain.ScorecardFixtures;
import org.citycertification.review.reviewcase.domain.SubmissionId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What further versions of a submission do to its case. */
class CaseVersionTests {

    private final RunningReview review = RunningReview.shared();

    @Test
    void letsANewVersionVoidApprovalsAndAnUnscoredOneChangeNothing() {
        var submission = new SubmissionId(UUID.randomUUID());
        City city = RunningReview.aCity();
        UUID id = review.receive(ScorecardFixtures.met(submission, 1, city, 30));
        review.findings("ana", id, finding("DM1", false));
        review.approve(reviewer("ana"), id, "1-1");
        review.receive(ScorecardFixtures.met(submission, 2, city, 37));
        review.bean(RecordUnscored.class).record(submission, 3, "The edition is not known.");

        Answer shown = review.get(reviewer("ana"), "/api/cases/" + id);
        assertThat(shown.etag()).isEqualTo("\"2-2\"");
        assertThat(shown.json().path("provisional").path("level").asString()).isEqualTo("PLATINUM");
        assertThat(shown.json().path("ownFindings")).isEmpty();
        assertThat(review.approve(reviewer("luis"), id, "1-1").status()).isEqualTo(412);
        assertThat(review.approve(reviewer("luis"), id, "2-2")
                        .json()
                        .path("result")
                        .asString())
                .isEqualTo("WAITING");
        review.approve(reviewer("ana"), id, "2-2");
        review.receive(ScorecardFixtures.met(submission, 4, city, 1));
        JsonNode decided = review.get(reviewer("ana"), "/api/cases/" + id).json();
        assertThat(decided.path("decision").path("level").asString()).isEqualTo("PLATINUM");
        assertThat(decided.path("submissionVersion").asInt()).isEqualTo(2);
        assertThat(acts(id))
                .containsExactly(
                        "case-opened",
                        "findings-recorded",
                        "outcome-approved",
                        "version-replaced",
                        "not-scored",
                        "outcome-approved",
                        "outcome-approved",
                        "decision-released",
                        "version-ignored");
    }

    @Test
    void recordsAnUnscoredSubmissionWithoutACase() {
        var submission = new SubmissionId(UUID.randomUUID());
        review.bean(RecordUnscored.class).record(submission, 1, "The edition is not known.");

        assertThat(review.get(Staff.coordinator(), "/api/cases?submissionId=" + submission.value())
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(ReviewDatabase.column(
                        "select reason from unscored_version where submission_id = '" + submission.value() + "'"))
                .containsExactly("The edition is not known.");
        UUID id = review.receive(ScorecardFixtures.met(submission, 2, RunningReview.aCity(), 30));
        assertThat(review.get(reviewer("ana"), "/api/cases/" + id).etag()).isEqualTo("\"2-1\"");
    }

    private static List<String> acts(UUID id) {
        return ReviewDatabase.column("select act from audit_entry where subject = '" + id + "' order by sequence");
    }
}
