package org.citycertification.review.reviewcase.messaging;

import java.util.List;
import org.citycertification.messaging.gate.UnknownKind;
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
import org.citycertification.schemas.intake.v1.CityRecord;
import org.citycertification.schemas.scoring.v1.CriterionOutcome;
import org.citycertification.schemas.scoring.v1.CriterionResult;
import org.citycertification.schemas.scoring.v1.ScorecardEvent;
import org.citycertification.schemas.scoring.v1.SubmissionScored;
import org.citycertification.schemas.standard.v1.Rounding;

/** Reads what scoring says. Sums that do not follow from the results are refused: the levels here are derived from them. */
final class ScorecardMapper {

    private ScorecardMapper() {}

    static Scorecard toScorecard(ScorecardEvent event, SubmissionScored scored) {
        refuseRulesThatWouldGiveAnotherLevelHere(scored);
        List<AutomaticResult> results =
                scored.getResults().stream().map(ScorecardMapper::toResult).toList();
        var scorecard = new Scorecard(
                new SubmissionId(event.getSubmissionId()),
                event.getVersion(),
                scored.getCycleId(),
                toCity(scored.getCityId(), scored.getCity()),
                scored.getContactIds(),
                new PersonId(scored.getSubmittedBy()),
                scored.getReceivedAt(),
                scored.getContentHash(),
                scored.getEditionId(),
                scored.getEditionHash(),
                toThresholds(scored),
                scored.getValidityMonths(),
                results);
        check(scored, scorecard);
        return scorecard;
    }

    /** Levels are derived here without rounding and without a gate; where that would be wrong, the case waits. */
    private static void refuseRulesThatWouldGiveAnotherLevelHere(SubmissionScored scored) {
        var rounding = scored.getRounding();
        if (rounding != null && rounding != Rounding.EXACT && rounding != Rounding.FLOOR) {
            throw new UnknownKind("The scorecard rounds by " + rounding + ", which this build does not do");
        }
        var gate = scored.getOutcomeGate();
        if (gate != null && gate.getMet() < gate.getRequired()) {
            throw new UnknownKind("The scorecard has a closed outcome gate, which this build does not heed");
        }
    }

    private static void check(SubmissionScored scored, Scorecard scorecard) {
        var score = scorecard.provisionalScore();
        if (score.met() != scored.getMet() || score.outOf() != scored.getOutOf()) {
            throw new IllegalArgumentException("The scorecard says %d of %d but its results say %d of %d"
                    .formatted(scored.getMet(), scored.getOutOf(), score.met(), score.outOf()));
        }
    }

    private static City toCity(String id, CityRecord city) {
        return new City(new CityId(id), city.getName(), city.getCountry(), city.getSubdivision());
    }

    private static Thresholds toThresholds(SubmissionScored scored) {
        return new Thresholds(scored.getThresholds().stream()
                .map(threshold -> new Threshold(toLevel(threshold.getLevel()), threshold.getPercent()))
                .toList());
    }

    private static CertificationLevel toLevel(org.citycertification.schemas.standard.v1.CertificationLevel level) {
        return switch (level) {
            case SILVER -> CertificationLevel.SILVER;
            case GOLD -> CertificationLevel.GOLD;
            case PLATINUM -> CertificationLevel.PLATINUM;
            case UNKNOWN ->
                throw new UnknownKind("The scorecard has a threshold for a level that this build does not know");
        };
    }

    private static AutomaticResult toResult(CriterionResult result) {
        return new AutomaticResult(
                new CriterionCode(result.getCriterion()),
                result.getArea(),
                result.getAreaName(),
                result.getTitle(),
                toOutcome(result.getOutcome()),
                result.getRule(),
                result.getClaimed(),
                result.getTicked(),
                result.getEvidence(),
                result.getGaps().stream()
                        .map(gap -> new Gap(
                                gap.getKind().name(), gap.getHave(), gap.getNeed(), gap.getItems(), gap.getText()))
                        .toList());
    }

    private static AutomaticOutcome toOutcome(CriterionOutcome outcome) {
        return switch (outcome) {
            case MET -> AutomaticOutcome.MET;
            case NOT_MET -> AutomaticOutcome.NOT_MET;
            case NOT_ANSWERED -> AutomaticOutcome.NOT_ANSWERED;
            case BLOCKED -> AutomaticOutcome.BLOCKED;
            case UNKNOWN -> throw new UnknownKind("The scorecard has an outcome that this build does not know");
        };
    }
}
