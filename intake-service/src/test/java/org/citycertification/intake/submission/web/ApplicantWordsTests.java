package org.citycertification.intake.submission.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.citycertification.intake.edition.domain.EditionId;
import org.citycertification.intake.submission.domain.CertificationLevel;
import org.citycertification.intake.submission.domain.SubmissionFixtures;
import org.citycertification.intake.submission.domain.SubmissionState;
import org.citycertification.intake.submission.domain.Tally;
import org.citycertification.intake.submission.domain.TimelineEntry;
import org.citycertification.intake.submission.domain.TimelineEntry.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApplicantWordsTests {

    @Test
    void saysWhatHappened() {
        assertThat(text(Step.RECEIVED, null)).startsWith("We received your assessment.");
        assertThat(text(Step.REVIEW_BEGAN, new Tally(30, 43, CertificationLevel.GOLD)))
                .isEqualTo("People have begun to review your assessment. By your answers alone 30 of 43 criteria would"
                        + " count, enough for Gold; the review may change this.");
        assertThat(text(Step.REVIEW_BEGAN, new Tally(21, 43, null))).contains("21 of 43", "not yet enough for a level");
        assertThat(text(Step.DECIDED, new Tally(29, 43, CertificationLevel.SILVER)))
                .isEqualTo("The reviewers decided: your city is certified at level Silver, with 29 of 43 criteria.");
        assertThat(text(Step.DECIDED, new Tally(21, 43, null))).contains("21 of 43", "roadmap");
    }

    @Test
    void saysWhatIsNextAndWhoDoesIt() {
        for (SubmissionState state : List.of(
                SubmissionState.RECEIVED,
                SubmissionState.UNDER_REVIEW,
                SubmissionState.decided(CertificationLevel.GOLD),
                SubmissionState.decided(null))) {
            assertThat(ApplicantWords.next(state, new EditionId("2022-r1")))
                    .as(state.name())
                    .isNotEmpty()
                    .allSatisfy(next -> {
                        assertThat(next.step()).isNotBlank().endsWith(".");
                        assertThat(next.by()).isNotBlank();
                    });
        }
        assertThat(ApplicantWords.next(SubmissionState.RECEIVED, new EditionId("2022-r1"))
                        .get(0)
                        .step())
                .contains("2022-r1");
    }

    @Test
    void speaksNoWordOfOurTrade() {
        var words = new StringBuilder();
        for (Step step : Step.values()) {
            words.append(text(step, new Tally(1, 2, null)))
                    .append(text(step, new Tally(2, 2, CertificationLevel.GOLD)));
        }
        for (SubmissionState state : List.of(SubmissionState.RECEIVED, SubmissionState.decided(null))) {
            ApplicantWords.next(state, new EditionId("2022-r1"))
                    .forEach(next -> words.append(next.step()).append(next.by()));
        }

        assertThat(words.toString().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("kafka", "topic", "event", "scorecard", "quorum", "payload", "queue", "null");
    }

    private static String text(Step step, @Nullable Tally tally) {
        return ApplicantWords.text(new TimelineEntry(SubmissionFixtures.NOON, step, tally));
    }
}
