package org.citycertification.review.reviewcase.domain;

import org.citycertification.review.certification.domain.CertificationLevel;

/** The share of criteria, in percent, that reaches a level. */
public record Threshold(CertificationLevel level, int percent) {}
