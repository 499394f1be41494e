package org.citycertification.review.reviewcase.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.ANA;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.ANA_BY_MACHINE;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.HASH;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.LUIS;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.MEI;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.accepted;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.approve;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.approvedBy;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.met;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.notMet;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.refused;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.withFindings;

import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.citycertification.review.certification.domain.CertificationLevel;
import org.junit.jupiter.api.Test;

class UnderReviewTests {

    private static final String OLD = "The minutes shown are older than a year.";
    private static final String NO_OWNER = "The policy names nobody who is responsible.";

    private final UnderReview opened = UnderReview.open(ScorecardFixtures.met(30));

    @Test
    void becomesSilverWith29WhenBothOverturnTheSameCriterion() {
        var first = approvedBy(withFindings(opened, ANA, notMet("DM1", OLD)), ANA);
        Decision decision = decisionOf(approve(withFindings(first, LUIS, notMet("DM1", NO_OWNER)), LUIS));

        assertThat(opened.file().scorecard().provisionalLevel()).isEqualTo(CertificationLevel.GOLD);
        assertThat(decision.score()).isEqualTo(new Score(29, 43));
        assertThat(decision.level()).isEqualTo(CertificationLevel.SILVER);
        assertThat(decision.confirmed()).isFalse();
        assertThat(decision.criteria().get(0).missing()).containsExactly(OLD, NO_OWNER);
        assertThat(decision.criteria().get(0).reason()).isEqualTo(OLD + " / " + NO_OWNER);
        assertThat(decision.criteria().get(0).automatic()).isTrue();
        assertThat(decision.areas().get(0)).isEqualTo(new DecidedArea("DM", "Area DM", new Score(8, 9)));
    }

    @Test
    void decidesNothingWhenOnlyOneOverturns() {
        var first = approvedBy(withFindings(opened, ANA, notMet("DM1", OLD)), ANA);

        assertThat(approve(first, LUIS))
                .asInstanceOf(InstanceOfAssertFactories.type(Approved.Differing.class))
                .extracting(Approved.Differing::criteria)
                .isEqualTo(List.of(new CriterionCode("DM1")));
    }

    @Test
    void letsAThirdPersonResolveADisagreement() {
        var split = approvedBy(approvedBy(withFindings(opened, ANA, notMet("DM1", OLD)), ANA), LUIS);
        Decision decision = decisionOf(approve(split, MEI));

        assertThat(decision.approvers()).containsExactly(LUIS.person(), MEI.person());
        assertThat(decision.confirmed()).isTrue();
        assertThat(decision.level()).isEqualTo(CertificationLevel.GOLD);
    }

    @Test
    void confirmsEveryAutomaticResultWhenNobodyDeparts() {
        Decision decision = decisionOf(approve(approvedBy(opened, ANA), LUIS));

        assertThat(decision.confirmed()).isTrue();
        assertThat(decision.score()).isEqualTo(new Score(30, 43));
        assertThat(decision.criteria()).allSatisfy(criterion -> {
            assertThat(criterion.reason()).isNull();
            assertThat(criterion.missing().isEmpty()).isEqualTo(criterion.met());
        });
        assertThat(decision.areas()).hasSize(8);
    }

    @Test
    void dropsTheGapsOfACriterionOverturnedToMet() {
        var first = approvedBy(withFindings(opened, ANA, met("EVAL4", OLD)), ANA);
        Decision decision = decisionOf(approve(withFindings(first, LUIS, met("EVAL4", OLD)), LUIS));

        DecidedCriterion last = decision.criteria().get(42);
        assertThat(last.missing()).isEmpty();
        assertThat(last.reason()).isEqualTo(OLD);
        assertThat(decision.score().met()).isEqualTo(31);
    }

    @Test
    void hasNoLevelBelowTheFirstThreshold() {
        Decision decision = decisionOf(approve(approvedBy(UnderReview.open(ScorecardFixtures.met(21)), ANA), LUIS));

        assertThat(decision.level()).isNull();
    }

