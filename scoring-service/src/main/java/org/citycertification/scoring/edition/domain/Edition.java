package org.citycertification.scoring.edition.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of the standard as data. It cannot exist in a contradictory state, and once published under its id it
 * never changes. All texts are English, unless they are in its translations.
 *
 * @param illustrative true if the wording is ours and carries no official meaning
 * @param note what a reader has to know before taking the edition for something that it is not
 * @param outcomeGate what has to be reached besides the score; null is nothing
 * @param validityMonths how long a certification lasts, at least 1; null is without end
 * @param validFrom first day (UTC) on which cities may send assessments under it, as intake sees to; null is from its
 *     publication
 * @param recognition what people may award below the lowest threshold; no machine ever does; null is no such thing
 * @param translations texts in other languages that are as fixed as the rules; others may come from elsewhere
 */
public record Edition(
        EditionId id,
        String name,
        boolean illustrative,
        String note,
        Thresholds thresholds,
        @Nullable OutcomeGate outcomeGate,
        Eligibility eligibility,
        @Nullable Integer validityMonths,
        @Nullable LocalDate validFrom,
        @Nullable String recognition,
        List<PracticeArea> areas,
        List<Translation> translations) {

    public Edition {
        areas = List.copyOf(areas);
        translations = List.copyOf(translations);
        Violation.refuse(EditionRules.all(
                EditionRules.notEmpty("areas", areas.size(), "the edition has no areas"),
                EditionRules.distinct("area", Placed.in("areas", codes(areas))),
                EditionRules.distinct("language", Placed.in("translations", languages(translations)))));
        if (validityMonths != null) {
            Violation.refuse(
                    EditionRules.atLeast(1, new Placed<>("validityMonths", validityMonths), "the validity in months"));
        }
        var criteria = areas.stream().flatMap(area -> area.criteria().stream()).toList();
        var outcomes = outcomeGate == null ? List.<Criterion>of() : outcomeGate.outcomes();
        var outcomeCodes = outcomes.stream().map(Criterion::code).toList();
        Violation.refuse(CriteriaRules.violations(
                CriteriaRules.outlines(criteria), Placed.in("outcomeGate.outcomes", outcomeCodes)));
    }

    private static List<AreaCode> codes(List<PracticeArea> areas) {
        return areas.stream().map(PracticeArea::code).toList();
    }

    private static List<Language> languages(List<Translation> translations) {
        return translations.stream().map(Translation::language).toList();
    }

    /** Every criterion, area by area in the order of the edition. */
    public List<Criterion> criteria() {
        return areas.stream().flatMap(area -> area.criteria().stream()).toList();
    }

    /** Outcomes that are asked for besides the score. */
    public List<Criterion> outcomes() {
        return outcomeGate == null ? List.of() : outcomeGate.outcomes();
    }

    /** Everything that a city may answer: criteria, then outcomes. */
    public List<Criterion> answerable() {
        return Stream.concat(criteria().stream(), outcomes().stream()).toList();
    }

    public Optional<Criterion> criterion(CriterionCode code) {
        return answerable().stream()
                .filter(criterion -> criterion.code().equals(code))
                .findFirst();
    }

    /** Whether a rule asks how old evidence is, so that an assessment needs a day on which to measure. */
    public boolean looksAtAge() {
        return answerable().stream().anyMatch(Criterion::looksAtAge);
    }
}
