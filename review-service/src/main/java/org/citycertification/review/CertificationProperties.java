package org.citycertification.review;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.ZoneOffset;
import org.citycertification.review.certification.CohortYear;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How certifications are counted.
 *
 * @param cohortYear the cohort of all decisions from now on; without it the year of the decision, UTC
 */
@ConfigurationProperties("review.certification")
@Validated
record CertificationProperties(
        @Min(2000) @Max(2999) @Nullable Integer cohortYear) implements CohortYear {

    @Override
    public int of(Instant releasedAt) {
        Integer configured = cohortYear;
        return configured == null ? releasedAt.atZone(ZoneOffset.UTC).getYear() : configured;
    }
}
