package org.citycertification.review.reviewcase.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.citycertification.review.reviewcase.domain.Approved;
import org.citycertification.review.reviewcase.domain.CriterionCode;
import org.jspecify.annotations.Nullable;

/**
 * What an approval led to.
 *
 * @param result {@code WAITING} for a second person, {@code DIFFERENT} from all others of the round, or {@code DECIDED}
 * @param confirmed whether this approval confirms the automatic results as they are
 * @param outcome names the outcome approved
 * @param differences criteria on which the approvals of the round differ
 */
record ApprovedView(
        UUID caseId,
        String result,
        boolean confirmed,
        String outcome,
        Instant approvedAt,
        List<String> differences,
        @Nullable DecisionView decision) {

    static ApprovedView of(UUID caseId, Approved approved) {
        if (approved instanceof Approved.Agreed agreed) {
            return view(caseId, "DECIDED", approved, List.of(), DecisionView.of(agreed.reviewCase()));
        }
        if (approved instanceof Approved.Differing differing) {
            List<String> criteria =
                    differing.criteria().stream().map(CriterionCode::value).toList();
            return view(caseId, "DIFFERENT", approved, criteria, null);
        }
        return view(caseId, "WAITING", approved, List.of(), null);
    }

    private static ApprovedView view(
            UUID caseId, String result, Approved approved, List<String> differences, @Nullable DecisionView decision) {
        var approval = approved.approval();
        return new ApprovedView(
                caseId,
                result,
                approval.confirmsAutomatic(),
                approval.outcomeHash(),
                approval.at(),
                differences,
                decision);
    }
}
