package org.citycertification.review.reviewcase.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The judging of one version of the submission, until people agree, return it, or a new version comes.
 *
 * @param findings by reviewer
 * @param approvals in the order they were given
 * @param returned how it ended, {@code null} if it was not returned
 */
public record Round(
        CaseTag tag,
        Map<PersonId, Findings> findings,
        List<Approval> approvals,
        @Nullable Return returned) {

    public Round {
        findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
        approvals = List.copyOf(approvals);
    }

    public static Round first(CaseTag tag) {
        return new Round(tag, Map.of(), List.of(), null);
    }

    public Findings findingsOf(PersonId person) {
        return findings.getOrDefault(person, Findings.NONE);
    }

    public Optional<Approval> approvalOf(PersonId person) {
        return approvals.stream()
                .filter(approval -> approval.person().equals(person))
                .findFirst();
    }

    Round with(Approval approval) {
        List<Approval> more = new java.util.ArrayList<>(approvals);
        more.add(approval);
        return new Round(tag, findings, more, returned);
    }

    Round with(PersonId person, Findings changed) {
        Map<PersonId, Findings> all = new LinkedHashMap<>(findings);
        if (changed.isEmpty()) {
            all.remove(person);
        } else {
            all.put(person, changed);
        }
        return new Round(tag, all, approvals, returned);
    }

    Round with(Return end) {
        return new Round(tag, findings, approvals, end);
    }

    /** The next round on the same version: findings go on, approvals do not. */
    Round next() {
        return new Round(new CaseTag(tag.submissionVersion(), tag.round() + 1), findings, List.of(), null);
    }
}
