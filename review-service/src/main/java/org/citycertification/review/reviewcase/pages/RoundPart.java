package org.citycertification.review.reviewcase.pages;

import java.util.List;
import org.citycertification.review.reviewcase.domain.Approval;
import org.citycertification.review.reviewcase.domain.Finding;
import org.citycertification.review.reviewcase.domain.PersonId;
import org.citycertification.review.reviewcase.domain.Return;
import org.citycertification.review.reviewcase.domain.ReviewCase;
import org.citycertification.review.reviewcase.domain.Round;
import org.citycertification.review.reviewcase.domain.Sight;
import org.jspecify.annotations.Nullable;

/**
 * Who has done what in one round, as far as this person may know.
 *
 * @param findings of people who have not approved yet
 * @param hidden whether others may have judged, unseen until this person has approved
 */
record RoundPart(
        int number,
        long version,
        List<Word> findings,
        List<Word> approvals,
        @Nullable Return returned,
        boolean ownReturn,
        boolean hidden) {

    /**
     * What one person judged.
     *
     * @param approval {@code null} if they have only recorded findings
     */
    record Word(
            String person,
            boolean own,
            List<Finding> findings,
            @Nullable Approval approval) {}

    static RoundPart of(ReviewCase reviewCase, Round round, Sight sight) {
        boolean others = sight.seesOthers(reviewCase, round);
        Return returned = round.returned();
        return new RoundPart(
                round.tag().round(),
                round.tag().submissionVersion(),
                findings(round, sight, others),
                round.approvals().stream()
                        .filter(approval -> others || approval.person().equals(sight.person()))
                        .map(approval ->
                                word(approval.person(), approval.findings().all(), approval, sight))
                        .toList(),
                returned,
                returned != null && returned.person().equals(sight.person()),
                !others);
    }

    private static List<Word> findings(Round round, Sight sight, boolean others) {
        return round.findings().entrySet().stream()
                .filter(entry -> others || entry.getKey().equals(sight.person()))
                .filter(entry -> round.approvalOf(entry.getKey()).isEmpty())
                .map(entry -> word(entry.getKey(), entry.getValue().all(), null, sight))
                .toList();
    }

    private static Word word(PersonId person, List<Finding> findings, @Nullable Approval approval, Sight sight) {
        return new Word(person.value(), person.equals(sight.person()), findings, approval);
    }
}
