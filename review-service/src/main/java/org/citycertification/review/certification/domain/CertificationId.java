package org.citycertification.review.certification.domain;

import java.util.UUID;

/** Names one certification of one city for ever. */
public record CertificationId(UUID value) {}
