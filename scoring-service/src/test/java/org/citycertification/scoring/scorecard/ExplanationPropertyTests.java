package org.citycertification.scoring.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EditionWording;
import org.citycertification.scoring.edition.domain.Language;
import org.citycertification.scoring.scorecard.domain.Answer;
import org.citycertification.scoring.scorecard.domain.Assessment;
import org.citycertification.scoring.scorecard.domain.CriterionResult;
import org.citycertification.scoring.scorecard.domain.Outcome;
import org.citycertification.scoring.scorecard.domain.Scorecard;
import org.citycertification.scoring.scorecard.domain.Shortfall;
import org.citycertification.scoring.scorecard.domain.Shortfall.PrerequisiteUnmet;
import org.junit.jupiter.api.Test;

/** What holds for every assessment, over two thousand generated ones. */
class ExplanationPropertyTests {

    private static final int RUNS = 2_000;

    private record Case(long seed, Edition edition, Assessment assessment, Scorecard scorecard) {
        static Case of(long seed) {
            var generated = new Generated(seed);
            var edition = generated.edition();
            var assessment = generated.assessment(edition);
            return new Case(seed, edition, assessment, Scorecard.of(edition, assessment));
        }

        Explanation in(Language language) {
            var wording = EditionWording.of(edition, Stream.empty(), language);
            return ExplainScorecard.explain(PublishedEdition.of(edition), wording, scorecard);
        }
    }

    private static Stream<Case> cases() {
        return Stream.iterate(1L, seed -> seed <= RUNS, seed -> seed + 1).map(Case::of);
    }

    @Test
    void addsUpToTheScore() {
        cases().forEach(each -> {
            for (var language : Language.values()) {
                var explanation = each.in(language);
                assertThat(explanation.points())
                        .as("seed %d", each.seed())
                        .isEqualTo(each.scorecard().score().met());
                assertThat(explanation.results())
                        .hasSize(each.scorecard().score().outOf())
                        .allSatisfy(reason -> assertThat(reason.points() == 1)
                                .isEqualTo(reason.missing().isEmpty()));
            }
        });
    }

    @Test
    void comesAcrossEveryOutcomeAndEverySortOfShortfall() {
        var outcomes = EnumSet.noneOf(Outcome.class);
        Set<Class<?>> shortfalls = new HashSet<>();
        cases().flatMap(each -> each.scorecard().results().stream()).forEach(result -> {
            outcomes.add(result.outcome());
            result.shortfalls().forEach(shortfall -> shortfalls.add(shortfall.getClass()));
        });

        assertThat(outcomes).containsExactlyInAnyOrder(Outcome.values());
        assertThat(shortfalls).containsExactlyInAnyOrder(Shortfall.class.getPermittedSubclasses());
    }

    @Test
    void namesBlockersWhoseOwnRulesDoNotHold() {
        cases().forEach(each -> {
            var results = each.scorecard().results().stream()
                    .collect(Collectors.toMap(CriterionResult::criterion, result -> result));
            results.values().stream()
                    .flatMap(result -> result.shortfalls().stream())
                    .filter(PrerequisiteUnmet.class::isInstance)
                    .map(PrerequisiteUnmet.class::cast)
                    .forEach(unmet -> assertThat(unmet.causes())
                            .as("seed %d: %s", each.seed(), unmet)
                            .isNotEmpty()
                            .allSatisfy(cause ->
                                    assertThat(hasOwnShortfall(results, cause)).isTrue()));
        });
    }

    private static boolean hasOwnShortfall(Map<CriterionCode, CriterionResult> results, CriterionCode code) {
        var result = results.get(code);
        return result != null
                && result.shortfalls().stream().anyMatch(shortfall -> !(shortfall instanceof PrerequisiteUnmet));
    }

    @Test
    void liesBetweenMetAndAttainable() {
        cases().forEach(each -> {
            var score = each.scorecard().score();
            assertThat(score.attainable()).isBetween(score.met(), score.outOf());
            assertThat(score.notAnswered() > 0 || score.attainable() == score.met())
                    .isTrue();
        });
    }

    @Test
    void neverFallsWhenOneMoreCriterionIsAnswered() {
        cases().forEach(each -> {
            var answers = new ArrayList<Answer>(each.assessment().answers().values());
            if (!answers.isEmpty()) {
                answers.remove(0);
                var fewer = Scorecard.of(
                        each.edition(), Assessment.of(answers, each.assessment().asOf()));
                assertThat(fewer.score().met())
                        .isLessThanOrEqualTo(each.scorecard().score().met());
                assertThat(fewer.score().attainable())
                        .isGreaterThanOrEqualTo(each.scorecard().score().attainable());
            }
        });
    }
}
