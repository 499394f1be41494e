package org.citycertification.review.reviewcase.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.citycertification.review.certification.domain.CertificationLevel;
import org.citycertification.review.certification.domain.City;
import org.jspecify.annotations.Nullable;

/**
 * The machine's evaluation of one version of a submission: the automatic results that people confirm or overturn.
 *
 * @param submissionVersion 1, 2, 3 in the order of the city's versions
 * @param contactIds contacts of the city that are written to
 * @param submittedBy who sent this version
 * @param contentHash SHA-256 of the assessment
 * @param editionHash content hash of the edition it was scored against
 * @param validityMonths how long a certification lasts, {@code null} for no end
 * @param results one for each criterion, in the order of the edition
 */
public record Scorecard(
        SubmissionId submissionId,
        long submissionVersion,
        String cycleId,
        City city,
        List<UUID> contactIds,
        PersonId submittedBy,
        Instant receivedAt,
        String contentHash,
        String editionId,
        String editionHash,
        Thresholds thresholds,
        @Nullable Integer validityMonths,
        List<AutomaticResult> results) {

    public Scorecard {
        contactIds = List.copyOf(contactIds);
        results = List.copyOf(results);
        Set<CriterionCode> codes = new HashSet<>();
        for (AutomaticResult result : results) {
            if (!codes.add(result.criterion())) {
                throw new IllegalArgumentException(
                        "Criterion " + result.criterion().value() + " is on the scorecard twice");
            }
        }
    }

    public Optional<AutomaticResult> result(CriterionCode criterion) {
        return results.stream()
                .filter(result -> result.criterion().equals(criterion))
                .findFirst();
    }

    /** The score before people have judged. */
    public Score provisionalScore() {
        return ValidatedResults.of(this, Findings.NONE).score();
    }

    /** The level before people have judged; {@code null} below the first threshold. */
    public @Nullable CertificationLevel provisionalLevel() {
        return thresholds.levelOf(provisionalScore());
    }

    /** Criteria without an answer; the score could be up to this much higher. */
    public int notAnswered() {
        return (int) results.stream()
                .filter(result -> result.outcome() == AutomaticOutcome.NOT_ANSWERED)
                .count();
    }
}
