package org.citycertification.review.certification.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a city holds, from all its certifications so far.
 *
 * @param version of the city's last public event, 0 before the first
 * @param last the city's last certification, {@code null} before the first
 * @param level of that certification
 */
public record Standing(
        CityId city,
        long version,
        @Nullable CertificationId last,
        @Nullable CertificationLevel level) {

    public Standing {
        if ((version == 0) != (last == null) || (last == null) != (level == null)) {
            throw new IllegalArgumentException(
                    "A standing has a version, a certification and a level, or none of them");
        }
    }

    public static Standing none(CityId city) {
        return new Standing(city, 0, null, null);
    }

    /** The certification that {@code award} makes of this standing. */
    public Certification certify(Award award, CertificationId id) {
        if (!award.city().id().equals(city)) {
            throw new IllegalArgumentException("An award of " + award.city().id() + " does not change " + city);
        }
        return new Certification(id, version + 1, CertificationKind.from(level, award.level()), last, award);
    }
}
