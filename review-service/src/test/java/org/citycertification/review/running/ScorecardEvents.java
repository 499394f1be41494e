package org.citycertification.review.running;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.citycertification.review.certification.domain.City;
import org.citycertification.review.reviewcase.domain.AutomaticResult;
import org.citycertification.review.reviewcase.domain.Scorecard;
import org.citycertification.schemas.intake.v1.CityRecord;
import org.citycertification.schemas.scoring.v1.CriterionOutcome;
import org.citycertification.schemas.scoring.v1.CriterionResult;
import org.citycertification.schemas.scoring.v1.Gap;
import org.citycertification.schemas.scoring.v1.GapKind;
import org.citycertification.schemas.scoring.v1.NotScored;
import org.citycertification.schemas.scoring.v1.ScorecardEvent;
import org.citycertification.schemas.scoring.v1.SubmissionScored;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.citycertification.schemas.standard.v1.Threshold;

/** Scorecards as scoring would publish them; the same input gives the same event. */
final class ScorecardEvents {

    private ScorecardEvents() {}

    static ScorecardEvent scored(Scorecard card) {
        var level = card.provisionalLevel();
        var scored = SubmissionScored.newBuilder()
                .setCityId(card.city().id().value())
                .setCycleId(card.cycleId())
                .setCity(city(card.city()))
                .setContactIds(card.contactIds())
                .setSubmittedBy(card.submittedBy().value())
                .setReceivedAt(card.receivedAt())
                .setContentHash(card.contentHash())
                .setEditionId(card.editionId())
                .setEditionHash(card.editionHash())
                .setMet(card.provisionalScore().met())
                .setNotAnswered(card.notAnswered())
                .setOutOf(card.provisionalScore().outOf())
                .setProvisionalLevel(level == null ? null : CertificationLevel.valueOf(level.name()))
                .setThresholds(card.thresholds().all().stream()
                        .map(threshold -> new Threshold(
                                CertificationLevel.valueOf(threshold.level().name()), threshold.percent()))
                        .toList())
                .setValidityMonths(card.validityMonths())
                .setResults(card.results().stream().map(ScorecardEvents::result).toList())
                .build();
        return envelope(card.submissionId().value(), card.submissionVersion())
                .setScored(scored)
                .build();
    }

    static ScorecardEvent notScored(UUID submission, long version) {
        return envelope(submission, version)
                .setNotScored(new NotScored("The edition is not known."))
                .build();
    }

    private static ScorecardEvent.Builder envelope(UUID submission, long version) {
        String name = submission + "/" + version;
        return ScorecardEvent.newBuilder()
                .setEventId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))
                .setOccurredAt(org.citycertification.review.reviewcase.domain.ScorecardFixtures.MORNING)
                .setSubmissionId(submission)
                .setVersion(version);
    }

    private static CityRecord city(City city) {
        return CityRecord.newBuilder()
                .setName(city.name())
                .setCountry(city.country())
                .setSubdivision(city.subdivision())
                .setPopulation(118_403)
                .setPopulationYear(2020)
                .setPopulationSource("an invented count")
                .build();
    }

    private static CriterionResult result(AutomaticResult result) {
        List<Gap> gaps = result.gaps().stream()
                .map(gap -> new Gap(GapKind.valueOf(gap.kind()), gap.have(), gap.need(), gap.items(), gap.text()))
                .toList();
        return CriterionResult.newBuilder()
                .setCriterion(result.criterion().value())
                .setArea(result.area())
                .setAreaName(result.areaName())
                .setTitle(result.title())
                .setOutcome(CriterionOutcome.valueOf(result.outcome().name()))
                .setRule(result.rule())
                .setClaimed(result.claimed())
                .setTicked(result.ticked())
                .setEvidence(result.evidence())
                .setGaps(gaps)
                .build();
    }
}
