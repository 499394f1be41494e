package org.citycertification.review.certification;

import org.citycertification.review.certification.domain.Certification;
import org.citycertification.review.certification.domain.CityId;
import org.citycertification.review.certification.domain.Standing;

/** The cities' standings and how they came about. */
public interface Certifications {

    /** The city's standing, held until the transaction ends; a city without one gets the empty standing first. */
    Standing lock(CityId city);

    /** Keeps the certification and makes it the city's standing; only while the standing is locked. */
    void add(Certification certification);
}
