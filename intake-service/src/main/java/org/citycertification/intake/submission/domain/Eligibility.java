package org.citycertification.intake.submission.domain;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.citycertification.intake.city.domain.CityRecord;
import org.citycertification.intake.edition.domain.Edition;

/** Who may take part under an edition: read from the city's record, never from what it submits. */
public final class Eligibility {
    private Eligibility() {}

    /** Every rule that the city does not satisfy; none if it may take part. */
    public static List<RuleRefusal> refusals(CityRecord city, Edition edition) {
        return Stream.of(population(city, edition), country(city, edition))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<RuleRefusal> population(CityRecord city, Edition edition) {
        int count = city.population().count();
        if (count >= edition.minimumPopulation()) {
            return Optional.empty();
        }
        String message = "The city's record counts %d inhabitants (%d, %s); edition %s asks for %d or more."
                .formatted(
                        count,
                        city.population().year(),
                        city.population().source(),
                        edition.id(),
                        edition.minimumPopulation());
        return Optional.of(new RuleRefusal(
                "minimum-population", edition.minimumPopulation() + " or more", String.valueOf(count), message));
    }

    private static Optional<RuleRefusal> country(CityRecord city, Edition edition) {
        if (edition.countries().contains(city.country())) {
            return Optional.empty();
        }
        String message = "The city's record says country %s, which is not among the countries of edition %s."
                .formatted(city.country(), edition.id());
        return Optional.of(new RuleRefusal(
                "country", String.join(" ", new TreeSet<>(edition.countries())), city.country(), message));
    }
}
