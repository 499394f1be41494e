package org.citycertification.review.reviewcase.web;

import jakarta.validation.constraints.NotNull;

/** Why the case goes back. */
record ReturnRequest(@NotNull String reason) {}
