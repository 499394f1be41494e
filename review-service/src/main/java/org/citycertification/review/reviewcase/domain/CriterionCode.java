package org.citycertification.review.reviewcase.domain;

/** Code of a criterion in its edition, e.g. {@code DM3}. */
public record CriterionCode(String value) {}
