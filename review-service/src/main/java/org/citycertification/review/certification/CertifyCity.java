package org.citycertification.review.certification;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.citycertification.review.certification.domain.Award;
import org.citycertification.review.certification.domain.Certification;
import org.citycertification.review.certification.domain.CertificationId;
import org.citycertification.review.certification.domain.CertificationLevel;
import org.citycertification.review.certification.domain.City;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns a released positive decision into the city's next certification. Two decisions of one city take turns on the row of
 * the city's standing, so each sees what the other made of it.
 */
public class CertifyCity {

    private final Certifications certifications;
    private final CertificationEvents events;
    private final CohortYear cohortYear;
    private final Supplier<UUID> ids;

    public CertifyCity(
            Certifications certifications, CertificationEvents events, CohortYear cohortYear, Supplier<UUID> ids) {
        this.certifications = certifications;
        this.events = events;
        this.cohortYear = cohortYear;
        this.ids = ids;
    }

    /**
     * Joins the transaction that releases the decision, which holds the case's row already.
     *
     * @param validityMonths how long the certification lasts, {@code null} for no end
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Certification certify(
            City city,
            CertificationLevel level,
            String editionId,
            @Nullable Integer validityMonths,
            Instant releasedAt) {
        var award = new Award(city, level, editionId, validityMonths, cohortYear.of(releasedAt), releasedAt);
        Certification certification = certifications.lock(city.id()).certify(award, new CertificationId(ids.get()));
        certifications.add(certification);
        events.certified(certification);
        return certification;
    }
}
