package org.citycertification.review.reviewcase.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.citycertification.review.certification.domain.CertificationLevel;
import org.citycertification.review.certification.domain.City;
import org.citycertification.review.reviewcase.domain.AutomaticResult;
import org.citycertification.review.reviewcase.domain.CriterionCode;
import org.citycertification.review.reviewcase.domain.DecidedCase;
import org.citycertification.review.reviewcase.domain.Gap;
import org.citycertification.review.reviewcase.domain.ReviewCase;
import org.citycertification.review.reviewcase.domain.Scorecard;
import org.citycertification.review.reviewcase.domain.Sight;
import org.citycertification.review.reviewcase.domain.Threshold;
import org.citycertification.review.reviewcase.domain.UnderReview;
import org.jspecify.annotations.Nullable;

/** A case as one person may see it. */
record CaseView(
        UUID caseId,
        String state,
        UUID submissionId,
        long submissionVersion,
        int round,
        CityView city,
        String editionId,
        String editionHash,
        String contentHash,
        Instant receivedAt,
        List<ThresholdView> thresholds,
        Provisional provisional,
        List<ResultView> results,
        List<RoundView.FindingView> ownFindings,
        List<String> differences,
        List<RoundView> rounds,
        @Nullable DecisionView decision) {

    record CityView(
            String id,
            String name,
            String country,
            @Nullable String subdivision) {}

    record ThresholdView(String level, int percent) {}

    /** The automatic score; with every unanswered criterion met it would be {@code highestPossible}. */
    record Provisional(
            int met,
            int outOf,
            int notAnswered,
            int highestPossible,
            @Nullable String level) {}

    record ResultView(
            String criterion,
            String area,
            String areaName,
            String title,
            String outcome,
            boolean met,
            String rule,
            @Nullable Boolean claimed,
            List<String> ticked,
            List<String> evidence,
            List<Gap> gaps) {

        static ResultView of(AutomaticResult result) {
            return new ResultView(
                    result.criterion().value(),
                    result.area(),
                    result.areaName(),
                    result.title(),
                    result.outcome().name(),
                    result.met(),
                    result.rule(),
                    result.claimed(),
                    result.ticked(),
                    result.evidence(),
                    result.gaps());
        }
    }

    static CaseView of(ReviewCase reviewCase, Sight sight) {
        Scorecard card = reviewCase.file().scorecard();
        City city = card.city();
        return new CaseView(
                reviewCase.file().id().value(),
                reviewCase.fold(open -> "OPEN", decided -> "DECIDED"),
                card.submissionId().value(),
                card.submissionVersion(),
                reviewCase.tag().round(),
                new CityView(city.id().value(), city.name(), city.country(), city.subdivision()),
                card.editionId(),
                card.editionHash(),
                card.contentHash(),
                card.receivedAt(),
                card.thresholds().all().stream().map(CaseView::threshold).toList(),
                provisional(card),
                card.results().stream().map(ResultView::of).toList(),
                RoundView.findings(reviewCase.current().findingsOf(sight.person())),
                differences(reviewCase, sight),
                reviewCase.rounds().stream()
                        .map(round -> RoundView.of(reviewCase, round, sight))
                        .toList(),
                decision(reviewCase));
    }

    private static ThresholdView threshold(Threshold threshold) {
        return new ThresholdView(threshold.level().name(), threshold.percent());
    }

    private static Provisional provisional(Scorecard card) {
        var score = card.provisionalScore();
        return new Provisional(
                score.met(),
                score.outOf(),
                card.notAnswered(),
                score.met() + card.notAnswered(),
                name(card.provisionalLevel()));
    }

    private static List<String> differences(ReviewCase reviewCase, Sight sight) {
        if (!sight.seesOthers(reviewCase, reviewCase.current())) {
            return List.of();
        }
        List<CriterionCode> codes = reviewCase.fold(UnderReview::differences, decided -> List.of());
        return codes.stream().map(CriterionCode::value).toList();
    }

    private static @Nullable DecisionView decision(ReviewCase reviewCase) {
        DecidedCase decided = reviewCase instanceof DecidedCase closed ? closed : null;
        return decided == null ? null : DecisionView.of(decided);
    }

    static @Nullable String name(@Nullable CertificationLevel level) {
        return level == null ? null : level.name();
    }
}
