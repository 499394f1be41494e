package org.citycertification.scoring.edition.domain;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may be certified under an edition.
 *
 * @param minimumPopulation smallest population that is admitted, itself included
 * @param countries admitted countries and territories, ISO 3166-1 alpha-2
 */
public record Eligibility(int minimumPopulation, Set<String> countries) {

    public Eligibility {
        countries = Collections.unmodifiableSet(new TreeSet<>(countries));
        Violation.refuse(EditionRules.all(
                EditionRules.atLeast(0, new Placed<>("minimumPopulation", minimumPopulation), "the population"),
                EditionRules.countries(Placed.in("countries", List.copyOf(countries)))));
    }
}
