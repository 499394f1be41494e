package org.citycertification.review.reviewcase.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.citycertification.review.certification.domain.CertificationLevel;
import org.citycertification.review.certification.domain.City;
import org.citycertification.review.certification.domain.CityId;
import org.citycertification.review.reviewcase.domain.AutomaticOutcome;
import org.citycertification.review.reviewcase.domain.AutomaticResult;
import org.citycertification.review.reviewcase.domain.CriterionCode;
import org.citycertification.review.reviewcase.domain.Gap;
import org.citycertification.review.reviewcase.domain.PersonId;
import org.citycertification.review.reviewcase.domain.Scorecard;
import org.citycertification.review.reviewcase.domain.SubmissionId;
import org.citycertification.review.reviewcase.domain.Threshold;
import org.citycertification.review.reviewcase.domain.Thresholds;
import org.jspecify.annotations.Nullable;

/** A scorecard as the JSON that the table keeps; its names stay when those of the domain change. */
record StoredScorecard(
        UUID submissionId,
        long submissionVersion,
        String cycleId,
        StoredCity city,
        List<UUID> contactIds,
        String submittedBy,
        Instant receivedAt,
        String contentHash,
        String editionId,
        String editionHash,
        List<StoredThreshold> thresholds,
        @Nullable Integer validityMonths,
        List<StoredResult> results) {

    record StoredCity(
            String id,
            String name,
            String country,
            @Nullable String subdivision) {}

    record StoredThreshold(String level, int percent) {}

    record StoredGap(String kind, int have, int need, List<String> items, String text) {}

    record StoredResult(
            String criterion,
            String area,
            String areaName,
            String title,
            String outcome,
            String rule,
            @Nullable Boolean claimed,
            List<String> ticked,
            List<String> evidence,
            List<StoredGap> gaps) {

        static StoredResult of(AutomaticResult result) {
            return new StoredResult(
                    result.criterion().value(),
                    result.area(),
                    result.areaName(),
                    result.title(),
                    result.outcome().name(),
                    result.rule(),
                    result.claimed(),
                    result.ticked(),
                    result.evidence(),
                    result.gaps().stream()
                            .map(gap -> new StoredGap(gap.kind(), gap.have(), gap.need(), gap.items(), gap.text()))
                            .toList());
        }

        AutomaticResult toResult() {
            return new AutomaticResult(
                    new CriterionCode(criterion),
                    area,
                    areaName,
                    title,
                    AutomaticOutcome.valueOf(outcome),
                    rule,
                    claimed,
                    ticked,
                    evidence,
                    gaps.stream()
                            .map(gap -> new Gap(gap.kind(), gap.have(), gap.need(), gap.items(), gap.text()))
                            .toList());
        }
    }

    static StoredScorecard of(Scorecard card) {
        City city = card.city();
        return new StoredScorecard(
                card.submissionId().value(),
                card.submissionVersion(),
                card.cycleId(),
                new StoredCity(city.id().value(), city.name(), city.country(), city.subdivision()),
                card.contactIds(),
                card.submittedBy().value(),
                card.receivedAt(),
                card.contentHash(),
                card.editionId(),
                card.editionHash(),
                card.thresholds().all().stream()
                        .map(threshold -> new StoredThreshold(threshold.level().name(), threshold.percent()))
                        .toList(),
                card.validityMonths(),
                card.results().stream().map(StoredResult::of).toList());
    }

    Scorecard toScorecard() {
        return new Scorecard(
                new SubmissionId(submissionId),
                submissionVersion,
                cycleId,
                new City(new CityId(city.id()), city.name(), city.country(), city.subdivision()),
                contactIds,
                new PersonId(submittedBy),
                receivedAt,
                contentHash,
                editionId,
                editionHash,
                new Thresholds(thresholds.stream()
                        .map(threshold ->
                                new Threshold(CertificationLevel.valueOf(threshold.level()), threshold.percent()))
                        .toList()),
                validityMonths,
                results.stream().map(StoredResult::toResult).toList());
    }
}
