package org.citycertification.review.reviewcase.web;

import java.time.Instant;
import java.util.List;
import org.citycertification.review.reviewcase.domain.Approval;
import org.citycertification.review.reviewcase.domain.Findings;
import org.citycertification.review.reviewcase.domain.PersonId;
import org.citycertification.review.reviewcase.domain.Return;
import org.citycertification.review.reviewcase.domain.ReviewCase;
import org.citycertification.review.reviewcase.domain.Round;
import org.citycertification.review.reviewcase.domain.Sight;
import org.jspecify.annotations.Nullable;

/**
 * A round as one person may see it.
 *
 * @param othersShown whether findings and approvals of others in this round are among those listed
 */
record RoundView(
        int round,
        long submissionVersion,
        boolean current,
        boolean othersShown,
        List<PersonFindings> findings,
        List<ApprovalView> approvals,
        @Nullable ReturnView returned) {

    record FindingView(String criterion, boolean met, String reason) {}

    record PersonFindings(String person, List<FindingView> findings) {}

    record ReturnView(String person, String reason, Instant at) {}

    record ApprovalView(
            String person,
            boolean own,
            boolean confirmed,
            String outcome,
            @Nullable String note,
            Instant at,
            List<FindingView> findings) {

        static ApprovalView of(Approval approval, PersonId viewer) {
            var note = approval.note();
            return new ApprovalView(
                    approval.person().value(),
                    approval.person().equals(viewer),
                    approval.confirmsAutomatic(),
                    approval.outcomeHash(),
                    note == null ? null : note.text(),
                    approval.at(),
                    RoundView.findings(approval.findings()));
        }
    }

    static RoundView of(ReviewCase reviewCase, Round round, Sight sight) {
        boolean others = sight.seesOthers(reviewCase, round);
        return new RoundView(
                round.tag().round(),
                round.tag().submissionVersion(),
                round.equals(reviewCase.current()),
                others,
                round.findings().entrySet().stream()
                        .filter(entry -> others || entry.getKey().equals(sight.person()))
                        .map(entry -> new PersonFindings(entry.getKey().value(), findings(entry.getValue())))
                        .toList(),
                round.approvals().stream()
                        .filter(approval -> others || approval.person().equals(sight.person()))
                        .map(approval -> ApprovalView.of(approval, sight.person()))
                        .toList(),
                returned(round.returned()));
    }

    private static @Nullable ReturnView returned(@Nullable Return end) {
        return end == null
                ? null
                : new ReturnView(end.person().value(), end.reason().text(), end.at());
    }

    static List<FindingView> findings(Findings findings) {
        return findings.all().stream()
                .map(finding -> new FindingView(
                        finding.criterion().value(),
                        finding.met(),
                        finding.reason().text()))
                .toList();
    }
}
