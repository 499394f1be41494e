package org.citycertification.review.reviewcase;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.citycertification.review.audit.domain.Act;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.CaseTag;
import org.citycertification.review.reviewcase.domain.Finding;
import org.citycertification.review.reviewcase.domain.Findings;
import org.citycertification.review.reviewcase.domain.Reviewer;
import org.jspecify.annotations.Nullable;

/** The acts that a case's trail knows, and the facts that each carries. */
final class ReviewActs {

    static final String CASE_OPENED = "case-opened";
    static final String VERSION_REPLACED = "version-replaced";
    static final String VERSION_IGNORED = "version-ignored";
    static final String NOT_SCORED = "not-scored";
    static final String FINDINGS_RECORDED = "findings-recorded";
    static final String OUTCOME_APPROVED = "outcome-approved";
    static final String CASE_RETURNED = "case-returned";
    static final String DECISION_RELEASED = "decision-released";
    static final String CONFLICT_REFUSED = "conflict-refused";
    static final String CONFLICTED_LOOK = "conflicted-look-refused";
    static final String SECOND_APPROVAL_REFUSED = "second-approval-refused";
    static final String SCORING = "system:scoring";
    static final String REVIEW = "system:review";

    private ReviewActs() {}

    static Act bySystem(CaseId id, Instant at, String actor, String name, Map<String, String> details) {
        return new Act(id.value(), at, actor, name, details);
    }

    static Act byPerson(CaseId id, Instant at, Reviewer reviewer, String name, Map<String, String> details) {
        Map<String, String> all = new LinkedHashMap<>(details);
        all.put("account", reviewer.account());
        return new Act(id.value(), at, reviewer.person().value(), name, all);
    }

    /** Facts of something that was done on a state of the case. */
    static Map<String, String> on(CaseTag tag) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("submissionVersion", Long.toString(tag.submissionVersion()));
        details.put("round", Integer.toString(tag.round()));
        return details;
    }

    static Map<String, String> findings(CaseTag tag, Findings findings) {
        Map<String, String> details = on(tag);
        for (Finding finding : findings.all()) {
            details.put(
                    "finding." + finding.criterion().value(),
                    (finding.met() ? "met: " : "not met: ") + finding.reason().text());
        }
        return details;
    }

    static String orNone(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }
}
