package org.citycertification.review.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.citycertification.review.running.Staff.reviewer;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.ScorecardFixtures;
import org.citycertification.review.reviewcase.domain.SubmissionId;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.scoring.v1.OutcomeGateResult;
import org.citycertification.schemas.scoring.v1.ScorecardEvent;
import org.citycertification.schemas.standard.v1.Rounding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Review derives levels without rounding and without a gate; a scorecard for which that would be wrong waits. */
class WaitingScorecardTests {

    private static ReviewTopics topics;

    private final RunningReview review = RunningReview.shared();
    private final UUID submission = UUID.randomUUID();
    private final ScorecardEvent event =
            ScorecardEvents.scored(ScorecardFixtures.met(new SubmissionId(submission), 1, RunningReview.aCity(), 30));

    @BeforeAll
    static void connect() {
        RunningReview.shared();
        topics = new ReviewTopics(RunningReview.platform());
    }

    @AfterAll
    static void disconnect() {
        topics.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"NEAREST", "CEILING", "UNKNOWN"})
    void waitsWhereAShareIsRoundedInAnotherWay(Rounding rounding) {
        event.getScored().put("rounding", rounding);

        send();

        assertThat(reasonToWait()).isEqualTo("The scorecard rounds by " + rounding + ", which this build does not do");
        assertThat(statusOfTheCase()).isEqualTo(404);
    }

    @Test
    void waitsWhileTheOutcomeGateIsClosed() {
        event.getScored().put("outcomeGate", new OutcomeGateResult(2, 1, List.of()));

        send();

        assertThat(reasonToWait()).isEqualTo("The scorecard has a closed outcome gate, which this build does not heed");
        assertThat(statusOfTheCase()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXACT", "FLOOR"})
    void opensACaseWhereTheLevelIsTheSameWithoutThem(Rounding rounding) {
        event.getScored().put("rounding", rounding);
        event.getScored().put("outcomeGate", new OutcomeGateResult(2, 2, List.of()));

        send();

        await().atMost(Duration.ofSeconds(60)).until(() -> statusOfTheCase() == 200);
        assertThat(parked()).isEmpty();
    }

    private void send() {
        topics.send(Topics.SCORECARD, submission.toString(), event);
    }

    private String reasonToWait() {
        await().atMost(Duration.ofSeconds(60)).until(() -> !parked().isEmpty());
        return parked().get(0);
    }

    private List<String> parked() {
        return ReviewDatabase.column("select reason from parked where message_key = '" + submission + "'");
    }

    private int statusOfTheCase() {
        var caseId = CaseId.of(new SubmissionId(submission)).value();
        return review.get(reviewer("ana"), "/api/cases/" + caseId).status();
    }
}
