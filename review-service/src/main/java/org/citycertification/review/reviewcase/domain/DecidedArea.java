package org.citycertification.review.reviewcase.domain;

/** The sum of one practice area. */
public record DecidedArea(String area, String name, Score score) {}
