package org.citycertification.review.reviewcase.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One reviewer's departures, at most one for each criterion, sorted by its code. None at all confirms the machine. */
public record Findings(List<Finding> all) {

    public static final Findings NONE = new Findings(List.of());

    public Findings {
        List<Finding> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(finding -> finding.criterion().value()));
        Set<CriterionCode> codes = new HashSet<>();
        sorted.forEach(finding -> codes.add(finding.criterion()));
        if (codes.size() < sorted.size()) {
            throw new IllegalArgumentException("Two findings for one criterion");
        }
        all = List.copyOf(sorted);
    }

    public Optional<Finding> on(CriterionCode criterion) {
        return all.stream()
                .filter(finding -> finding.criterion().equals(criterion))
                .findFirst();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }
}
