package org.citycertification.scoring.edition.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of the standard as data. It cannot exist in a contradictory state, and once published under its id it
 * never changes. All texts are English; translations are kept elsewhere, keyed by codes and ids.
 *
 * @param illustrative true if the wording is ours and carries no official meaning
 * @param note what a reader has to know before taking the edition for something that it is not
 * @param validityMonths how long a certification lasts, at least 1; null is without end
 */
public record Edition(
        EditionId id,
        String name,
        boolean illustrative,
        String note,
        Thresholds thresholds,
        Eligibility eligibility,
        @Nullable Integer validityMonths,
        List<PracticeArea> areas) {

    public Edition {
        areas = List.copyOf(areas);
        if (validityMonths != null && validityMonths < 1) {
            throw new IllegalArgumentException("a certification must be valid for at least 1 month");
        }
        EditionConsistency.check(areas);
    }

    /** Every criterion, area by area in the order of the edition. */
    public List<Criterion> criteria() {
        return areas.stream().flatMap(area -> area.criteria().stream()).toList();
    }

    public Optional<Criterion> criterion(CriterionCode code) {
        return criteria().stream()
                .filter(criterion -> criterion.code().equals(code))
                .findFirst();
    }
}
