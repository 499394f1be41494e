package org.citycertification.review.certification.domain;

import org.jspecify.annotations.Nullable;

/**
 * The credential that an award grants.
 *
 * @param cityVersion counts the public events of the city: 1, 2, 3 without gaps
 * @param supersedes the certification that this one replaces, {@code null} for a city's first
 */
public record Certification(
        CertificationId id,
        long cityVersion,
        CertificationKind kind,
        @Nullable CertificationId supersedes,
        Award award) {}
