package org.citycertification.review.reviewcase.domain;

/** Opaque id of a human being, the same behind every account and machine client of theirs. */
public record PersonId(String value) {
    public PersonId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A person id must not be blank");
        }
    }
}
