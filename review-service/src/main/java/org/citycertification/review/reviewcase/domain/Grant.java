package org.citycertification.review.reviewcase.domain;

import org.citycertification.review.certification.domain.CertificationId;
import org.citycertification.review.certification.domain.CertificationKind;

/** The certification that a decision led to. */
public record Grant(CertificationId certification, CertificationKind kind) {}
