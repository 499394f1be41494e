package org.citycertification.review.certification;

import org.citycertification.review.certification.domain.Certification;

/** Tells the public. */
public interface CertificationEvents {

    /** Announces the certification when the transaction commits. */
    void certified(Certification certification);
}