    @Test
    void countsPeopleNotAccounts() {
        var first = approvedBy(opened, ANA);

        assertThat(refused(first.approve(ANA_BY_MACHINE, null, tag -> true, HASH, ScorecardFixtures.MORNING)))
                .isEqualTo(new Refusal.AlreadyApproved());
    }

    @Test
    void keepsFindingsFixedAfterTheirOwnersApproval() {
        var first = approvedBy(opened, ANA);

        assertThat(refused(first.recordFindings(ANA, List.of(), tag -> true)))
                .isEqualTo(new Refusal.FindingsAreFixed());
        assertThat(accepted(first.recordFindings(LUIS, List.of(notMet("DM1", OLD)), tag -> true))
                        .current()
                        .findingsOf(LUIS.person())
                        .all())
                .hasSize(1);
    }

    @Test
    void replacesOnlyTheirOwnersFindings() {
        var both = withFindings(withFindings(opened, ANA, notMet("DM1", OLD)), LUIS, notMet("DM2", OLD));
        var changed = withFindings(both, ANA, notMet("DM3", OLD));

        assertThat(changed.current().findingsOf(ANA.person()).all())
                .extracting(finding -> finding.criterion().value())
                .containsExactly("DM3");
        assertThat(changed.current().findingsOf(LUIS.person()).all())
                .extracting(finding -> finding.criterion().value())
                .containsExactly("DM2");
    }

    @Test
    void beginsANewRoundWithTheFindingsAndWithoutTheApprovals() {
        var first = approvedBy(withFindings(opened, ANA, notMet("DM1", OLD)), ANA);
        var next = accepted(first.giveBack(LUIS, NO_OWNER, tag -> true, ScorecardFixtures.MORNING));

        assertThat(next.tag()).isEqualTo(new CaseTag(1, 2));
        assertThat(next.current().approvals()).isEmpty();
        assertThat(next.current().findingsOf(ANA.person()).all()).hasSize(1);
        assertThat(next.file().past()).singleElement().satisfies(past -> {
            assertThat(past.approvals()).hasSize(1);
            assertThat(past.returned()).isNotNull();
        });
        assertThat(withFindings(next, ANA).current().findings()).isEmpty();
    }

    @Test
    void needsBothApprovalsAgainAfterAReturn() {
        var returned =
                accepted(approvedBy(opened, ANA).giveBack(LUIS, NO_OWNER, tag -> true, ScorecardFixtures.MORNING));

        assertThat(approve(returned, LUIS)).isInstanceOf(Approved.Waiting.class);
    }

    @Test
    void judgesANewVersionAfresh() {
        var first = approvedBy(withFindings(opened, ANA, notMet("DM1", OLD)), ANA);
        var replaced = first.replacedBy(
                ScorecardFixtures.met(ScorecardFixtures.SUBMISSION, 2, ScorecardFixtures.CAMBRIDGE, 37));

        assertThat(replaced.tag()).isEqualTo(new CaseTag(2, 2));
        assertThat(replaced.current().approvals()).isEmpty();
        assertThat(replaced.current().findings()).isEmpty();
        assertThat(replaced.file().scorecard().provisionalLevel()).isEqualTo(CertificationLevel.PLATINUM);
        assertThat(replaced.file().past()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> replaced.replacedBy(ScorecardFixtures.met(43)));
    }

    @Test
    void refusesANoteThatIsNotPlainAndKeepsOneThatIs() {
        assertThat(refused(opened.approve(ANA, "a\tb", tag -> true, HASH, ScorecardFixtures.MORNING)))
                .isInstanceOf(Refusal.UnusableText.class);
        assertThat(accepted(opened.approve(ANA, "  well shown ", tag -> true, HASH, ScorecardFixtures.MORNING))
                        .approval()
                        .note())
                .isEqualTo(new Note("well shown"));
        assertThat(accepted(opened.approve(ANA, "  ", tag -> true, HASH, ScorecardFixtures.MORNING))
                        .approval()
                        .note())
                .isNull();
    }

    private static Decision decisionOf(Approved approved) {
        assertThat(approved).isInstanceOf(Approved.Agreed.class);
        return ((Approved.Agreed) approved).reviewCase().decision();
    }
}
