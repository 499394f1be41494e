package org.citycertification.intake.submission.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycertification.intake.submission.domain.SubmissionFixtures.opened;
import static org.citycertification.intake.submission.domain.SubmissionFixtures.released;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citycertification.intake.submission.domain.Outcome.Moved;
import org.citycertification.intake.submission.domain.TimelineEntry.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionStateTests {
    private static final Map<String, SubmissionState> STATES = Map.of(
            "RECEIVED",
            SubmissionState.RECEIVED,
            "UNDER_REVIEW",
            SubmissionState.UNDER_REVIEW,
            "CERTIFIED GOLD",
            SubmissionState.decided(CertificationLevel.GOLD),
            "NOT_CERTIFIED",
            SubmissionState.decided(null));
    private static final Map<String, CaseNews> NEWS = Map.of(
            "opened", opened(),
            "released GOLD", released(30, CertificationLevel.GOLD),
            "released SILVER", released(29, CertificationLevel.SILVER),
            "released none", released(20, null));

    private static final String TABLE = """
            RECEIVED       | opened          | MOVED_TO_UNDER_REVIEW
            RECEIVED       | released GOLD   | MOVED_TO_CERTIFIED
            RECEIVED       | released SILVER | MOVED_TO_CERTIFIED
            RECEIVED       | released none   | MOVED_TO_NOT_CERTIFIED
            UNDER_REVIEW   | opened          | NO_EFFECT_KNOWN
            UNDER_REVIEW   | released GOLD   | MOVED_TO_CERTIFIED
            UNDER_REVIEW   | released SILVER | MOVED_TO_CERTIFIED
            UNDER_REVIEW   | released none   | MOVED_TO_NOT_CERTIFIED
            CERTIFIED GOLD | opened          | NO_EFFECT_TOO_LATE
            CERTIFIED GOLD | released GOLD   | NO_EFFECT_KNOWN
            CERTIFIED GOLD | released SILVER | NO_EFFECT_CONTRADICTS_DECISION
            CERTIFIED GOLD | released none   | NO_EFFECT_CONTRADICTS_DECISION
            NOT_CERTIFIED  | opened          | NO_EFFECT_TOO_LATE
            NOT_CERTIFIED  | released GOLD   | NO_EFFECT_CONTRADICTS_DECISION
            NOT_CERTIFIED  | released SILVER | NO_EFFECT_CONTRADICTS_DECISION
            NOT_CERTIFIED  | released none   | NO_EFFECT_KNOWN""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = TABLE)
    void makesOfEachPieceOfNewsWhatTheTableSays(String state, String news, String outcome) {
        assertThat(NEWS.get(news).meets(STATES.get(state)).label()).isEqualTo(outcome);
    }

    @Test
    void hasEveryPairInTheTable() {
        var pairs = new ArrayList<String>();
        STATES.keySet().forEach(state -> NEWS.keySet().forEach(news -> pairs.add(state + "|" + news)));

        assertThat(TABLE.lines().map(line -> line.replaceAll(" *\\| *", "|").replaceAll("\\|[A-Z_]*$", "")))
                .containsExactlyInAnyOrderElementsOf(pairs);
        assertThat(NEWS.values()).hasAtLeastOneElementOfType(CaseNews.Opened.class);
        assertThat(CaseNews.class.getPermittedSubclasses()).hasSize(2);
        assertThat(SubmissionState.class.getPermittedSubclasses()).hasSize(4);
    }

    @Test
    void keepsTheCityFromSendingAnotherUntilItIsDecided() {
        assertThat(List.of(SubmissionState.RECEIVED, SubmissionState.UNDER_REVIEW))
                .allMatch(SubmissionState::isOpen);
        assertThat(List.of(SubmissionState.decided(CertificationLevel.GOLD), SubmissionState.decided(null)))
                .noneMatch(SubmissionState::isOpen);
    }

    @Test
    void putsTheResultOnTheTimeline() {
        assertThat(SubmissionState.RECEIVED.on(opened()))
                .isEqualTo(new Moved(
                        SubmissionState.UNDER_REVIEW,
                        new TimelineEntry(
                                SubmissionFixtures.NOON,
                                Step.REVIEW_BEGAN,
                                new Tally(30, 43, CertificationLevel.GOLD))));
        assertThat(SubmissionState.UNDER_REVIEW.on(released(20, null)))
                .isEqualTo(new Moved(
                        SubmissionState.decided(null),
                        new TimelineEntry(SubmissionFixtures.NOON, Step.DECIDED, new Tally(20, 43, null))));
    }
}
