package org.citycertification.review.reviewcase.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.ANA;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.FROM_CAMBRIDGE;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.HASH;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.LUIS;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.approvedBy;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.notMet;
import static org.citycertification.review.reviewcase.domain.ReviewerFixtures.withFindings;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command in every situation of an open case; a decided case has no method that a command could call. */
class CaseStateTableTests {

    private static final String REASON = "The minutes shown are older than a year.";

    @ParameterizedTest(name = "{0}, {1} by {2}: {3}")
    @CsvSource(textBlock = """
                    NEW,          findings, ana,      accepted
                    NEW,          approve,  ana,      Waiting
                    NEW,          return,   ana,      accepted
                    ONE_APPROVED, findings, ana,      FindingsAreFixed
                    ONE_APPROVED, findings, luis,     accepted
                    ONE_APPROVED, approve,  ana,      AlreadyApproved
                    ONE_APPROVED, approve,  luis,     Agreed
                    ONE_APPROVED, return,   ana,      accepted
                    ONE_APPROVED, return,   luis,     accepted
                    SPLIT,        findings, ana,      FindingsAreFixed
                    SPLIT,        findings, luis,     FindingsAreFixed
                    SPLIT,        approve,  ana,      AlreadyApproved
                    SPLIT,        approve,  luis,     AlreadyApproved
                    SPLIT,        approve,  mei,      Agreed
                    SPLIT,        return,   ana,      accepted
                    NEW,          findings, conflict, ConflictOfInterest
                    NEW,          approve,  conflict, ConflictOfInterest
                    NEW,          return,   conflict, ConflictOfInterest
                    ONE_APPROVED, approve,  conflict, ConflictOfInterest
                    SPLIT,        return,   conflict, ConflictOfInterest
                    NEW,          findings, outdated, Outdated
                    NEW,          approve,  outdated, Outdated
                    NEW,          return,   outdated, Outdated
                    ONE_APPROVED, approve,  outdated, Outdated
                    SPLIT,        return,   outdated, Outdated""")
    void answersEveryCommand(String state, String command, String who, String expected) {
        Predicate<CaseTag> basedOn = who.equals("outdated") ? tag -> false : tag -> tag.equals(new CaseTag(1, 1));
        Reviewer reviewer = who.equals("conflict")
                ? FROM_CAMBRIDGE
                : ReviewerFixtures.reviewer(who.equals("outdated") ? "zoe" : who);

        assertThat(outcome(in(state), command, reviewer, basedOn)).isEqualTo(expected);
    }

    private static String outcome(
            UnderReview reviewCase, String command, Reviewer reviewer, Predicate<CaseTag> basedOn) {
        return switch (command) {
            case "findings" -> named(reviewCase.recordFindings(reviewer, List.of(notMet("DM1", REASON)), basedOn));
            case "approve" ->
                reviewCase
                        .approve(reviewer, null, basedOn, HASH, ScorecardFixtures.MORNING)
                        .fold(
                                approved -> approved.getClass().getSimpleName(),
                                refusal -> refusal.getClass().getSimpleName());
            case "return" -> named(reviewCase.giveBack(reviewer, REASON, basedOn, ScorecardFixtures.MORNING));
            default -> throw new IllegalArgumentException(command);
        };
    }

    private static String named(Verdict<UnderReview> verdict) {
        return verdict.fold(changed -> "accepted", refusal -> refusal.getClass().getSimpleName());
    }

    private static UnderReview in(String state) {
        UnderReview opened = UnderReview.open(ScorecardFixtures.met(30));
        return switch (state) {
            case "NEW" -> opened;
            case "ONE_APPROVED" -> approvedBy(opened, ANA);
            case "SPLIT" -> approvedBy(approvedBy(withFindings(opened, ANA, notMet("DM1", REASON)), ANA), LUIS);
            default -> throw new IllegalArgumentException(state);
        };
    }
}
