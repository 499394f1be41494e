package org.citycertification.review.certification.domain;

/** A city's id, e.g. {@code us-ma-cambridge}. */
public record CityId(String value) {
    public CityId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A city id must not be blank");
        }
    }
}
