package org.citycertification.scoring.edition.domain;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Who may be certified under an edition.
 *
 * @param minimumPopulation smallest population that is admitted, itself included
 * @param countries admitted countries and territories, ISO 3166-1 alpha-2
 */
public record Eligibility(int minimumPopulation, Set<String> countries) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    public Eligibility {
        countries = Collections.unmodifiableSet(new TreeSet<>(countries));
        if (minimumPopulation < 0) {
            throw new IllegalArgumentException("eligibility: the population cannot be below 0");
        }
        for (var country : countries) {
            if (!COUNTRY.matcher(country).matches()) {
                throw new IllegalArgumentException(
                        "eligibility: a country is two capital letters, but was '" + country + "'");
            }
        }
    }
}
