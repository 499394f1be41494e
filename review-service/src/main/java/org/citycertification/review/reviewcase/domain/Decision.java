package org.citycertification.review.reviewcase.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citycertification.review.certification.domain.CertificationLevel;
import org.jspecify.annotations.Nullable;

/**
 * The outcome that enough people approved. The level is derived from the validated results, never given by anybody.
 *
 * @param criteria in the order of the edition
 * @param areas in the order of the edition
 * @param score criteria met after review
 * @param level reached, {@code null} below the first threshold
 * @param confirmed whether every automatic result was confirmed as it was
 * @param approvers who approved this outcome, in the order of their approvals
 */
public record Decision(
        List<DecidedCriterion> criteria,
        List<DecidedArea> areas,
        Score score,
        @Nullable CertificationLevel level,
        boolean confirmed,
        List<PersonId> approvers,
        Instant decidedAt) {

    public Decision {
        criteria = List.copyOf(criteria);
        areas = List.copyOf(areas);
        approvers = List.copyOf(approvers);
    }

    /** The decision that follows from approvals of one and the same outcome. */
    public static Decision of(Scorecard scorecard, List<Approval> agreeing, Instant decidedAt) {
        Findings findings = agreeing.get(0).findings();
        ValidatedResults results = ValidatedResults.of(scorecard, findings);
        return new Decision(
                scorecard.results().stream()
                        .map(automatic -> decided(automatic, agreeing, results))
                        .toList(),
                areas(scorecard, results),
                results.score(),
                scorecard.thresholds().levelOf(results.score()),
                findings.isEmpty(),
                agreeing.stream().map(Approval::person).toList(),
                decidedAt);
    }

    private static DecidedCriterion decided(
            AutomaticResult automatic, List<Approval> agreeing, ValidatedResults results) {
        boolean met = results.met(automatic.criterion());
        List<String> reasons = agreeing.stream()
                .flatMap(approval -> approval.findings().on(automatic.criterion()).stream())
                .map(finding -> finding.reason().text())
                .distinct()
                .toList();
        return new DecidedCriterion(
                automatic.criterion(),
                automatic.area(),
                automatic.title(),
                met,
                automatic.met(),
                reasons.isEmpty() ? null : String.join(" / ", reasons),
                missing(automatic, met, reasons));
    }

    private static List<String> missing(AutomaticResult automatic, boolean met, List<String> reasons) {
        if (met) {
            return List.of();
        }
        return automatic.met()
                ? reasons
                : automatic.gaps().stream().map(Gap::text).toList();
    }

    private static List<DecidedArea> areas(Scorecard scorecard, ValidatedResults results) {
        Map<String, DecidedArea> areas = new LinkedHashMap<>();
        for (AutomaticResult automatic : scorecard.results()) {
            var one = new DecidedArea(
                    automatic.area(), automatic.areaName(), new Score(results.met(automatic.criterion()) ? 1 : 0, 1));
            areas.merge(automatic.area(), one, Decision::sum);
        }
        return List.copyOf(areas.values());
    }

    private static DecidedArea sum(DecidedArea left, DecidedArea right) {
        return new DecidedArea(
                left.area(),
                left.name(),
                new Score(
                        left.score().met() + right.score().met(),
                        left.score().outOf() + right.score().outOf()));
    }
}
