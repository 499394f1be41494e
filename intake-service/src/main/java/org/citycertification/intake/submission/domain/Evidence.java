package org.citycertification.intake.submission.domain;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A document or link that supports an answer.
 *
 * @param kind what it is, in the words of the edition, e.g. policy
 * @param label its title as the city names it
 * @param link where it can be read; never fetched by a server
 */
public record Evidence(
        String kind, String label, String link, @Nullable LocalDate date) {
    static final Comparator<Evidence> ORDER = Comparator.comparing(Evidence::kind)
            .thenComparing(Evidence::link)
            .thenComparing(Evidence::label)
            .thenComparing(evidence -> String.valueOf(evidence.date()));
}
