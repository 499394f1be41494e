package org.citycertification.review.reviewcase.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.ANA;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.FROM_CAMBRIDGE;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.LUIS;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.MEI;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.SUBMITTER;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.accepted;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.approve;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.approvedBy;

import org.junit.jupiter.api.Test;

class SightTests {

    private final UnderReview opened = UnderReview.open(ScorecardFixtures.met(30));
    private final Sight ana = new Sight(ANA.person(), false);
    private final Sight luis = new Sight(LUIS.person(), false);
    private final Sight overseer = new Sight(MEI.person(), true);

    @Test
    void hidesOthersUntilTheViewerHasApproved() {
        var first = approvedBy(opened, ANA);

        assertThat(ana.seesOthers(first, first.current())).isTrue();
        assertThat(luis.seesOthers(first, first.current())).isFalse();
        assertThat(overseer.seesOthers(first, first.current())).isTrue();
    }

    @Test
    void showsEverythingOnceDecided() {
        var decided = ((Approved.Agreed) approve(approvedBy(opened, ANA), LUIS)).reviewCase();

        assertThat(new Sight(MEI.person(), false).seesOthers(decided, decided.current()))
                .isTrue();
        assertThat(luis.seesTrail(decided)).isTrue();
    }

    @Test
    void doesNotRewardAReturnWithALookAtWhatOthersApproved() {
        var returned = accepted(approvedBy(opened, ANA)
                .giveBack(LUIS, "I want to look at this again.", tag -> true, ScorecardFixtures.MORNING));
        Round past = returned.file().past().get(0);

        assertThat(luis.seesOthers(returned, past)).isFalse();
        assertThat(ana.seesOthers(returned, past)).isTrue();
        assertThat(ana.seesOthers(returned, returned.current())).isFalse();
    }

    @Test
    void keepsTheTrailOfAnOpenCaseFromReviewers() {
        assertThat(luis.seesTrail(opened)).isFalse();
        assertThat(overseer.seesTrail(opened)).isTrue();
    }

    @Test
    void findsAConflictInTheCityAndInEverybodyWhoSubmitted() {
        assertThat(opened.conflictOf(FROM_CAMBRIDGE)).contains(new Refusal.ConflictOfInterest("same-city"));
        assertThat(opened.conflictOf(SUBMITTER)).contains(new Refusal.ConflictOfInterest("submitter"));
        assertThat(opened.conflictOf(ANA)).isEmpty();
    }

    @Test
    void remembersWhoSentAnEarlierVersion() {
        var second = ScorecardFixtures.met(ScorecardFixtures.SUBMISSION, 2, ScorecardFixtures.CAMBRIDGE, 30);
        var replaced = opened.replacedBy(new Scorecard(
                second.submissionId(),
                2,
                second.cycleId(),
                second.city(),
                second.contactIds(),
                new PersonId("person-other"),
                second.receivedAt(),
                second.contentHash(),
                second.editionId(),
                second.editionHash(),
                second.thresholds(),
                null,
                second.results()));

        assertThat(replaced.conflictOf(SUBMITTER)).isPresent();
        assertThat(replaced.conflictOf(new Reviewer(new PersonId("person-other"), "other", null)))
                .isPresent();
    }
}
