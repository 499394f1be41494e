package org.citycertification.scoring.edition.pages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citycertification.scoring.edition.domain.Criterion;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.pages.DifferenceLine.Value;
import org.jspecify.annotations.Nullable;

/** What one edition says at a place that a difference names. */
final class RuleValues {

    /** An age that nothing is limited to; every limit in months is stricter. */
    private static final int ANY_AGE = Integer.MIN_VALUE;

    private final EditionPage page;
    private final Edition edition;

    RuleValues(EditionPage page) {
        this.page = page;
        this.edition = page.edition();
    }

    Value at(String place) {
        return switch (place) {
            case "rounding" ->
                Value.of("edition.rounding." + edition.thresholds().rounding().name());
            case "eligibility.minimumPopulation" ->
                Value.of("check.number", edition.eligibility().minimumPopulation());
            case "validityMonths" ->
                edition.validityMonths() == null
                        ? Value.of("check.endless")
                        : Value.of("check.number", edition.validityMonths());
            case "validFrom" ->
                edition.validFrom() == null ? Value.NOTHING : Value.of("check.text", page.day(edition.validFrom()));
            case "outcomeGate.required" ->
                edition.outcomeGate() == null
                        ? Value.NOTHING
                        : Value.of("check.number", edition.outcomeGate().required());
            default -> place.startsWith("thresholds.") ? percent(place) : ofCriterion(place);
        };
    }

    private Value percent(String place) {
        return edition.thresholds().rising().stream()
                .filter(threshold -> place.endsWith("." + threshold.level().name()))
                .map(threshold -> Value.of("edition.percent", threshold.percent()))
                .findFirst()
                .orElse(Value.NOTHING);
    }

    private Value ofCriterion(String place) {
        return criterion(place)
                .map(criterion -> ofCriterion(
                        criterion, place.substring(criterionCode(place).length())))
                .orElse(Value.NOTHING);
    }

    private Value ofCriterion(Criterion criterion, String part) {
        if (part.isEmpty()) {
            return Value.text(page.title(criterion));
        }
        if (part.equals(".required")) {
            return Value.of(
                    "check.ofItems",
                    criterion.checklist().required(),
                    criterion.checklist().items().size());
        }
        if (part.equals(".prerequisites")) {
            return criterion.prerequisites().isEmpty() ? Value.NOTHING : Value.of("check.text", codes(criterion));
        }
        if (part.startsWith(".evidence.")) {
            return criterion.evidence().stream()
                    .filter(rule -> part.endsWith("." + rule.kind()))
                    .map(rule -> aged(rule.count(), rule.freshMonths()))
                    .findFirst()
                    .orElse(Value.NOTHING);
        }
        return criterion.checklist().items().stream()
                .filter(item -> item.id().value().equals(criterion.code() + part))
                .map(item -> item.freshMonths() == null
                        ? Value.text(page.item(item))
                        : Value.of("check.itemAge", item.freshMonths()))
                .findFirst()
                .orElse(Value.NOTHING);
    }

    private static Value aged(int count, @Nullable Integer months) {
        return months == null ? Value.of("check.pieces", count) : Value.of("check.piecesAge", count, months);
    }

    private static String codes(Criterion criterion) {
        return criterion.prerequisites().stream()
                .sorted()
                .map(CriterionCode::value)
                .collect(Collectors.joining(", "));
    }

    List<CriterionCode> prerequisites(String place) {
        return criterion(place).map(Criterion::prerequisites).orElse(List.of());
    }

    /** Numbers that are higher where the rule is stricter; empty where strictness cannot be counted. */
    List<Integer> strictness(String place) {
        if (place.startsWith("thresholds.")) {
            return edition.thresholds().rising().stream()
                    .filter(threshold -> place.endsWith("." + threshold.level().name()))
                    .map(threshold -> threshold.percent())
                    .toList();
        }
        if (place.equals("eligibility.minimumPopulation")) {
            return List.of(edition.eligibility().minimumPopulation());
        }
        if (place.equals("outcomeGate.required")) {
            return edition.outcomeGate() == null
                    ? List.of()
                    : List.of(edition.outcomeGate().required());
        }
        return criterion(place).map(criterion -> strictness(criterion, place)).orElse(List.of());
    }

    private static List<Integer> strictness(Criterion criterion, String place) {
        if (place.endsWith(".required")) {
            return List.of(criterion.checklist().required());
        }
        for (var rule : criterion.evidence()) {
            if (place.equals(criterion.code() + ".evidence." + rule.kind())) {
                return List.of(rule.count(), age(rule.freshMonths()));
            }
        }
        for (var item : criterion.checklist().items()) {
            if (place.equals(item.id().value())) {
                return List.of(age(item.freshMonths()));
            }
        }
        return List.of();
    }

    private static int age(@Nullable Integer months) {
        return months == null ? ANY_AGE : -months;
    }

    private Optional<Criterion> criterion(String place) {
        var code = criterionCode(place);
        return edition.answerable().stream()
                .filter(criterion -> criterion.code().value().equals(code))
                .findFirst();
    }

    /** Code of the criterion that a place is about, for example {@code DM3} of {@code DM3.required}. */
    static String criterionCode(String place) {
        int dot = place.indexOf('.');
        return dot < 0 ? place : place.substring(0, dot);
    }
}
