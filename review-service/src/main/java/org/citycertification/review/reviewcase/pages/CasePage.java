package org.citycertification.review.reviewcase.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citycertification.review.certification.domain.CertificationLevel;
import org.citycertification.review.reviewcase.domain.AutomaticResult;
import org.citycertification.review.reviewcase.domain.CriterionCode;
import org.citycertification.review.reviewcase.domain.DecidedCase;
import org.citycertification.review.reviewcase.domain.Decision;
import org.citycertification.review.reviewcase.domain.ReviewCase;
import org.citycertification.review.reviewcase.domain.Score;
import org.citycertification.review.reviewcase.domain.Scorecard;
import org.citycertification.review.reviewcase.domain.Sight;
import org.citycertification.review.reviewcase.domain.UnderReview;
import org.jspecify.annotations.Nullable;

/**
 * A case as one person may see it, in the order of the page.
 *
 * @param score of the decision if there is one, else automatic
 * @param level likewise, {@code null} below the first threshold
 * @param approved whether this person has approved in the current round
 * @param differences criteria on which those who approved differ, as far as this person may know
 */
record CasePage(
        ReviewCase reviewCase,
        Scorecard card,
        @Nullable Decision decision,
        Score score,
        @Nullable CertificationLevel level,
        boolean approved,
        List<String> differences,
        List<AreaPart> areas,
        List<RoundPart> rounds) {

    /** One practice area. */
    record AreaPart(String code, String name, List<CriterionPart> criteria) {
        public long met() {
            return criteria.stream().filter(CriterionPart::met).count();
        }
    }

    static CasePage of(ReviewCase reviewCase, Sight sight, FindingsForm form) {
        Scorecard card = reviewCase.file().scorecard();
        Decision decision = reviewCase instanceof DecidedCase decided ? decided.decision() : null;
        return new CasePage(
                reviewCase,
                card,
                decision,
                decision == null ? card.provisionalScore() : decision.score(),
                decision == null ? card.provisionalLevel() : decision.level(),
                reviewCase.current().approvalOf(sight.person()).isPresent(),
                differences(reviewCase, sight),
                areas(card, decision, form),
                reviewCase.rounds().stream()
                        .map(round -> RoundPart.of(reviewCase, round, sight))
                        .toList());
    }

    public boolean open() {
        return decision == null;
    }

    private static List<String> differences(ReviewCase reviewCase, Sight sight) {
        if (!sight.seesOthers(reviewCase, reviewCase.current())) {
            return List.of();
        }
        List<CriterionCode> codes = reviewCase.fold(UnderReview::differences, decided -> List.of());
        return codes.stream().map(CriterionCode::value).toList();
    }

    private static List<AreaPart> areas(Scorecard card, @Nullable Decision decision, FindingsForm form) {
        Map<String, List<AutomaticResult>> byArea = new LinkedHashMap<>();
        card.results()
                .forEach(result -> byArea.computeIfAbsent(result.area(), area -> new ArrayList<>())
                        .add(result));
        return byArea.entrySet().stream()
                .map(area -> new AreaPart(
                        area.getKey(),
                        area.getValue().get(0).areaName(),
                        area.getValue().stream()
                                .map(result -> CriterionPart.of(result, decision, form))
                                .toList()))
                .toList();
    }
}
